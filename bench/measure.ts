import { runEnsemble } from '../src/answers/ensemble.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { compileJavaScript, createInterpreter, summarise } from '../src/engine/index.ts';
import type { Kernel } from '../src/engine/index.ts';
import { forecastRequests, readWorkload, samplerOf, scalarsOf } from './workload.ts';

/** What is measured, each in a process of its own so that memory and warmth are its own. */
export const WORKLOADS = {
  forecast: { engine: 'javascript', outputs: 'forecast' },
  kernel: { engine: 'javascript', outputs: 'forecast' },
  'kernel, one output': { engine: 'javascript', outputs: 'one' },
  'kernel, all outputs': { engine: 'javascript', outputs: 'all' },
  'kernel, interpreted': { engine: 'interpreter', outputs: 'forecast' },
  sampling: { engine: 'none', outputs: 'none' },
} as const satisfies Record<string, { engine: Engine; outputs: 'forecast' | 'one' | 'all' | 'none' }>;

export type WorkloadName = keyof typeof WORKLOADS;
export type Engine = 'javascript' | 'interpreter' | 'none';

/** One repeat of one workload. */
export interface Measurement {
  readonly workload: WorkloadName;
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
const WARM_UP = 512;
const MEASURED = 512;
/** An interpreted draw costs many compiled ones. */
const INTERPRETED = 24;
const SEED = 1;

/** Measures a workload in this process, which should have done nothing before. */
export function measure(workload: WorkloadName, draws: number, scenario: string): Measurement {
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
      ? wholeForecast(run, draws, timed)
      : workload === 'sampling'
        ? sampling(run, draws, timed)
        : kernelAlone(run, workload, draws, timed);
  const peakMemoryMB = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { workload, ...measured, stages, peakMemoryMB };
}

type Timed = <T>(stage: string, work: () => T) => T;
type Draws = Pick<Measurement, 'draws' | 'outputs' | 'warm' | 'cold'>;

/** `runEnsemble` with what the first screen keeps, compiling and sampling included, then all quantiles. */
function wholeForecast(run: PreparedRun, draws: number, timed: Timed): Draws {
  const requests = forecastRequests(run);
  const cold = microsecondsOf(COLD_DRAWS, () =>
    runEnsemble(run, requests, { draws: COLD_DRAWS, seed: SEED }),
  );
  collectGarbage();
  const before = performance.now();
  const ensemble = runEnsemble(run, requests, { draws, seed: SEED });
  const warm = ((performance.now() - before) * 1000) / draws;
  const scratch = new Float64Array(draws);
  timed('quantiles', () => ensemble.values.flat().map((values) => summarise(values, scratch)));
  return { draws, outputs: scalarsOf(requests).length, warm, cold };
}

function kernelAlone(run: PreparedRun, workload: WorkloadName, draws: number, timed: Timed): Draws {
  const { graph, tables, catalogue } = run.model;
  const { engine, outputs: wanted } = WORKLOADS[workload];
  const outputs =
    wanted === 'one'
      ? ['overdue months[gpu]']
      : wanted === 'all'
        ? [...graph.variables, ...graph.states].map(({ name }) => name)
        : scalarsOf(forecastRequests(run));
  const create: (of: typeof graph, names: readonly string[]) => Kernel =
    engine === 'interpreter' ? createInterpreter : compileJavaScript;
  const kernel = timed('compile', () => create(graph, outputs));
  const sampler = timed('make sampler', () => samplerOf(run, SEED));
  const count = Math.min(draws, engine === 'interpreter' ? INTERPRETED : MEASURED);
  const inputs = Array.from({ length: count }, (_, draw) => {
    const values = new Float64Array(graph.inputs.length);
    sampler.fill(draw, values);
    return values;
  });
  const out = new Float64Array(catalogue.months * outputs.length);
  const drawsOf = (times: number): void => {
    for (let draw = 0; draw < times; draw++) {
      kernel.run(inputs[draw % count] ?? new Float64Array(0), tables, catalogue.months, out);
    }
  };
  const few = Math.min(count, COLD_DRAWS);
  const cold = microsecondsOf(few, () => drawsOf(few));
  if (engine !== 'interpreter') drawsOf(Math.min(draws, WARM_UP));
  collectGarbage();
  return { draws: count, outputs: outputs.length, warm: microsecondsOf(count, () => drawsOf(count)), cold };
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

function microsecondsOf(draws: number, work: () => unknown): number {
  const before = performance.now();
  work();
  return ((performance.now() - before) * 1000) / draws;
}

/** Where node was started with `--expose-gc`, so that one part’s waste is not another part’s time. */
function collectGarbage(): void {
  globalThis.gc?.();
}
