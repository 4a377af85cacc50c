import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble, slotsOf } from './ensemble.ts';
import type { Period } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { ProblemError } from '../problem/problem.ts';
import { askedSeries } from './series.ts';
import type { SeriesQuestion } from './series.ts';
import type { SeriesDimension } from './series-catalogue.ts';

/** A series in every future by itself, for joint distributions that no summary holds. */
export interface SeriesFutures {
  readonly name: string;
  readonly unit: string;
  readonly dimension: SeriesDimension;
  readonly members: readonly string[];
  readonly periods: readonly Period[];
  readonly draws: number;
  /** Of a member and a period, by their positions: one number for each future, the first of which `explain` calls 1. */
  readonly values: (member: number, period: number) => Float64Array;
}

/** As many numbers as are handed out at once: what a table of them holds beside, a machine of 4 GB still has. */
export const MOST_NUMBERS = 5_000_000;

/**
 * Draws a series and keeps every number. Futures of one seed and one number of draws are the same for every series.
 * Throws `too-many-numbers` where there would be more than `MOST_NUMBERS`, `unknown-series`, `unknown-dimension`.
 */
export async function answerFutures(
  run: PreparedRun,
  question: SeriesQuestion,
  options: EnsembleOptions,
): Promise<SeriesFutures> {
  const { series, dimension, members, periods, requests } = askedSeries(run, question);
  const { draws } = options;
  const found = draws * members.length * periods.length;
  if (found > MOST_NUMBERS)
    throw new ProblemError([
      { code: 'too-many-numbers', params: { found: grouped(found), expected: grouped(MOST_NUMBERS) } },
    ]);
  const numbers = new Float64Array(found);
  const gathered = requests.map((request) => ({ ...request, gathered: true }));
  const slots = slotsOf(gathered);
  await runEnsemble(run, gathered, options, {
    gather: (block) => {
      for (const [member, slot] of slots.entries())
        for (const period of periods.keys())
          numbers.set(block.values(slot + period), (member * periods.length + period) * draws + block.first);
    },
  });
  return {
    name: series.name,
    unit: series.unit,
    dimension,
    members: members.map(({ member }) => member),
    periods,
    draws,
    values: (member, period) => {
      const start = (member * periods.length + period) * draws;
      return numbers.subarray(start, start + draws);
    },
  };
}

/** A large number as people read it in either language. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
