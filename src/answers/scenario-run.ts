import type { Belief } from '../beliefs/belief.ts';
import type { Correlation, Distribution } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { BoundLeverCatalogue } from '../model/lever-list.ts';
import { leversOf } from '../model/lever-list.ts';
import type { SupplyChainModel } from '../model/model.ts';
import type { View } from '../register/index.ts';
import type { Override, Scenario } from '../scenario/scenario.ts';
import type { Conditioning } from './calibration/conditioning.ts';
import type { KernelStore } from './kernel-store.ts';
import type { RunBase, RunInput } from './run-base.ts';

/** A model with one belief per input, for a scenario at its date. */
export interface PreparedRun {
  readonly scenario: Scenario;
  readonly view: View;
  readonly catalogue: Catalogue;
  readonly levers: BoundLeverCatalogue;
  /** Built when first asked for, where what was emitted suffices for most questions. */
  readonly model: SupplyChainModel;
  /** Inputs of the model, in its order. */
  readonly inputs: readonly RunInput[];
  /** Values of the model's tables, `[table][month]`. */
  readonly tables: Float64Array;
  readonly kernels: KernelStore;
  readonly beliefs: ReadonlyMap<string, Belief>;
  /** Those of its day, before any scenario. */
  readonly baseBeliefs: ReadonlyMap<string, Belief>;
  readonly correlations: readonly Correlation[];
  /** ISO day of the run’s first month. */
  readonly start: string;
  /** Where given, what is known of the past weighs its draws. */
  readonly conditioning?: Conditioning;
}

/** A scenario on the base of its day: its overrides take the place of beliefs. */
export function runOn(base: RunBase, scenario: Scenario, conditioning?: Conditioning): PreparedRun {
  const { catalogue, view } = base;
  const levers = leversOf(catalogue);
  const beliefs = new Map(base.beliefs);
  for (const override of scenario.overrides) setLever(beliefs, levers, override);
  for (const { plant, months } of scenario.delays)
    setInput(beliefs, `plant slip[${plant}]`, { kind: 'point', value: months });
  for (const name of scenario.removals) {
    const { input, value } = removal(levers, name);
    setInput(beliefs, input, { kind: 'point', value });
  }
  const random = (name: string): boolean => base.beliefs.get(name)?.distribution.kind !== 'point';
  return {
    scenario,
    view,
    catalogue,
    levers,
    // A getter, so that an emitted base builds its model only where somebody asks for it.
    get model() {
      return base.model;
    },
    inputs: base.inputs,
    tables: base.tables,
    kernels: base.kernels,
    beliefs,
    baseBeliefs: base.beliefs,
    correlations: base.correlations.filter(({ a, b }) => random(a) && random(b)),
    start: `${catalogue.startYear}-01-01`,
    ...(conditioning && { conditioning }),
  };
}

/** The input that takes a plant, product or programme away, and its value then. */
export function removal(
  levers: BoundLeverCatalogue,
  name: string,
): { readonly input: string; readonly value: number } {
  if (levers.plants.includes(name)) return { input: `plant removed[${name}]`, value: 1 };
  if (levers.products.includes(name)) return { input: `product removed[${name}]`, value: 1 };
  return { input: `programme factor[${name}]`, value: 0 };
}

function setLever(beliefs: Map<string, Belief>, levers: BoundLeverCatalogue, override: Override): void {
  const lever = levers.levers.find((candidate) => candidate.path === override.path);
  if (lever === undefined) return;
  const { value } = override;
  const distribution: Distribution =
    typeof value === 'number'
      ? { kind: 'point', value }
      : typeof value === 'string'
        ? { kind: 'point', value: Math.max(lever.choices?.indexOf(value) ?? 0, 0) }
        : value;
  for (const input of lever.inputs) {
    const belief = beliefs.get(input);
    if (belief === undefined) continue;
    setInput(
      beliefs,
      input,
      lever.apply === 'shift' ? shifted(belief.distribution, distribution) : distribution,
    );
  }
}

function setInput(beliefs: Map<string, Belief>, input: string, distribution: Distribution): void {
  const belief = beliefs.get(input);
  if (belief === undefined) return;
  beliefs.set(input, {
    input,
    distribution,
    drawnAs: belief.drawnAs ?? belief.distribution,
    basis: 'lever',
    rule: { en: 'set by the scenario', ja: 'シナリオで設定' },
    rows: [],
    assumptions: [],
    reason: { en: 'Set by the scenario', ja: 'シナリオで設定' },
  });
}

/** A distribution moved by a number; a range moves by its middle. */
function shifted(distribution: Distribution, by: Distribution): Distribution {
  const months = by.kind === 'point' ? by.value : by.kind === 'triangular' ? by.mode : 0;
  switch (distribution.kind) {
    case 'point':
      return { kind: 'point', value: distribution.value + months };
    case 'triangular':
      return {
        kind: 'triangular',
        low: distribution.low + months,
        mode: distribution.mode + months,
        high: distribution.high + months,
      };
    case 'uniform':
      return { kind: 'uniform', low: distribution.low + months, high: distribution.high + months };
    default:
      return distribution;
  }
}
