import { blockSize, createSampler, drawEnsemble, Fan, quantileOf, summariseFans } from '../engine/index.ts';
import type {
  BatchOptions,
  Block,
  DrawOptions,
  EnsembleJob,
  HeldInput,
  Observation,
  SampledVariable,
  SamplerOptions,
  SamplingMethod,
  Summary,
  Variant,
} from '../engine/index.ts';
import { ancestorsOf } from './calibration/conditioning.ts';
import type { InputChange } from './figure/address.ts';
import { heldApart } from './held-apart.ts';
import type { HeldApart } from './held-apart.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * How many futures are drawn, how, and by whom. The answer depends on `draws`, `seed`, `method` and `precision` alone.
 */
export interface EnsembleOptions extends DrawOptions, BatchOptions {
  readonly draws: number;
  readonly seed: number;
  readonly method?: SamplingMethod;
}

/** One thing to keep of every draw: a member of a series in some periods. */
export interface Request extends Observation {
  readonly periods: readonly Period[];
  /** Where true, whoever asks takes it from the blocks: no fan is made of it, and it has no summaries. */
  readonly gathered?: boolean;
}

/** What an ensemble does beyond a fan of every request. */
export interface EnsembleParts {
  /** Changes of inputs, under each of which the same draws run; one that changes nothing where not given. */
  readonly variants?: readonly Variant[];
  /** Inputs whose draws `gather` reads, by name. */
  readonly inputs?: readonly string[];
  /**
   * Gets every block, in order, and copies what it keeps, since the memory is used again. Slots of a block are numbered
   * as `slotsOf` says.
   */
  readonly gather?: (block: Block) => void;
  /** How inputs are drawn, where not as `drawingOf` says. */
  readonly drawing?: Drawing;
}

/** What came of an ensemble. */
export interface Ensemble {
  readonly draws: number;
  readonly backend: 'webassembly' | 'javascript';
  /** Threads beside the caller’s that drew. */
  readonly workers: number;
  /** `[request][period]`, of the first variant; nothing of requests that are gathered. */
  readonly summaries: readonly (readonly Summary[])[];
}

/**
 * Runs draws of a prepared model and summarises what is asked for, block by block, so that memory does not grow with
 * the draws. Sums over members and months are made inside each draw, so quantiles of a sum come from summed draws.
 * The same seed gives the same numbers, whatever the number of workers. Rejects with the signal’s reason when aborted.
 */
export async function runEnsemble(
  run: PreparedRun,
  requests: readonly Request[],
  options: EnsembleOptions,
  { variants = [{}], inputs = [], gather, drawing = drawingOf(run, options) }: EnsembleParts = {},
): Promise<Ensemble> {
  const job: EnsembleJob = {
    kernel: run.kernels.kernelOf(() => run.model.graph, { observations: requests, options }),
    ...drawing,
    tables: run.tables,
    months: run.catalogue.months,
    draws: options.draws,
    blockDraws: blockSize(options.draws),
    variants,
    inputs: inputs.map((name) => inputIndex(run, name)),
  };
  const firstSlots = slotsOf(requests);
  const fans = requests.map(({ periods, gathered }, request) =>
    gathered === true
      ? []
      : periods.map((_, period) => ({ slot: firstSlots[request]! + period, fan: new Fan(options.draws) })),
  );
  const all = fans.flat();
  const workers = await drawEnsemble(
    job,
    (block) => {
      for (const { slot, fan } of all) fan.add(block.values(slot));
      gather?.(block);
    },
    options,
  );
  const summaries = await summariseFans(
    all.map(({ fan }) => fan),
    workers,
    options,
  );
  options.signal?.throwIfAborted();
  let next = 0;
  return {
    draws: options.draws,
    backend: job.kernel.backend,
    workers,
    summaries: fans.map((periods) => summaries.slice(next, (next += periods.length))),
  };
}

