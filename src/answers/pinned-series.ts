import type { EnsembleOptions } from './ensemble.ts';
import { pairedEffects } from './paired.ts';
import { canPair } from './scenario-change.ts';
import type { PreparedRun } from './scenario-run.ts';
import { answerSeriesSet, planSeriesSet } from './series-set.ts';
import type { SeriesOfSet, SetQuestion } from './series-set.ts';

/** Series by pin, in the order of the pins; null where a pin has no futures in common with the scenario. */
export type PinnedSeries = readonly (readonly SeriesOfSet[] | null)[];

/** Series of scenarios that somebody holds beside another, each as it is. Throws as `answerSeriesSet` does. */
export async function answerPinnedSeries(
  pins: readonly PreparedRun[],
  questions: readonly SetQuestion[],
  options: EnsembleOptions,
): Promise<PinnedSeries> {
  const answers: SeriesOfSet[][] = [];
  for (const pin of pins) answers.push(await answerSeriesSet(pin, questions, options));
  return answers;
}

/**
 * The same less those of the scenario: the difference in each future, summarised. Members are those of the scenario.
 * Throws as `answerSeriesSet` does.
 */
export async function answerSeriesDifferences(
  scenario: PreparedRun,
  pins: readonly PreparedRun[],
  questions: readonly SetQuestion[],
  options: EnsembleOptions,
): Promise<PinnedSeries> {
  const plan = planSeriesSet(scenario, questions);
  const paired = pins.filter((pin) => canPair(scenario, pin));
  if (paired.length === 0 || plan.requests.length === 0) return pins.map(() => null);
  const effects = await pairedEffects(
    scenario,
    plan.requests,
    paired.map((pin) => ({ scenario: pin })),
    options,
  );
  return pins.map((pin) => {
    const effect = effects[paired.indexOf(pin)];
    return effect
      ? plan.setOf(effect.map((ofRequest) => ofRequest.map(({ difference }) => difference)))
      : null;
  });
}
