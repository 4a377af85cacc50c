import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import type { DataTable } from './data-table.ts';
import { firstKnown, lastKnown } from './plot.ts';
import { TOLD_SHARE } from './series-cursor.ts';
import type { TimeChart, TimeSeries } from './time-chart.ts';

/** Title, and for each series where it begins and ends. */
export function summaryOfSeries(chart: TimeChart, language: Language): string {
  const parts = chart.series.toReversed().flatMap((series) => sentence(series, chart, language));
  return translate(language, 'chart.summary', {
    title: chart.title,
    parts: parts.join(language === 'ja' ? '' : ' '),
  });
}

function sentence({ name, values, bands }: TimeSeries, chart: TimeChart, language: Language): string[] {
  const { times, format } = chart;
  const [first, last] = [firstKnown(values), lastKnown(values)];
  if (first < 0) return [];
  const told = {
    series: name,
    first: format.figure(values[first] ?? NaN),
    last: format.figure(values[last] ?? NaN),
    start: formatMonth(times[first] ?? '', language),
    end: formatMonth(times[last] ?? '', language),
  };
  const band = bands.find(({ share }) => share === TOLD_SHARE);
  const range = band && format.range(band.low[last] ?? NaN, band.high[last] ?? NaN);
  return range
    ? [translate(language, 'chart.summary.range', { ...told, share: TOLD_SHARE, range })]
    : [translate(language, 'chart.summary.series', told)];
}

/** One row for each time, for each series its value and its bands. */
export function tableOfSeries(chart: TimeChart, language: Language): DataTable {
  const { times, format } = chart;
  const series = chart.series.toReversed();
  const columns = series.flatMap(({ name, values, bands }) => [
    {
      title: bands.length === 0 ? name : translate(language, 'chart.table.median', { series: name }),
      text: (index: number) => (Number.isFinite(values[index]) ? format.figure(values[index] ?? NaN) : ''),
    },
    ...bands.map(({ share, low, high }) => ({
      title: translate(language, 'chart.table.band', { series: name, share }),
      text: (index: number) =>
        Number.isFinite(low[index]) ? format.range(low[index] ?? NaN, high[index] ?? NaN) : '',
    })),
  ]);
  return {
    header: [translate(language, 'chart.table.time'), ...columns.map(({ title }) => title)],
    rows: times.map((time, index) => [
      formatMonth(time, language),
      ...columns.map(({ text }) => text(index)),
    ]),
  };
}
