import type { Summary } from '../engine/index.ts';
import { summarise } from '../engine/index.ts';
import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import type { Period, PeriodLength } from './period.ts';
import { periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { Series, SeriesDimension } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';

/** One row of the long table. */
export interface SeriesRow extends Summary {
  readonly series: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly period: Period;
  readonly unit: string;
}

export interface SeriesAnswer {
  readonly series: Series;
  readonly dimension: SeriesDimension;
  readonly periods: readonly Period[];
  readonly rows: readonly SeriesRow[];
}

export interface SeriesQuestion {
  readonly name: string;
  /** The series’ first dimension when not given. */
  readonly by?: SeriesDimension;
  readonly period: PeriodLength;
}

/** A series by name; throws `unknown-series` with the nearest name. */
export function findSeries(run: PreparedRun, name: string): Series {
  const all = seriesOf(run.catalogue);
  const found = all.find((series) => series.name === name);
  if (found) return found;
  const nearest = nearestName(
    name,
    all.map((series) => series.name),
  );
  throw new ProblemError([
    {
      code: 'unknown-series',
      params: {
        found: name,
        expected: all.map((series) => series.name).join(', '),
        ...(nearest === undefined ? {} : { nearest }),
      },
    },
  ]);
}

/** Rows of a series over all its members and periods. Throws `unknown-series`, `unknown-dimension`. */
export function answerSeries(
  run: PreparedRun,
  question: SeriesQuestion,
  options: EnsembleOptions,
): SeriesAnswer {
  const series = findSeries(run, question.name);
  const dimension = question.by ?? [...series.dimensions.keys()][0] ?? 'total';
  const members = series.dimensions.get(dimension);
  if (members === undefined) {
    throw new ProblemError([
      {
        code: 'unknown-dimension',
        params: { name: series.name, found: dimension, expected: [...series.dimensions.keys()].join(', ') },
      },
    ]);
  }
  const periods = periodsOf(run.catalogue.startYear, run.catalogue.months, question.period);
  const ensemble = runEnsemble(
    run,
    members.map((member) => ({ ...member, overTime: series.overTime, periods })),
    options,
  );
  const scratch = new Float64Array(options.draws);
  const rows = members.flatMap(({ member }, index) =>
    periods.map(
      (period, position): SeriesRow => ({
        series: series.name,
        dimension,
        member,
        period,
        unit: series.unit,
        ...summarise(ensemble.values[index]?.[position] ?? new Float64Array(0), scratch),
      }),
    ),
  );
  return { series, dimension, periods, rows };
}
