import type { Period } from '../../src/answers/period.ts';
import type { SeriesOfSet } from '../../src/answers/series-set.ts';
import type { SeriesQuestion, SeriesRow } from '../../src/answers/series.ts';
import type { ChartSpec } from '../../src/show/charts/chart-spec.ts';
import { tableOf } from '../../src/show/charts/chart.ts';
import { cellText } from '../../src/show/charts/data-table.ts';
import type { DataTable } from '../../src/show/charts/data-table.ts';
import { NO_CHANGES, plantOpenings } from '../../src/show/plant-openings.ts';
import { plantTimeline } from '../../src/show/plant-timeline.ts';
import { seriesChart } from '../../src/show/series-charts.ts';
import type { SeriesChart } from '../../src/show/series-charts.ts';
import type { ShownTable } from './shown-tables.ts';

/** What `chokepoint series --json` writes, as far as charts need it. */
interface SeriesData {
  readonly unit: string;
  readonly dimension: SeriesOfSet['dimension'];
  readonly rows: readonly (Omit<SeriesRow, 'period'> & {
    readonly period_start: string;
    readonly period_end: string;
  })[];
}

/** The command that tells a series, without its scenario. */
export function seriesCommand({ name, by, period }: SeriesQuestion): string[] {
  return ['series', name, ...(by === undefined ? [] : ['--by', by]), '--period', period, '--json'];
}

/** A series that the command line has told, as the page has it. */
export function toldSeries({ name, period }: SeriesQuestion, json: string): SeriesOfSet {
  const { unit, dimension, rows: told } = JSON.parse(json) as SeriesData;
  // Charts go by days; months of the run are not told.
  const rows = told.map(({ period_start: start, period_end: end, ...row }): SeriesRow => {
    const within: Period = { start, end, first: NaN, last: NaN };
    return { ...row, period: within };
  });
  return {
    name,
    unit,
    dimension,
    period,
    members: [...new Set(rows.map(({ member }) => member))],
    periods: [...new Map(rows.map((row) => [row.period.start, row.period])).values()],
    rows,
  };
}

/** Every way in which a page may draw a series, without headings. */
export function seriesCharts(
  series: SeriesOfSet,
  { draws, asOf }: Pick<SeriesChart, 'draws' | 'asOf'>,
): DataTable[] {
  const how = { title: '', draws, asOf };
  const specs: ChartSpec[] = [
    seriesChart(series, { ...how, chart: 'area' }, 'en'),
    seriesChart(series, { ...how, chart: 'bars' }, 'en'),
    ...series.members.map((member) => seriesChart(series, { ...how, chart: 'fan', member }, 'en')),
    ...(series.dimension === 'plant'
      ? [plantTimeline(series, plantOpenings(series, asOf, NO_CHANGES), asOf, 'en')]
      : []),
  ];
  return specs.map((spec) => tableOf(spec, 'en'));
}

/** Whether a table shows a series; the head of its first column may name the chart. */
export function isOfSeries(shown: ShownTable, { header, rows }: DataTable): boolean {
  const text = (heads: readonly string[], cells: ShownTable['rows']): string =>
    JSON.stringify([heads.slice(1), cells]);
  const told = rows.map((row) => row.map(cellText));
  return rows.length > 0 && text(shown.header, shown.rows) === text(header, told);
}
