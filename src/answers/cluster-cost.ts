import { createSampler, summarise } from '../engine/index.ts';
import { acquisitionCost, energyCost } from '../model/training-cost.ts';
import { clusterAddress } from './training-address.ts';
import { planTraining } from './training-inputs.ts';
import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import type { TrainingInput, TrainingInputName } from './training-inputs.ts';

/** What a cluster costs, with its unit. */
export const CLUSTER_OUTPUTS = {
  accelerators: 'USD',
  servers: 'USD',
  network: 'USD',
  all: 'USD',
  power: 'W',
  electricity: 'USD/year',
} as const;
export type ClusterOutputName = keyof typeof CLUSTER_OUTPUTS;

export interface ClusterOutput {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  readonly name: ClusterOutputName;
  readonly unit: string;
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface ClusterCost {
  readonly outputs: readonly ClusterOutput[];
  readonly inputs: readonly TrainingInput[];
}

const HOURS_PER_YEAR = 8760;
/** Inputs of a training run that a cluster needs. */
const NEEDED: ReadonlySet<TrainingInputName> = new Set([
  'price',
  'server-factor',
  'network-share',
  'server-power',
  'load',
  'pue',
  'electricity-price',
]);

/**
 * Cost of so many accelerators at prices of the view's date: accelerators, servers around them, the network, full power
 * at the site, electricity for a year. Land, buildings and the connection are in none of them. Throws as `planTraining`.
 */
export function clusterCost(
  context: TrainingContext,
  product: string,
  count: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): ClusterCost {
  const hours = count * HOURS_PER_YEAR;
  const plan = planTraining(context, { accelerator: product, accelerators: count, hours });
  const inputs = [...plan.inputs.values()].filter(({ name }) => NEEDED.has(name));
  const variables = inputs.map(({ name, distribution }) => ({ name: `training ${name}`, distribution }));
  const sampler = createSampler({ variables, seed });
  const columns = new Map<ClusterOutputName, Float64Array>();
  const drawn = new Float64Array(inputs.length);
  for (let draw = 0; draw < draws; draw++) {
    sampler.fill(draw, drawn);
    const at = (name: TrainingInputName): number =>
      drawn[inputs.findIndex((each) => each.name === name)] ?? NaN;
    const accelerators = count * at('price');
    const servers = accelerators * (at('server-factor') - 1);
    const hardware = {
      acceleratorPrice: at('price'),
      serverFactor: at('server-factor'),
      networkShare: at('network-share'),
      depreciation: 0,
      age: 0,
    };
    const all = acquisitionCost(count, hardware);
    const energy = {
      serverPower: at('server-power'),
      load: at('load'),
      pue: at('pue'),
      electricityPrice: at('electricity-price'),
    };
    const told: Record<ClusterOutputName, number> = {
      accelerators,
      servers,
      network: all - accelerators - servers,
      all,
      power: count * energy.serverPower * energy.pue,
      electricity: energyCost(hours, energy),
    };
    for (const name of Object.keys(told) as ClusterOutputName[]) {
      const column = columns.get(name) ?? new Float64Array(draws);
      columns.set(name, column);
      column[draw] = told[name];
    }
  }
  const outputs = (Object.keys(CLUSTER_OUTPUTS) as ClusterOutputName[]).map((name): ClusterOutput => {
    const { mean, p10, p50, p90 } = summarise(columns.get(name) ?? new Float64Array(0));
    const address = clusterAddress(product, count, name);
    return { address, name, unit: CLUSTER_OUTPUTS[name], mean, p10, p50, p90 };
  });
  return { outputs, inputs };
}
