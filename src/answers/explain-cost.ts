import { createSampler } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import type { TrainingContext } from '../beliefs/training-beliefs.ts';
import { parseFormula } from './claim-formula.ts';
import { CLUSTER_OUTPUTS, clusterCost } from './cluster-cost.ts';
import type { ClusterOutputName } from './cluster-cost.ts';
import type { Address } from './figure/address.ts';
import { chosenFrom, requireParts } from './figure/resolve-figure.ts';
import { answerTraining } from './train-cost.ts';
import type { SourcedInput } from './train-cost.ts';
import { TRAINING_OUTPUTS } from './training-draws.ts';
import type { TrainingOutputName } from './training-draws.ts';
import { CLUSTER, clusterAddress, readQuestion, TRAINING, trainingAddress } from './training-address.ts';
import { findProduct } from './find-product.ts';
import { sourcesOf } from './training-sources.ts';

/** A number of a cost: an input, or what an equation makes of others. */
export interface CostNode {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Empty of an input. */
  readonly equation: string;
  readonly substituted: string;
  readonly parts: readonly CostNode[];
  /** Of an input: what it rests on. */
  readonly input: SourcedInput | null;
}

export interface CostExplanation {
  readonly address: string;
  /** ISO day. */
  readonly asOf: string;
  readonly draws: number;
  readonly seed: number;
  /** From 0; null for every input at its median. */
  readonly draw: number | null;
  readonly range: { readonly mean: number; readonly p10: number; readonly p50: number; readonly p90: number };
  readonly figure: CostNode;
}

interface Draws {
  readonly draws: number;
  readonly seed: number;
  /** From 0; every input at its median where not given. */
  readonly draw?: number;
}

/** How each output of a run comes about where it is not published or given; lifetimes as in `training-cost.ts`. */
const trainingEquations: Readonly<Record<TrainingOutputName, string>> = {
  flop: '',
  utilisation: 'flop / (hours * 3600 * peak)',
  hours: 'flop / (peak * utilisation * 3600)',
  accelerators: 'hours / (24 * days)',
  days: 'hours / (24 * accelerators)',
  energy: 'hours * server-power * load * pue / 1000',
  rental: 'hours * rental-rate',
  hardware:
    'hours * price * server-factor / 10 ^ (depreciation * age) * 2.302585092994046 * depreciation / 8766 / (1 - network-share)',
  electricity: 'energy * electricity-price',
  owned: 'hardware + electricity',
  acquisition: 'accelerators * price * server-factor / (1 - network-share)',
};

const clusterEquations: Readonly<Record<ClusterOutputName, string>> = {
  accelerators: 'count * price',
  servers: 'accelerators * (server-factor - 1)',
  network: 'all - accelerators - servers',
  all: 'count * price * server-factor / (1 - network-share)',
  power: 'count * server-power * pue',
  electricity: 'count * 8760 * server-power * load * pue / 1000 * electricity-price',
};

/**
 * Explains a cost that an address calls: `train-cost/<run>/<output>` or `cluster-cost/<product>/<count>/<output>`.
 * Throws `address-parts`, `unknown-choice`, and what `planTraining` throws.
 */
export function explainCost(context: TrainingContext, address: Address, options: Draws): CostExplanation {
  const about = {
    asOf: context.view.date,
    draws: options.draws,
    seed: options.seed,
    draw: options.draw ?? null,
  };
  if (address.name === TRAINING) {
    requireParts(TRAINING, address.parts, ['<run>', '<output>']);
    const [run = '', output = ''] = address.parts;
    const question = readQuestion(run);
    const answer = answerTraining(context, question, options);
    // Without FLOP there is no utilisation to tell.
    const name = chosenFrom(
      answer.outputs.map((each) => each.name),
      output,
      TRAINING,
    );
    const told = answer.outputs.find((each) => each.name === name)!;
    const tree = new CostTree(trainingEquations, TRAINING_OUTPUTS, answer.inputs, options);
    return {
      address: trainingAddress(question, name),
      ...about,
      range: rangeOf(told),
      figure: tree.root(name),
    };
  }
  requireParts(CLUSTER, address.parts, ['<product>', '<count>', '<output>']);
  const [product = '', number = '', output = ''] = address.parts;
  const found = findProduct(context.view.products, product);
  const count = Number(number);
  if (!(count > 0))
    throw new ProblemError([{ code: 'not-a-number', params: { name: CLUSTER, found: number } }]);
  const { outputs, inputs } = clusterCost(context, found.id, count, options);
  const name = chosenFrom(Object.keys(CLUSTER_OUTPUTS), output, CLUSTER);
  const sourced = inputs.map((input) => ({ ...input, sources: sourcesOf(input.rows, context.view) }));
  const tree = new CostTree(clusterEquations, CLUSTER_OUTPUTS, sourced, options, { count });
  const told = outputs.find((each) => each.name === name)!;
  return {
    address: clusterAddress(found.id, count, name),
    ...about,
    range: rangeOf(told),
    figure: tree.root(name),
  };
}

function rangeOf({ mean, p10, p50, p90 }: CostExplanation['range']): CostExplanation['range'] {
  return { mean, p10, p50, p90 };
}

/** Names in an equation; numbers and signs are between them. */
const NAME = /[a-z]+(?:-[a-z]+)*/gu;

/** Works equations out from inputs, and keeps every step. */
class CostTree {
  readonly #equations: Readonly<Record<string, string>>;
  readonly #units: Readonly<Record<string, string>>;
  readonly #inputs: ReadonlyMap<string, SourcedInput>;
  readonly #values = new Map<string, number>();
  readonly #given: Readonly<Record<string, number>>;

  constructor(
    equations: Readonly<Record<string, string>>,
    units: Readonly<Record<string, string>>,
    inputs: readonly SourcedInput[],
    { seed, draw }: Draws,
    given: Readonly<Record<string, number>> = {},
  ) {
    this.#equations = equations;
    this.#units = units;
    this.#given = given;
    this.#inputs = new Map(inputs.map((input) => [input.name, input]));
    const drawn = Float64Array.from(inputs, ({ p50 }) => p50);
    if (draw !== undefined)
      createSampler({
        variables: inputs.map(({ name, distribution }) => ({ name: `training ${name}`, distribution })),
        seed,
      }).fill(draw, drawn);
    for (const [index, { name }] of inputs.entries()) this.#values.set(name, drawn[index]!);
  }

  root(name: string): CostNode {
    // Days from start to end are worked out; the input of that name is how long a buyer's fleet may take.
    return name === 'days' ? this.#worked(name) : this.#node(name);
  }

  #node(name: string): CostNode {
    const input = this.#inputs.get(name);
    const given = this.#given[name];
    if (input === undefined && given === undefined) return this.#worked(name);
    return {
      name,
      unit: input?.unit ?? 'unit',
      value: given ?? this.#values.get(name) ?? NaN,
      equation: '',
      substituted: '',
      parts: [],
      input: input ?? null,
    };
  }

  #worked(name: string): CostNode {
    const equation = this.#equations[name] ?? '';
    const parts = [...new Set(equation.match(NAME))].map((part) => this.#node(part));
    const values = new Map(parts.map((part) => [part.name, part.value]));
    const substituted = equation.replaceAll(NAME, (part) => String(values.get(part) ?? NaN));
    const parsed = parseFormula(substituted);
    const value = 'formula' in parsed ? parsed.formula.evaluate([]) : NaN;
    return { name, unit: this.#units[name] ?? '', value, equation, substituted, parts, input: null };
  }
}
