import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { figureCell } from './data-table.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { firstKnown, lastKnown } from './plot.ts';
import { timeName, TOLD_SHARE, toldBand } from './series-cursor.ts';
import type { TimeChart, TimeSeries } from './time-chart.ts';

/** Beyond these a table tells more than sentences. */
const MOST_TOLD = 4;

/** Title, and for the first series where they begin and end. */
export function summaryOfSeries(chart: TimeChart, language: Language): string {
  // Those that somebody has pinned are few and all wanted.
  const pinned = chart.series.filter(({ number }) => number !== undefined).length;
  const parts = chart.series
    .toReversed()
    .slice(0, MOST_TOLD + pinned)
    .flatMap((series) => sentence(series, chart, language));
  return translate(language, 'chart.summary', {
    title: chart.title,
    parts: parts.join(language === 'ja' ? '' : ' '),
  });
}

function sentence(series: TimeSeries, chart: TimeChart, language: Language): string[] {
  const { format } = chart;
  const { name, values } = series;
  const [first, last] = [firstKnown(values), lastKnown(values)];
  if (first < 0) return [];
  const told = {
    series: name,
    first: format.figure(values[first] ?? NaN),
    last: format.figure(values[last] ?? NaN),
    start: timeName(chart, first, language),
    end: timeName(chart, last, language),
  };
  const band = toldBand(series);
  const range = band && format.range(band.low[last] ?? NaN, band.high[last] ?? NaN);
  return range
    ? [translate(language, 'chart.summary.range', { ...told, share: TOLD_SHARE, range })]
    : [translate(language, 'chart.summary.series', told)];
}

/** One row for each time, for each series its value and its bands. */
export function tableOfSeries(chart: TimeChart, language: Language): DataTable {
  const { times, format } = chart;
  const series = chart.series.toReversed();
  const columns = series.flatMap(({ name, values, bands, told, figures }) => [
    {
      title:
        bands.length === 0 && told === undefined
          ? name
          : translate(language, 'chart.table.median', { series: name }),
      cell: (index: number): DataCell =>
        Number.isFinite(values[index])
          ? figureCell(format.figure(values[index] ?? NaN), figures?.[index])
          : '',
    },
    ...(told === undefined ? bands : [told]).map(({ share, low, high }) => ({
      title: translate(language, 'chart.table.band', { series: name, share }),
      cell: (index: number): DataCell =>
        Number.isFinite(low[index]) ? format.range(low[index] ?? NaN, high[index] ?? NaN) : '',
    })),
  ]);
  return {
    header: [translate(language, 'chart.table.time'), ...columns.map(({ title }) => title)],
    rows: times.map((_, index) => [
      timeName(chart, index, language),
      ...columns.map(({ cell }) => cell(index)),
    ]),
  };
}
