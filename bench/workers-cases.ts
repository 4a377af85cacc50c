import { drawingOf, inputIndex, runEnsemble } from '../src/answers/ensemble.ts';
import { openObserver, stopWorkers, writeObserver } from '../src/engine/index.ts';
import type { Case, Precision, Settings, Timed, Timing } from './measurement.ts';
import { drawsOf } from './measurement.ts';
import { middle } from './spread.ts';
import { prepareModel, WHOLE_MODELS } from './whole-models.ts';
import type { WholeModel } from './whole-models.ts';
import { forecastRequests } from './workload.ts';

/** Draws, and how often all of them are run. */
const SIZES: readonly (readonly [draws: number, runs: number])[] = [
  [256, 15],
  [2048, 15],
  [100_000, 1],
];

/** Draws before those that count: they compile, start the workers and let V8 optimise. */
const FIRST_DRAWS = 2048;
const SEED = 1;
/** What is dragged: the input that all budgets are multiplied by. */
const LEVER = 'capex factor, all';

/**
 * The whole forecast to all its fans, on one worker and on two, as a lever is dragged: every run holds it elsewhere, by
 * the same sampling, whose draws the program keeps or draws again as it does on the page.
 */
export const WORKERS_CASES: readonly Case[] = WHOLE_MODELS.flatMap((model) =>
  SIZES.flatMap(([draws, runs]) =>
    (['f64', 'f32'] as const).flatMap((precision) =>
      [1, 2].map(
        (workers): Case => ({
          part: 'workers',
          workload: fansOf(draws),
          engine: 'webassembly',
          precision,
          workers,
          model,
          measure: (settings, timed) =>
            allFans({ model, draws: drawsOf(draws, settings), runs, precision, workers }, settings, timed),
        }),
      ),
    ),
  ),
);

export function fansOf(draws: number): string {
  return `all fans of ${draws.toLocaleString('en-US')} draws`;
}

export function compileStage(precision: Precision): string {
  return `compile, webassembly ${precision}, fans`;
}

interface Fans {
  readonly model: WholeModel;
  readonly draws: number;
  readonly runs: number;
  readonly precision: Precision;
  readonly workers: number;
}

async function allFans(
  { model, draws, runs, precision, workers }: Fans,
  settings: Settings,
  timed: Timed,
): Promise<Timing> {
  const { run, size } = prepareModel(model, settings, timed);
  const requests = forecastRequests(run);
  const { sampling, held } = drawingOf(run, { draws, seed: SEED });
  const lever = inputIndex(run, LEVER);
  const microseconds = async (factor: number, count: number): Promise<number> => {
    const others = held.filter(({ index }) => index !== lever);
    const drawing = { sampling, held: [...others, { index: lever, value: factor }] };
    const before = performance.now();
    await runEnsemble(run, requests, { draws: count, seed: SEED, precision, workers }, { drawing });
    return ((performance.now() - before) * 1000) / count;
  };
  // From the graph to a module that the host has taken.
  timed(compileStage(precision), () => openObserver(writeObserver(run.model.graph, requests, { precision })));
  const cold = await microseconds(1, drawsOf(FIRST_DRAWS, settings));
  const times: number[] = [];
  for (let number = 0; number < runs; number++) {
    times.push(await microseconds(0.8 + 0.4 * (number / runs), draws));
  }
  await stopWorkers();
  return {
    model: size,
    draws,
    outputs: requests.reduce((sum, { periods }) => sum + periods.length, 0),
    warm: middle(times),
    cold,
  };
}