/** Slot of a request’s first period in a block; its other periods follow. */
export function slotsOf(requests: readonly Request[]): number[] {
  let next = 0;
  return requests.map(({ periods }) => {
    const slot = next;
    next += periods.length;
    return slot;
  });
}

/** How the inputs of a run are drawn: by which sampling, and which of them are then held at a value. */
export interface Drawing {
  readonly sampling: SamplerOptions;
  readonly held: readonly HeldInput[];
}

/** By what a run draws by, by what weighs its draws, then by how. */
const samplings = new WeakMap<HeldApart['drawn'], WeakMap<object, Map<string, SamplerOptions>>>();
/** Stands for what weighs the draws where nothing does. */
const NOTHING = {};

/**
 * How the inputs of a run are drawn. The sampling is the same object for all scenarios of a day that only hold inputs at
 * values, so that it is planned and posted once. A calibrated run takes its draws from the pool that it was calibrated
 * with.
 */
export function drawingOf(
  run: PreparedRun,
  { draws, seed, method = 'sobol' }: Pick<EnsembleOptions, 'draws' | 'seed' | 'method'>,
): Drawing {
  const { drawn, held } = heldApart(run);
  const { conditioning, correlations } = run;
  const ofBeliefs = samplings.get(drawn) ?? new WeakMap<object, Map<string, SamplerOptions>>();
  samplings.set(drawn, ofBeliefs);
  const known = ofBeliefs.get(conditioning ?? NOTHING) ?? new Map<string, SamplerOptions>();
  ofBeliefs.set(conditioning ?? NOTHING, known);
  const key = conditioning === undefined ? `${method} ${seed}` : `${draws}`;
  const sampling: SamplerOptions = known.get(key) ?? {
    variables: variablesOf(run, drawn),
    correlations,
    ...(conditioning === undefined
      ? { method, seed }
      : { method: 'philox', seed: conditioning.seed, ancestors: ancestorsOf(conditioning, draws) }),
  };
  known.set(key, sampling);
  return {
    sampling,
    held: Array.from(held, ([input, value]) => ({ index: inputIndex(run, input), value })),
  };
}

/** A single draw of a run, from 0 on: its inputs in the order of `graph.inputs`. */
export function drawnInputs(
  run: PreparedRun,
  draw: number,
  options: Pick<EnsembleOptions, 'draws' | 'seed' | 'method'>,
): Float64Array {
  const { sampling, held } = drawingOf(run, options);
  const inputs = new Float64Array(run.inputs.length);
  createSampler(sampling).fill(draw, inputs);
  for (const { index, value } of held) inputs[index] = value;
  return inputs;
}

/** Every input at its quantile `p`, in the order of `graph.inputs`. */
export function inputQuantiles(run: PreparedRun, p: number): Float64Array {
  return Float64Array.from(variablesOf(run), ({ distribution }) => quantileOf(distribution, p));
}

/** Every input as it is believed, in the order of `graph.inputs`. */
export function variablesOf(run: PreparedRun, beliefs = run.beliefs): SampledVariable[] {
  return run.inputs.map(({ name }) => {
    const belief = beliefs.get(name);
    if (belief === undefined) throw new RangeError(`no belief for ${name}`);
    const { distribution, drawnAs } = belief;
    return { name, distribution, ...(drawnAs && { drawnAs }) };
  });
}

/** Where an input stands in the array of inputs. Throws `unknown-name` with the nearest. */
export function inputIndex(run: PreparedRun, name: string): number {
  const index = run.inputs.findIndex((input) => input.name === name);
  return index === -1 ? run.model.graph.inputIndex(name) : index;
}

/** Inputs held and moved, by their places. Throws `unknown-name` with the nearest. */
export function inputVariant(run: PreparedRun, { held, moved }: InputChange): Variant {
  return {
    held: held.map(({ input, value }) => ({ index: inputIndex(run, input), value })),
    moved: moved.map(({ input, factor, plus }) => ({ index: inputIndex(run, input), factor, plus })),
  };
}
