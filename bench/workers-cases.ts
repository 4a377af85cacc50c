import { runEnsemble } from '../src/answers/ensemble.ts';
import { openObserver, stopWorkers, writeObserver } from '../src/engine/index.ts';
import type { Case, Precision, Settings, Timed, Timing } from './measurement.ts';
import { collectGarbage, drawsOf } from './measurement.ts';
import { middle } from './spread.ts';
import { prepareModel, WHOLE_MODELS } from './whole-models.ts';
import type { WholeModel } from './whole-models.ts';
import { forecastRequests } from './workload.ts';

/** Draws, and how often all of them are run. */
const SIZES: readonly (readonly [draws: number, runs: number])[] = [
  [256, 15],
  [2048, 5],
  [100_000, 1],
];

/** Draws before those that count: they compile, start the workers and let V8 optimise. */
const FIRST_DRAWS = 2048;

/** The whole forecast, from inputs not yet drawn to all its fans, on one worker and on two. */
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
  // Each run has a seed of its own, so that nothing drawn before is of use to it.
  const microseconds = async (seed: number, count: number): Promise<number> => {
    const before = performance.now();
    await runEnsemble(run, requests, { draws: count, seed, precision, workers });
    return ((performance.now() - before) * 1000) / count;
  };
  // From the graph to a module that the host has taken.
  timed(compileStage(precision), () => openObserver(writeObserver(run.model.graph, requests, { precision })));
  const cold = await microseconds(1, drawsOf(FIRST_DRAWS, settings));
  const times: number[] = [];
  for (let number = 0; number < runs; number++) {
    collectGarbage();
    times.push(await microseconds(2 + number, draws));
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
