import { runEnsemble } from '../src/answers/ensemble.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { compileBatch, compileJavaScript, createInterpreter, summarise } from '../src/engine/index.ts';
import type { Graph, Sampler } from '../src/engine/index.ts';
import { CProgram } from './c-kernel.ts';
import { forecastRequests, readWorkload, samplerOf, scalarsOf } from './workload.ts';

export type Engine = 'c' | 'webassembly' | 'javascript' | 'interpreter' | 'none';

/** What is measured, on what: each in a process of its own, so that memory and warmth are its own. */
export interface Case {
  readonly workload: string;
  readonly engine: Engine;
  /** Scalars kept of every draw: those of the forecast, one, all, or none since no model runs. */
  readonly keeps: 'forecast' | 'one' | 'all' | 'none';
}

/** Cases of engine `c` need gcc. */
export const CASES: readonly Case[] = [
  { workload: 'forecast', engine: 'webassembly', keeps: 'forecast' },
  { workload: 'forecast', engine: 'javascript', keeps: 'forecast' },
  { workload: 'kernel', engine: 'c', keeps: 'forecast' },
  { workload: 'kernel', engine: 'webassembly', keeps: 'forecast' },
  { workload: 'kernel', engine: 'javascript', keeps: 'forecast' },
  { workload: 'kernel', engine: 'interpreter', keeps: 'forecast' },
  { workload: 'kernel, one output', engine: 'webassembly', keeps: 'one' },
  { workload: 'kernel, all outputs', engine: 'webassembly', keeps: 'all' },
  { workload: 'sampling', engine: 'none', keeps: 'none' },
];

/** One repeat of one case. */
export interface Measurement {
  readonly workload: string;
  readonly engine: Engine;
  /** Draws over which `warm` was measured. */
  readonly draws: number;
  /** Scalars kept of every draw. */
  readonly outputs: number;
  /** Microseconds a draw: the whole run for `forecast`, else after warming up. */
  readonly warm: number;
  /** Microseconds a draw of the first draws of the process. */
  readonly cold: number;
  /** Milliseconds of each stage before and after the draws. */
  readonly stages: Readonly<Record<string, number>>;
  /** Highest resident memory of the process, in 10⁶ bytes. */
  readonly peakMemoryMB: number;
}

const COLD_DRAWS = 16;
/** Enough for V8 to have optimised what it is going to. */
const WARM_UP = 2048;
const MEASURED = 1024;
/** An interpreted draw costs many compiled ones. */
const INTERPRETED = 24;
const SEED = 1;

/** Measures a case in this process, which should have done nothing before. */
export async function measure(which: Case, draws: number, scenario: string): Promise<Measurement> {
  const { workload, engine } = which;
  const stages: Record<string, number> = {};
  const timed = <T>(stage: string, work: () => T): T => {
    const before = performance.now();
    const result = work();
    stages[stage] = performance.now() - before;
    return result;
  };
  const { evidence, dated } = timed('read figures', () => readWorkload(scenario));
  const run = timed('build model and beliefs', () => prepareRun(evidence, dated.scenario, dated.day));
  const measured =
    workload === 'forecast'
      ? await wholeForecast(run, engine, draws, timed)
      : workload === 'sampling'
        ? sampling(run, draws, timed)
        : engine === 'c'
          ? emittedC(run, which, draws, timed)
          : kernelAlone(run, which, draws, timed);
  const peakMemoryMB = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { workload, engine, peakMemoryMB, ...measured, stages };
}

type Timed = <T>(stage: string, work: () => T) => T;
type Draws = Pick<Measurement, 'draws' | 'outputs' | 'warm' | 'cold'>;

/** `runEnsemble` with what the first screen keeps, compiling and sampling included, then all quantiles. */
async function wholeForecast(run: PreparedRun, engine: Engine, draws: number, timed: Timed): Promise<Draws> {
  const requests = forecastRequests(run);
  const backend = engine === 'javascript' ? 'javascript' : 'webassembly';
  const ensembleOf = (count: number): ReturnType<typeof runEnsemble> =>
    runEnsemble(run, requests, { draws: count, seed: SEED, backend });
  const start = performance.now();
  await ensembleOf(COLD_DRAWS);
  const cold = ((performance.now() - start) * 1000) / COLD_DRAWS;
  collectGarbage();
  const before = performance.now();
  const ensemble = await ensembleOf(draws);
  const warm = ((performance.now() - before) * 1000) / draws;
  const scratch = new Float64Array(draws);
  timed('quantiles', () => ensemble.values.flat().map((values) => summarise(values, scratch)));
  return { draws, outputs: scalarsOf(requests).length, warm, cold };
}

function outputsOf(run: PreparedRun, keeps: Case['keeps']): string[] {
  const { graph } = run.model;
  if (keeps === 'one') return ['overdue months[gpu]'];
  if (keeps === 'all') return [...graph.variables, ...graph.states].map(({ name }) => name);
  return scalarsOf(forecastRequests(run));
}

