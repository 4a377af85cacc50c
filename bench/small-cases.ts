import { C_LANES, compileJavaScript, createSampler, quantile } from '../src/engine/index.ts';
import type { Graph, Sampler } from '../src/engine/index.ts';
import { batchesOf, kernelOf, programOf, timeKernel, WARM_UP } from './kernel-timing.ts';
import type { Case, Engine, Precision, Settings, Timed, Timing } from './measurement.ts';
import { drawsOf } from './measurement.ts';
import { runPeer } from './peer-engines.ts';
import type { PeerEngine } from './peer-engines.ts';
import { QUARTERS, SMALL_OUTPUT, smallInputs, smallModel } from './small-model.ts';

const SMALL_DRAWS = 10_000;
const SEED = 1;
const NO_TABLES = new Float64Array(0);

/** Passes over all draws, so that each engine takes some tenths of a second. */
const PASSES: Partial<Record<Engine, number>> = { c: 200, 'c-128': 100, webassembly: 100, javascript: 20 };

/** The common small model, the kernel alone: this engine’s backends and other programs. */
export const SMALL_CASES: readonly Case[] = [
  ...(['c', 'c-128', 'webassembly', 'javascript', 'interpreter'] as const).map((engine) => ownCase(engine)),
  ownCase('c', 'f32'),
  ownCase('webassembly', 'f32'),
  ...(['numpy', 'sdeverywhere', 'squiggle'] as const).map((engine) =>
    smallCase(engine, 'f64', (settings) => peer(engine, settings)),
  ),
];

function smallCase(engine: Engine, precision: Precision, measure: Case['measure']): Case {
  return { part: 'small', workload: 'small model', engine, precision, workers: 1, measure };
}

function ownCase(engine: Engine, precision: Precision = 'f64'): Case {
  return smallCase(engine, precision, (settings, timed) => ownKernel({ engine, precision }, settings, timed));
}

export function smallSampler(graph: Graph): Sampler {
  return createSampler({ variables: smallInputs(graph), seed: SEED });
}

function ownKernel(which: Pick<Case, 'engine' | 'precision'>, settings: Settings, timed: Timed): Timing {
  const { engine, precision } = which;
  const graph = smallModel();
  const work = {
    graph,
    outputs: [SMALL_OUTPUT],
    tables: NO_TABLES,
    months: QUARTERS,
    sampler: () => smallSampler(graph),
    draws: drawsOf(SMALL_DRAWS, settings),
    warmUp: engine === 'interpreter' ? 0 : WARM_UP,
    passes: PASSES[engine] ?? 1,
  };
  const timing = timeKernel(which, work, 'small model', timed);
  const largestDifference = largest(
    referenceResults(graph, work.draws),
    ownResults(which, graph, work.draws),
  );
  expectWithin(precision === 'f64' ? 0 : IN_SINGLES, largestDifference, engine);
  return { ...timing, largestDifference };
}

/** Relative differences of singles, whose last bit is 6e-8, after 24 steps. */
const IN_SINGLES = 1e-5;
/** Relative differences beyond this are no rounding: sums in another order, stocks as opening + flow. */
const ROUNDING = 1e-12;
/** For quantiles of 10,000 samples of its own, four standard errors of the widest. */
const SAMPLING_ERROR = 0.03;

function peer(engine: PeerEngine, settings: Settings): Timing {
  const graph = smallModel();
  const draws = drawsOf(SMALL_DRAWS, settings);
  const inputs = new Float64Array(draws * graph.inputs.length);
  const sampler = smallSampler(graph);
  for (let draw = 0; draw < draws; draw++)
    sampler.fill(draw, inputs.subarray(draw * graph.inputs.length, (draw + 1) * graph.inputs.length));
  const { timing, results } = runPeer(engine, inputs, draws);
  const reference = referenceResults(graph, draws);
  const own = engine === 'squiggle';
  const difference = own
    ? largest(quantilesByQuarter(reference, draws), quantilesByQuarter(results, draws))
    : largest(reference, results);
  // A few samples say nothing of quantiles.
  const limit = own ? SAMPLING_ERROR * Math.max(1, Math.sqrt(SMALL_DRAWS / draws)) : ROUNDING;
  expectWithin(limit, difference, engine);
  return { ...timing, outputs: 1, largestDifference: difference };
}

/** A kernel that is wrong gets no figure. */
function expectWithin(limit: number, difference: number, engine: Engine): void {
  if (!(difference <= limit)) throw new RangeError(`${engine} differs by ${difference}, more than ${limit}`);
}

/** `[quarter][draw]`, by JavaScript. */
function referenceResults(graph: Graph, draws: number): Float64Array {
  const kernel = compileJavaScript(graph, [SMALL_OUTPUT]);
  const sampler = smallSampler(graph);
  const inputs = new Float64Array(graph.inputs.length);
  const out = new Float64Array(QUARTERS);
  const results = new Float64Array(QUARTERS * draws);
  for (let draw = 0; draw < draws; draw++) {
    sampler.fill(draw, inputs);
    kernel.run(inputs, NO_TABLES, QUARTERS, out);
    for (const [quarter, value] of out.entries()) results[quarter * draws + draw] = value;
  }
  return results;
}

/** The same by another engine. */
function ownResults(
  { engine, precision }: Pick<Case, 'engine' | 'precision'>,
  graph: Graph,
  draws: number,
): Float64Array {
  const results = new Float64Array(QUARTERS * draws);
  const keep = (lanes: number, batch: number, out: Float64Array): void => {
    for (let lane = 0; lane < lanes && batch * lanes + lane < draws; lane++)
      for (let quarter = 0; quarter < QUARTERS; quarter++)
        results[quarter * draws + batch * lanes + lane] = out[quarter * lanes + lane]!;
  };
  const batches = (lanes: number): Float64Array[] =>
    batchesOf(draws, lanes, graph.inputs.length, smallSampler(graph));
  if (engine === 'c' || engine === 'c-128') {
    const program = programOf(engine, graph, [SMALL_OUTPUT], precision);
    try {
      const all = program.run(batches(C_LANES), NO_TABLES, QUARTERS);
      for (const [batch, out] of all.entries()) keep(C_LANES, batch, out);
    } finally {
      program.close();
    }
    return results;
  }
  const kernel = kernelOf(engine, graph, [SMALL_OUTPUT], precision);
  const out = new Float64Array(QUARTERS * kernel.lanes);
  for (const [batch, inputs] of batches(kernel.lanes).entries()) {
    kernel.run(inputs, NO_TABLES, QUARTERS, out);
    keep(kernel.lanes, batch, out);
  }
  return results;
}

function quantilesByQuarter(results: Float64Array, draws: number): Float64Array {
  const quantiles: number[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const sorted = results.slice(quarter * draws, (quarter + 1) * draws).sort();
    for (const p of [0.1, 0.5, 0.9]) quantiles.push(quantile(sorted, p));
  }
  return Float64Array.from(quantiles);
}

/** Largest relative difference; infinite where lengths differ or something is not a number. */
function largest(expected: Float64Array, found: Float64Array): number {
  if (expected.length !== found.length) return Infinity;
  let most = 0;
  for (const [position, value] of expected.entries()) {
    const difference = Math.abs(found[position]! / value - 1);
    most = difference <= most ? most : Number.isNaN(difference) ? Infinity : difference;
  }
  return most;
}
