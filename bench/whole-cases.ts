import { runEnsemble } from '../src/answers/ensemble.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { prepareRun } from '../src/answers/prepare-run.ts';
import { COLD_DRAWS, timeKernel, WARM_UP } from './kernel-timing.ts';
import type { Case, Engine, Precision, Settings, Timed, Timing } from './measurement.ts';
import { collectGarbage, drawsOf, microsecondsPerDraw } from './measurement.ts';
import { timeStretches } from './stretches.ts';
import { forecastRequests, readWorkload, samplerOf, scalarsOf } from './workload.ts';

/** Scalars kept of every draw: those of the forecast, one, or all. */
type Kept = 'forecast' | 'one' | 'all';

/** Unless said. */
const FORECAST_DRAWS = 10_000;
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
export const WHOLE_CASES: readonly Case[] = [
  forecastCase('webassembly'),
  forecastCase('javascript'),
  kernelCase('c', 'forecast'),
  kernelCase('c-128', 'forecast'),
  kernelCase('webassembly', 'forecast'),
  kernelCase('webassembly', 'forecast', 'f32'),
  kernelCase('javascript', 'forecast'),
  kernelCase('interpreter', 'forecast'),
  kernelCase('webassembly', 'one'),
  kernelCase('webassembly', 'all'),
  { ...named('sampling', 'none'), measure: sampling },
];

function named(workload: string, engine: Engine): Omit<Case, 'measure'> {
  return { part: 'whole', workload, engine, precision: 'f64', workers: 1 };
}

/** The shipped figures and the scenario, ready to be run. */
export function prepare({ scenario }: Settings, timed: Timed): PreparedRun {
  const { evidence, dated } = timed('read figures', () => readWorkload(scenario));
  return timed('build model and beliefs', () => prepareRun(evidence, dated.scenario, dated.day));
}

function forecastCase(backend: 'webassembly' | 'javascript'): Case {
  return {
    ...named('forecast', backend),
    measure: (settings, timed) =>
      wholeForecast(prepare(settings, timed), backend, settings.draws ?? FORECAST_DRAWS),
  };
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

function kernelCase(engine: Engine, kept: Kept, precision: Precision = 'f64'): Case {
  return {
    ...named(WORKLOAD[kept], engine),
    precision,
    measure: (settings, timed) => {
      const run = prepare(settings, timed);
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
    },
  };
}

function sampling(settings: Settings, timed: Timed): Timing {
  const run = prepare(settings, timed);
  const draws = settings.draws ?? FORECAST_DRAWS;
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
