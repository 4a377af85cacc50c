import { runEnsemble } from '../src/answers/ensemble.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { COLD_DRAWS, timeKernel, WARM_UP } from './kernel-timing.ts';
import type { Case, Engine, Precision, Settings, Timed, Timing } from './measurement.ts';
import { collectGarbage, drawsOf, microsecondsPerDraw } from './measurement.ts';
import { timeStretches } from './stretches.ts';
import { prepareModel, WHOLE_MODELS } from './whole-models.ts';
import type { WholeModel } from './whole-models.ts';
import { forecastRequests, samplerOf, scalarsOf } from './workload.ts';

/** Scalars kept of every draw: those of the forecast, one, or all. */
type Kept = 'forecast' | 'one' | 'all';

/** Unless said. */
const FORECAST_DRAWS = { webassembly: 10_000, javascript: 2048 } as const;
const SAMPLED_DRAWS = 10_000;
const MEASURED = 1024;
/** An interpreted draw costs many compiled ones. */
const INTERPRETED = 24;
const SEED = 1;

const WORKLOAD: Readonly<Record<Kept, string>> = {
  forecast: 'kernel',
  one: 'kernel, one output',
  all: 'kernel, all outputs',
};

/** The whole model: from draws to quantiles, the kernel alone, sampling alone. */
export const WHOLE_CASES: readonly Case[] = WHOLE_MODELS.flatMap((model) => [
  forecastCase(model, 'webassembly'),
  forecastCase(model, 'javascript'),
  kernelCase(model, 'c', 'forecast'),
  kernelCase(model, 'c', 'forecast', 'f32'),
  kernelCase(model, 'c-128', 'forecast'),
  kernelCase(model, 'webassembly', 'forecast'),
  kernelCase(model, 'webassembly', 'forecast', 'f32'),
  kernelCase(model, 'javascript', 'forecast'),
  kernelCase(model, 'interpreter', 'forecast'),
  kernelCase(model, 'webassembly', 'one'),
  kernelCase(model, 'webassembly', 'all'),
  wholeCase(model, 'sampling', 'none', 'f64', sampling),
]);

function wholeCase(
  model: WholeModel,
  workload: string,
  engine: Engine,
  precision: Precision,
  work: (run: PreparedRun, settings: Settings, timed: Timed) => Timing | Promise<Timing>,
): Case {
  return {
    part: 'whole',
    workload,
    engine,
    precision,
    workers: 1,
    model,
    measure: async (settings, timed) => {
      const { run, size } = prepareModel(model, settings, timed);
      return { ...(await work(run, settings, timed)), model: size };
    },
  };
}

function forecastCase(model: WholeModel, backend: 'webassembly' | 'javascript'): Case {
  return wholeCase(model, 'forecast', backend, 'f64', (run, { draws = FORECAST_DRAWS[backend] }) =>
    wholeForecast(run, backend, draws),
  );
}

/** `runEnsemble` with what the first screen keeps, compiling, sampling and quantiles included, in one thread. */
async function wholeForecast(
  run: PreparedRun,
  backend: 'webassembly' | 'javascript',
  draws: number,
): Promise<Timing> {
  const requests = forecastRequests(run);
  const ensembleOf = (count: number): ReturnType<typeof runEnsemble> =>
    runEnsemble(run, requests, { draws: count, seed: SEED, backend, workers: 1 });
  let before = performance.now();
  await ensembleOf(COLD_DRAWS);
  const cold = ((performance.now() - before) * 1000) / COLD_DRAWS;
  collectGarbage();
  before = performance.now();
  await ensembleOf(draws);
  const warm = ((performance.now() - before) * 1000) / draws;
  return { draws, outputs: scalarsOf(requests).length, warm, cold };
}

function outputsOf(run: PreparedRun, kept: Kept): string[] {
  const { graph } = run.model;
  if (kept === 'one') return ['overdue months[gpu]'];
  if (kept === 'all') return [...graph.variables, ...graph.states].map(({ name }) => name);
  return scalarsOf(forecastRequests(run));
}

function kernelCase(model: WholeModel, engine: Engine, kept: Kept, precision: Precision = 'f64'): Case {
  return wholeCase(model, WORKLOAD[kept], engine, precision, (run, settings, timed) => {
    const { graph, tables, catalogue } = run.model;
    const draws = drawsOf(engine === 'interpreter' ? INTERPRETED : MEASURED, settings);
    const work = {
      graph,
      outputs: outputsOf(run, kept),
      tables,
      months: catalogue.months,
      sampler: () => samplerOf(run, SEED),
      draws,
      warmUp: engine === 'interpreter' ? 0 : drawsOf(WARM_UP, settings),
    };
    return timeKernel({ engine, precision }, work, kept, timed);
  });
}

function sampling(run: PreparedRun, settings: Settings, timed: Timed): Timing {
  const draws = settings.draws ?? SAMPLED_DRAWS;
  const sampler = timed('make sampler', () => samplerOf(run, SEED));
  const inputs = new Float64Array(run.model.graph.inputs.length);
  const fill = (from: number, count: number) => (): number => {
    for (let draw = from; draw < from + count; draw++) sampler.fill(draw, inputs);
    return count;
  };
  const cold = microsecondsPerDraw(fill(0, COLD_DRAWS));
  fill(COLD_DRAWS, drawsOf(WARM_UP, settings))();
  collectGarbage();
  const warm = timeStretches((call) => sampler.fill(COLD_DRAWS + WARM_UP + call, inputs), draws);
  return { draws, outputs: 0, warm, cold };
}
