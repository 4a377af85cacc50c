import { compileBatch, compileJavaScript, createInterpreter } from '../src/engine/index.ts';
import type { Graph, Sampler } from '../src/engine/index.ts';
import { C_FLAGS, C_FLAGS_128, CProgram } from './c-kernel.ts';
import type { Case, Engine, Precision, Timed, Timing } from './measurement.ts';
import { collectGarbage, microsecondsPerDraw } from './measurement.ts';
import { timeStretches } from './stretches.ts';

/** A model with what it is run on. */
export interface KernelWork {
  readonly graph: Graph;
  readonly outputs: readonly string[];
  readonly tables: Float64Array;
  /** Steps of a run. */
  readonly months: number;
  readonly sampler: () => Sampler;
  /** Draws whose inputs are made beforehand and run in turn. */
  readonly draws: number;
  /** Draws before those that count. */
  readonly warmUp: number;
  /** How often all draws are run; 1 unless said. */
  readonly passes?: number;
}

export const COLD_DRAWS = 16;
/** Enough for V8 to have optimised what it is going to. */
export const WARM_UP = 2048;

/** A kernel of either kind, seen as one that runs `lanes` draws at a time. */
export interface LaneKernel {
  readonly lanes: number;
  run(inputs: Float64Array, tables: Float64Array, months: number, out: Float64Array): void;
}

export function kernelOf(
  engine: Engine,
  graph: Graph,
  outputs: readonly string[],
  precision: Precision = 'f64',
): LaneKernel {
  if (engine === 'webassembly') return compileBatch(graph, outputs, { backend: engine, precision });
  const kernel =
    engine === 'javascript' ? compileJavaScript(graph, outputs) : createInterpreter(graph, outputs);
  return Object.assign(kernel, { lanes: 1 });
}

/** Time of a kernel alone: sampling is done before, and nothing is made of the results. */
export function timeKernel(
  { engine, precision }: Pick<Case, 'engine' | 'precision'>,
  work: KernelWork,
  about: string,
  timed: Timed,
): Timing {
  const compile = `compile, ${engine}${precision === 'f32' ? ' f32' : ''}, ${about}`;
  if (engine === 'c' || engine === 'c-128') {
    const program = timed(compile, () => programOf(engine, work.graph, work.outputs, precision));
    return timeC(program, work, timed);
  }
  const kernel = timed(compile, () => kernelOf(engine, work.graph, work.outputs, precision));
  return timeOwn(kernel, work, timed);
}

/** Emitted C as a program. */
export function programOf(
  engine: 'c' | 'c-128',
  graph: Graph,
  outputs: readonly string[],
  precision: Precision,
): CProgram {
  return new CProgram(graph, outputs, engine === 'c' ? C_FLAGS : C_FLAGS_128, precision);
}

/** The same work as `timeOwn`, by a program of its own, whose memory is told; it is closed afterwards. */
function timeC(program: CProgram, work: KernelWork, timed: Timed): Timing {
  const { graph, outputs, tables, months, passes = 1 } = work;
  try {
    const sampler = timed('make sampler', work.sampler);
    const { lanes } = program;
    const batches = batchesOf(work.draws, lanes, graph.inputs.length, sampler);
    const measured = program.measure(batches, tables, months, {
      cold: Math.ceil(COLD_DRAWS / lanes),
      warmUp: Math.ceil(work.warmUp / lanes),
      measured: passes * batches.length,
    });
    return { draws: batches.length * lanes, outputs: outputs.length, ...measured };
  } finally {
    program.close();
  }
}

function timeOwn(kernel: LaneKernel, work: KernelWork, timed: Timed): Timing {
  const { graph, outputs, tables, months, passes = 1 } = work;
  const sampler = timed('make sampler', work.sampler);
  const { lanes } = kernel;
  const batches = batchesOf(work.draws, lanes, graph.inputs.length, sampler);
  const out = new Float64Array(months * outputs.length * lanes);
  const drawsOf = (count: number): number => {
    const runs = Math.ceil(count / lanes);
    for (let run = 0; run < runs; run++) kernel.run(batches[run % batches.length]!, tables, months, out);
    return runs * lanes;
  };
  const all = batches.length * lanes;
  const cold = microsecondsPerDraw(() => drawsOf(Math.min(all, COLD_DRAWS)));
  if (work.warmUp > 0) drawsOf(work.warmUp);
  collectGarbage();
  const warm =
    timeStretches(
      (call) => kernel.run(batches[call % batches.length]!, tables, months, out),
      passes * batches.length,
    ) / lanes;
  return { draws: all, outputs: outputs.length, warm, cold };
}

/** The first draws, `lanes` of them in a batch, each batch `[input][lane]`; the last is filled. */
export function batchesOf(draws: number, lanes: number, inputs: number, sampler: Sampler): Float64Array[] {
  const single = new Float64Array(inputs);
  return Array.from({ length: Math.ceil(draws / lanes) }, (_, number) => {
    const batch = new Float64Array(inputs * lanes);
    for (let lane = 0; lane < lanes; lane++) {
      sampler.fill(number * lanes + lane, single);
      for (let input = 0; input < inputs; input++) batch[input * lanes + lane] = single[input] ?? 0;
    }
    return batch;
  });
}
