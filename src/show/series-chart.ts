import type { SeriesRow } from '../answers/series.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { ChartSpec, FanSpec, HeatMapSpec, LineSpec, ValueFormat } from './charts/chart-spec.ts';
import { futuresOf, summaryBands } from './charts/summary-bands.ts';
import { dayOfMonth, monthOf } from './charts/time-axis.ts';
import { formatPeriod } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import type { SeriesView } from './series-view.ts';
import { seriesTitle } from './series-view.ts';

/** More lines than these could not be told apart. */
const MOST_LINES = 8;

interface Member {
  readonly name: string;
  readonly rows: readonly SeriesRow[];
}

/**
 * A series as a drawing: shares by quarter as a heat-map, one member as a fan, several as lines of their medians with
 * the range in words. Of more members than can be told apart the largest are drawn, and the drawing says so.
 */
export function seriesChart(view: SeriesView, language: Language): ChartSpec {
  const { answer, length } = view;
  const all = answer.members.map(
    (member): Member => ({
      name: memberName(answer.dimension, member, view.names, language),
      rows: answer.rows.filter((row) => row.member === member),
    }),
  );
  const shown = all.filter(({ rows }) => rows.some(({ p90, mean }) => p90 !== 0 || mean !== 0));
  const [only] = shown;
  const isShare = answer.series.unit === '1';
  if (isShare && length === 'quarter' && shown.length > 1) return shareMap(shown, view, language);
  if (shown.length === 1 && only !== undefined && !isShare) return fan(only, view, language);
  return lines(shown, view, language);
}

function shareMap(members: readonly Member[], view: SeriesView, language: Language): HeatMapSpec {
  return {
    kind: 'heat-map',
    title: seriesTitle(view, language),
    subtitle: withMeaning(translate(language, 'series.chart.shares'), view, language),
    rows: members.map(({ name }) => ({ name })),
    quarters: view.answer.periods.map(({ start }) => start),
    values: members.map(({ rows }) => rows.map(({ mean }) => mean * 100)),
  };
}

function fan(member: Member, view: SeriesView, language: Language): FanSpec {
  return {
    kind: 'fan',
    ...frameOf([member], view, language),
    subtitle: withMeaning(translate(language, 'series.chart.median'), view, language),
    fans: [
      {
        name: member.name,
        role: 'scenario',
        median: member.rows.map(({ p50 }) => p50),
        bands: summaryBands(member.rows, futuresOf(view)),
      },
    ],
  };
}

function lines(members: readonly Member[], view: SeriesView, language: Language): LineSpec {
  const isShare = view.answer.series.unit === '1';
  const value = (row: SeriesRow): number => (isShare ? row.mean : row.p50);
  const largest = members.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, MOST_LINES);
  const reading = translate(language, isShare ? 'series.chart.means' : 'series.chart.medians');
  const left = members.length - largest.length;
  return {
    kind: 'line',
    ...frameOf(largest, view, language),
    subtitle:
      left === 0
        ? withMeaning(reading, view, language)
        : withMeaning(
            translate(language, 'series.chart.largest', { reading, shown: largest.length, left }),
            view,
            language,
          ),
    lines: largest.map(({ name, rows }) => ({
      name,
      values: rows.map(value),
      knowledge: 'modelled',
      ...(isShare
        ? {}
        : { range: { share: 80, low: rows.map(({ p10 }) => p10), high: rows.map(({ p90 }) => p90) } }),
    })),
  };
}

/** What the series means, before how the drawing is read. */
function withMeaning(reading: string, { answer }: SeriesView, language: Language): string {
  return translate(language, 'series.chart.meaning', { meaning: answer.series.meaning[language], reading });
}

function sumOf({ rows }: Member): number {
  return rows.reduce((sum, { mean }) => sum + mean, 0);
}

function frameOf(members: readonly Member[], view: SeriesView, language: Language) {
  const { answer, asOf } = view;
  const largest = Math.max(...members.flatMap(({ rows }) => rows.map(({ p90 }) => p90)));
  const format: ValueFormat = chartFormat(largest, answer.series.unit, language);
  return {
    title: seriesTitle(view, language),
    // A period stands at its middle.
    times: answer.periods.map(({ start, end }) => dayOfMonth((monthOf(start) + monthOf(end)) / 2)),
    timeNames: answer.periods.map(({ start, end }) => formatPeriod(start, end, language)),
    format,
    asOf,
  };
}
