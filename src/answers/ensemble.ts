import { compileBatch, createSampler } from '../engine/index.ts';
import type { SamplingMethod } from '../engine/index.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { OverTime, SeriesMember } from './series-catalogue.ts';

/** Draws between two calls of `progress`. */
const PROGRESS_STEP = 64;

export interface EnsembleOptions {
  readonly draws: number;
  readonly seed: number;
  readonly method?: SamplingMethod;
  /** WebAssembly where it runs, unless one is named; both give the same bits. */
  readonly backend?: 'webassembly' | 'javascript';
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
export async function runEnsemble(
  run: PreparedRun,
  requests: readonly Request[],
  options: EnsembleOptions,
  keepInputs: readonly string[] = [],
  varying: Varying = 'all',
): Promise<Ensemble> {
  const { graph, tables, catalogue } = run.model;
  const outputs = [...new Set(requests.flatMap((request) => request.scalars))];
  const column = new Map(outputs.map((name, index) => [name, index]));
  const kernel = compileBatch(
    graph,
    outputs,
    options.backend === undefined ? {} : { backend: options.backend },
  );
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
  const { lanes } = kernel;
  const single = new Float64Array(graph.inputs.length);
  const inputs = new Float64Array(graph.inputs.length * lanes);
  const medians = new Float64Array(graph.inputs.length);
  sampler.fillQuantile(0.5, medians);
  const frozen = graph.inputs.flatMap((input, index) => {
    const assumed = run.beliefs.get(input.name)?.basis !== 'rows';
    return (varying === 'assumed' && !assumed) || (varying === 'rows' && assumed) ? [index] : [];
  });
  const out = new Float64Array(catalogue.months * outputs.length * lanes);
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
  for (let first = 0; first < draws; first += lanes) {
    const used = Math.min(lanes, draws - first);
    // Lanes without a draw of their own repeat the last one.
    for (let lane = 0; lane < lanes; lane++) {
      if (lane < used) {
        sampler.fill(first + lane, single);
        for (const index of frozen) single[index] = medians[index] ?? 0;
        for (const { index, values } of kept) values[first + lane] = single[index] ?? 0;
      }
      for (let index = 0; index < single.length; index++) inputs[index * lanes + lane] = single[index] ?? 0;
    }
    kernel.run(inputs, tables, catalogue.months, out);
    for (let lane = 0; lane < used; lane++) {
      for (const plan of plans) keep(plan, { out, width: outputs.length, lanes, lane }, first + lane);
    }
    const done = first + used;
    if (options.progress && (done % PROGRESS_STEP < lanes || done === draws)) options.progress(done);
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

function keep(plan: Plan, from: KernelOutput, draw: number): void {
  for (const [index, period] of plan.periods.entries()) {
    const values = plan.values[index];
    if (values) values[draw] = periodValue(plan, period, from);
  }
}

/** How one request is read from what a kernel put out: `columns` are the places of its scalars in a month. */
export interface Reading extends Pick<Request, 'factor' | 'above' | 'overTime'> {
  readonly columns: readonly number[];
}

/** What a kernel put out: `[month][output][lane]`. */
export interface KernelOutput {
  readonly out: Float64Array;
  /** Outputs in a month. */
  readonly width: number;
  readonly lanes: number;
  readonly lane: number;
}

/** The request’s number for a period, from one lane of a kernel’s output. */
export function periodValue(
  reading: Reading,
  { first, last }: Pick<Period, 'first' | 'last'>,
  { out, width, lanes, lane }: KernelOutput,
): number {
  const { columns, factor, above, overTime } = reading;
  let total = 0;
  for (let month = overTime === 'last' ? last : first; month <= last; month++) {
    let value = 0;
    const row = month * width;
    for (const position of columns) value += out[(row + position) * lanes + lane] ?? 0;
    value *= factor;
    total += above === undefined ? value : value > above ? 1 : 0;
  }
  return overTime === 'mean' ? total / (last - first + 1) : total;
}
