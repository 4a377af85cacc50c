import { compileJavaScript, createSampler } from '../engine/index.ts';
import type { SamplingMethod } from '../engine/index.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { OverTime, SeriesMember } from './series-catalogue.ts';

export interface EnsembleOptions {
  readonly draws: number;
  readonly seed: number;
  readonly method?: SamplingMethod;
  /** Called now and then with the number of draws done. */
  readonly progress?: (done: number) => void;
}

/** One thing to keep of every draw: a member of a series in some periods. */
export interface Request extends Omit<SeriesMember, 'member'> {
  readonly overTime: OverTime;
  readonly periods: readonly Period[];
}

/** What an ensemble kept: `values[request][period][draw]`, and the inputs asked for, `inputs[name][draw]`. */
export interface Ensemble {
  readonly draws: number;
  readonly values: readonly (readonly Float64Array[])[];
  readonly inputs: ReadonlyMap<string, Float64Array>;
}

/** Which inputs vary: all, only those that rest on assumptions, or only those that rest on rows; the rest at their median. */
export type Varying = 'all' | 'assumed' | 'rows';

/**
 * Runs draws of a prepared model and keeps what is asked for. Sums over members and months are made inside each draw,
 * so quantiles of a sum come from summed draws. The same seed gives the same numbers.
 */
export function runEnsemble(
  run: PreparedRun,
  requests: readonly Request[],
  options: EnsembleOptions,
  keepInputs: readonly string[] = [],
  varying: Varying = 'all',
): Ensemble {
  const { graph, tables, catalogue } = run.model;
  const outputs = [...new Set(requests.flatMap((request) => request.scalars))];
  const column = new Map(outputs.map((name, index) => [name, index]));
  const kernel = compileJavaScript(graph, outputs);
  const sampler = createSampler({
    variables: graph.inputs.map((input) => {
      const belief = run.beliefs.get(input.name);
      if (belief === undefined) throw new RangeError(`no belief for ${input.name}`);
      return { name: input.name, distribution: belief.distribution };
    }),
    correlations: run.correlations,
    method: options.method ?? 'sobol',
    seed: options.seed,
  });
  const { draws } = options;
  const inputs = new Float64Array(graph.inputs.length);
  const medians = new Float64Array(graph.inputs.length);
  sampler.fillQuantile(0.5, medians);
  const frozen = graph.inputs.flatMap((input, index) => {
    const assumed = run.beliefs.get(input.name)?.basis !== 'rows';
    return (varying === 'assumed' && !assumed) || (varying === 'rows' && assumed) ? [index] : [];
  });
  const out = new Float64Array(catalogue.months * outputs.length);
  const plans = requests.map((request) => ({
    ...request,
    columns: request.scalars.map((name) => column.get(name) ?? 0),
    values: request.periods.map(() => new Float64Array(draws)),
  }));
  const kept = keepInputs.map((name) => ({
    name,
    index: graph.inputIndex(name),
    values: new Float64Array(draws),
  }));
  for (let draw = 0; draw < draws; draw++) {
    sampler.fill(draw, inputs);
    for (const index of frozen) inputs[index] = medians[index] ?? 0;
    kernel.run(inputs, tables, catalogue.months, out);
    for (const plan of plans) keep(plan, out, outputs.length, draw);
    for (const { index, values } of kept) values[draw] = inputs[index] ?? 0;
    if (options.progress && draw % 64 === 63) options.progress(draw + 1);
  }
  return {
    draws,
    values: plans.map((plan) => plan.values),
    inputs: new Map(kept.map(({ name, values }) => [name, values])),
  };
}

interface Plan extends Request {
  readonly columns: readonly number[];
  readonly values: readonly Float64Array[];
}

function keep(plan: Plan, out: Float64Array, width: number, draw: number): void {
  for (const [index, period] of plan.periods.entries()) {
    const values = plan.values[index];
    if (values) values[draw] = periodValue(plan, period, out, width);
  }
}

/** How one request is read from what a kernel put out: `columns` are the places of its scalars in a month. */
export interface Reading extends Pick<Request, 'factor' | 'above' | 'overTime'> {
  readonly columns: readonly number[];
}

/** The request’s number for a period, from a kernel’s output `[month][output]` of `width` outputs. */
export function periodValue(
  reading: Reading,
  { first, last }: Pick<Period, 'first' | 'last'>,
  out: Float64Array,
  width: number,
): number {
  const { columns, factor, above, overTime } = reading;
  let total = 0;
  for (let month = overTime === 'last' ? last : first; month <= last; month++) {
    let value = 0;
    const row = month * width;
    for (const position of columns) value += out[row + position] ?? 0;
    value *= factor;
    total += above === undefined ? value : value > above ? 1 : 0;
  }
  return overTime === 'mean' ? total / (last - first + 1) : total;
}
