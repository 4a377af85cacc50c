import type { Summary } from '../engine/index.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import type { Period, PeriodLength } from './period.ts';
import type { PreparedRun } from './scenario-run.ts';
import { askedSeries } from './series.ts';
import type { SeriesQuestion, SeriesRow } from './series.ts';
import type { SeriesDimension } from './series-catalogue.ts';

/** One of several series that were drawn together. */
export interface SeriesOfSet {
  readonly name: string;
  readonly unit: string;
  readonly dimension: SeriesDimension;
  readonly period: PeriodLength;
  readonly members: readonly string[];
  readonly periods: readonly Period[];
  /** By member, then by period. */
  readonly rows: readonly SeriesRow[];
}

/** A series to be drawn with others. */
export interface SetQuestion extends SeriesQuestion {
  /** Those of its members that are asked for; all unless said. */
  readonly members?: readonly string[];
}

/** What is drawn for a set of series, and how the set comes of what was drawn. */
export interface SeriesSetPlan {
  readonly requests: readonly Request[];
  /** Of summaries by request and period. */
  setOf(summaries: readonly (readonly Summary[])[]): SeriesOfSet[];
}

/**
 * Rows of several series from the same futures, in one ensemble: the numbers of `answerSeries`, at the cost of one.
 * Throws `unknown-series`, `unknown-dimension`.
 */
export async function answerSeriesSet(
  run: PreparedRun,
  questions: readonly SetQuestion[],
  options: EnsembleOptions,
): Promise<SeriesOfSet[]> {
  const plan = planSeriesSet(run, questions);
  const { summaries } = await runEnsemble(run, plan.requests, options);
  return plan.setOf(summaries);
}

/** Throws as `answerSeriesSet` does. */
export function planSeriesSet(run: PreparedRun, questions: readonly SetQuestion[]): SeriesSetPlan {
  const asked = questions.map((question) => ({
    ...askedSeries(run, question, question.members),
    period: question.period,
  }));
  return {
    requests: asked.flatMap(({ requests }) => requests),
    setOf: (summaries) => {
      let next = 0;
      return asked.map(({ series: { name, unit }, dimension, members, period: length, periods }) => {
        const first = next;
        next += members.length;
        const rows = members.flatMap(({ member }, index) =>
          periods.flatMap((period, position): SeriesRow[] => {
            const summary = summaries[first + index]?.[position];
            const address = figureAddress(seriesFigure(name, dimension, member, period));
            return summary ? [{ address, series: name, dimension, member, period, unit, ...summary }] : [];
          }),
        );
        return {
          name,
          unit,
          dimension,
          period: length,
          members: members.map(({ member }) => member),
          periods,
          rows,
        };
      });
    },
  };
}
