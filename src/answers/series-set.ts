import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { periodsOf } from './period.ts';
import type { Period, PeriodLength } from './period.ts';
import type { PreparedRun } from './scenario-run.ts';
import { findDimension, findSeries } from './series.ts';
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

/**
 * Rows of several series from the same futures, in one ensemble: the numbers of `answerSeries`, at the cost of one.
 * Throws `unknown-series`, `unknown-dimension`.
 */
export async function answerSeriesSet(
  run: PreparedRun,
  questions: readonly SeriesQuestion[],
  options: EnsembleOptions,
): Promise<SeriesOfSet[]> {
  const { startYear, months } = run.catalogue;
  const asked = questions.map(({ name, by, period }) => {
    const series = findSeries(run, name);
    const dimension = findDimension(series, by);
    const members = series.dimensions.get(dimension) ?? [];
    const periods = periodsOf(startYear, months, period);
    return { series, dimension, members, period, periods };
  });
  const requests = asked.flatMap(({ series, members, periods }) =>
    members.map((member) => ({ ...member, overTime: series.overTime, periods })),
  );
  const { summaries } = await runEnsemble(run, requests, options);
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
}
