import type { Summary } from '../engine/index.ts';
import { answerCompare } from './compare.ts';
import type { CompareAnswer } from './compare.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { FigureBook } from './figures.ts';
import { pairedFigures } from './paired.ts';
import { periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import { canPair } from './scenario-change.ts';

/** Scenarios that somebody holds beside the one looked at. */
export interface PinnedAnswer {
  /** Key figures, the one looked at first; what each change does alone is left out. */
  readonly compare: CompareAnswer;
  /** Months of the run of the first scenario, as ISO first days. */
  readonly months: readonly string[];
  /**
   * Overdue GPU demand in months of due demand, of each other scenario less that of the first, by month: the difference
   * in each future, summarised. Null where a scenario has no futures in common with the first.
   */
  readonly overdue: readonly (readonly Summary[] | null)[];
}

/** Scenarios beside the first, with its draws and seed: key figures as `compare` gives them, and the shortage by month. */
export async function answerPinned(
  runs: readonly PreparedRun[],
  options: EnsembleOptions,
): Promise<PinnedAnswer> {
  const [base, ...others] = runs;
  if (base === undefined) throw new RangeError('nothing to hold pins against');
  const { catalogue } = base;
  const months = periodsOf(catalogue.startYear, catalogue.months, 'month');
  const compare = await answerCompare(runs, options, { isTakenApart: false });
  const book = new FigureBook(catalogue);
  const readers = book.series('overdue-months', 'total', 'gpu', months);
  const paired = others.filter((other) => canPair(base, other));
  const pairs =
    paired.length === 0
      ? []
      : await pairedFigures(
          base,
          { requests: book.requests, readers },
          paired.map((scenario) => ({ scenario })),
          options,
        );
  const byRun = new Map(paired.map((run, index) => [run, pairs[index]?.map(({ difference }) => difference)]));
  return {
    compare,
    months: months.map(({ start }) => start),
    overdue: others.map((run) => byRun.get(run) ?? null),
  };
}