/** The same work as `kernelAlone`, by a program of its own, whose memory is told. */
function emittedC(
  run: PreparedRun,
  { engine, keeps }: Case,
  draws: number,
  timed: Timed,
): Draws & Pick<Measurement, 'peakMemoryMB'> {
  const { graph, tables, catalogue } = run.model;
  const outputs = outputsOf(run, keeps);
  const program = timed(`compile, ${engine}, ${keeps}`, () => new CProgram(graph, outputs));
  try {
    const sampler = timed('make sampler', () => samplerOf(run, SEED));
    const { lanes } = program;
    const batches = batchesOf(Math.min(draws, MEASURED), lanes, graph.inputs.length, sampler);
    const measured = program.measure(batches, tables, catalogue.months, {
      cold: Math.ceil(COLD_DRAWS / lanes),
      warmUp: Math.ceil(Math.min(draws, WARM_UP) / lanes),
      measured: batches.length,
    });
    return { draws: batches.length * lanes, outputs: outputs.length, ...measured };
  } finally {
    program.close();
  }
}

function kernelAlone(run: PreparedRun, { engine, keeps }: Case, draws: number, timed: Timed): Draws {
  const { graph, tables, catalogue } = run.model;
  const outputs = outputsOf(run, keeps);
  const kernel = timed(`compile, ${engine}, ${keeps}`, () => kernelOf(engine, graph, outputs));
  const sampler = timed('make sampler', () => samplerOf(run, SEED));
  const { lanes } = kernel;
  const wanted = Math.min(draws, engine === 'interpreter' ? INTERPRETED : MEASURED);
  const batches = batchesOf(wanted, lanes, graph.inputs.length, sampler);
  const out = new Float64Array(catalogue.months * outputs.length * lanes);
  const drawsOf = (count: number): number => {
    let done = 0;
    for (; done < count; done += lanes) {
      const batch = batches[(done / lanes) % batches.length] ?? new Float64Array(0);
      kernel.run(batch, tables, catalogue.months, out);
    }
    return done;
  };
  const cold = microsecondsPerDraw(() => drawsOf(Math.min(wanted, COLD_DRAWS)));
  if (engine !== 'interpreter') drawsOf(Math.min(draws, WARM_UP));
  collectGarbage();
  const warm = microsecondsPerDraw(() => drawsOf(wanted));
  return { draws: batches.length * lanes, outputs: outputs.length, warm, cold };
}

/** A kernel of either kind, seen as one that runs `lanes` draws at a time. */
interface LaneKernel {
  readonly lanes: number;
  run(inputs: Float64Array, tables: Float64Array, months: number, out: Float64Array): void;
}

function kernelOf(engine: Engine, graph: Graph, outputs: readonly string[]): LaneKernel {
  if (engine === 'webassembly') return compileBatch(graph, outputs, { backend: engine });
  const kernel =
    engine === 'javascript' ? compileJavaScript(graph, outputs) : createInterpreter(graph, outputs);
  return Object.assign(kernel, { lanes: 1 });
}

/** The first draws, `lanes` of them in a batch; the last is filled. */
function batchesOf(draws: number, lanes: number, inputs: number, sampler: Sampler): Float64Array[] {
  return Array.from({ length: Math.ceil(draws / lanes) }, (_, batch) =>
    batchOf(lanes, inputs, (lane, into) => sampler.fill(batch * lanes + lane, into)),
  );
}

/** Inputs of `lanes` draws, `[input][lane]`. */
function batchOf(
  lanes: number,
  inputs: number,
  fill: (lane: number, into: Float64Array) => void,
): Float64Array {
  const single = new Float64Array(inputs);
  const batch = new Float64Array(inputs * lanes);
  for (let lane = 0; lane < lanes; lane++) {
    fill(lane, single);
    for (let input = 0; input < inputs; input++) batch[input * lanes + lane] = single[input] ?? 0;
  }
  return batch;
}

function sampling(run: PreparedRun, draws: number, timed: Timed): Draws {
  const sampler = timed('make sampler', () => samplerOf(run, SEED));
  const inputs = new Float64Array(run.model.graph.inputs.length);
  const fill = (from: number, to: number): void => {
    for (let draw = from; draw < to; draw++) sampler.fill(draw, inputs);
  };
  const cold = microsecondsOf(COLD_DRAWS, () => fill(0, COLD_DRAWS));
  fill(COLD_DRAWS, COLD_DRAWS + Math.min(draws, WARM_UP));
  collectGarbage();
  const first = COLD_DRAWS + WARM_UP;
  return { draws, outputs: 0, warm: microsecondsOf(draws, () => fill(first, first + draws)), cold };
}

/** Of work that says how many draws it did. */
function microsecondsPerDraw(work: () => number): number {
  const before = performance.now();
  const draws = work();
  return ((performance.now() - before) * 1000) / draws;
}

function microsecondsOf(draws: number, work: () => unknown): number {
  const before = performance.now();
  work();
  return ((performance.now() - before) * 1000) / draws;
}

/** Where node was started with `--expose-gc`, so that one part’s waste is not another part’s time. */
function collectGarbage(): void {
  globalThis.gc?.();
}
