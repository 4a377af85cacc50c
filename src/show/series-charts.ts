import type { Summary } from '../engine/index.ts';
import { figureAddress } from '../answers/figure/figure-address.ts';
import { seriesFigure } from '../answers/figure/figure.ts';
import type { SeriesOfSet } from '../answers/series-set.ts';
import type { AreaSpec, BarsSpec, ChartSpec, FanSpec } from './charts/chart-spec.ts';
import { chartFormat } from './charts/chart-format.ts';
import { summaryBands } from './charts/summary-bands.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { seriesUnit } from './series-figure.ts';

/** Layers told apart; the smaller ones are summed. */
const MOST_LAYERS = 7;
const MOST_BARS = 12;

/** How a series is drawn, and under which heading. */
export interface SeriesChart {
  readonly chart: 'area' | 'fan' | 'bars';
  readonly title: string;
  /** Of a fan. */
  readonly member?: string;
  readonly draws: number;
  /** ISO day of the run, at which fans are marked. */
  readonly asOf: string;
  /** Of bars; the one after that of the run unless said. */
  readonly year?: string;
}

export function seriesChart(series: SeriesOfSet, how: SeriesChart, language: Language): ChartSpec {
  const draw = { area: areaOf, fan: fanOf, bars: barsOf }[how.chart];
  return draw(series, how, language);
}

/** The year that bars are of unless readers choose another: the one after that of the as-of date. */
export function barsYear(asOf: string): string {
  return String(Number(asOf.slice(0, 4)) + 1);
}

function areaOf(series: SeriesOfSet, { title }: SeriesChart, language: Language): AreaSpec {
  const layers = series.members
    .map((member) => {
      const rows = rowsOf(series, member);
      return {
        member,
        values: rows.map(({ mean }) => mean),
        figures: rows.map(({ address }) => address),
      };
    })
    .filter(({ values }) => values.some((value) => value > 0))
    .toSorted((a, b) => total(b.values) - total(a.values));
  const shown = layers.slice(0, MOST_LAYERS).map(({ member, ...layer }) => ({
    name: nameOf(series, member, language),
    ...layer,
  }));
  const others = layers.slice(MOST_LAYERS);
  const times = series.periods.map(({ start }) => start);
  const rest = times.map((_, time) => others.reduce((sum, { values }) => sum + (values[time] ?? 0), 0));
  const all = times.map((_, time) => layers.reduce((sum, { values }) => sum + (values[time] ?? 0), 0));
  return {
    kind: 'area',
    title,
    subtitle: translate(language, 'page.series.mean', { unit: seriesUnit(series.unit, language) }),
    times,
    layers:
      others.length > 0
        ? [
            ...shown,
            {
              name: translate(language, 'page.series.others'),
              values: rest,
              figures: sumsOf(
                series,
                others.map(({ member }) => member),
              ),
            },
          ]
        : shown,
    format: chartFormat(Math.max(...all, 0), series.unit, language),
  };
}

function fanOf(
  series: SeriesOfSet,
  { title, member = '', asOf, draws }: SeriesChart,
  language: Language,
): FanSpec {
  const rows = rowsOf(series, member);
  const of = (key: keyof Summary): number[] => rows.map((row) => row[key]);
  return {
    kind: 'fan',
    title,
    subtitle: translate(language, 'page.series.fan', { unit: seriesUnit(series.unit, language) }),
    times: series.periods.map(({ end }) => end),
    fans: [
      {
        name: nameOf(series, member, language),
        role: 'scenario',
        median: of('p50'),
        bands: summaryBands(rows, draws),
        figures: rows.map(({ address }) => address),
      },
    ],
    format: chartFormat(Math.max(...of('p90'), 0), series.unit, language),
    asOf,
  };
}

function barsOf(
  series: SeriesOfSet,
  { title, asOf, year = barsYear(asOf) }: SeriesChart,
  language: Language,
): BarsSpec {
  const rows = series.rows
    .filter(({ period, p90 }) => period.start.startsWith(year) && p90 > 0)
    .toSorted((a, b) => b.p50 - a.p50)
    .slice(0, MOST_BARS);
  return {
    kind: 'bars',
    title,
    subtitle: translate(language, 'page.series.bars', { unit: seriesUnit(series.unit, language) }),
    bars: rows.map(({ member, p50, p10, p90, address }) => ({
      name: nameOf(series, member, language),
      value: p50,
      low: p10,
      high: p90,
      figure: address,
    })),
    format: chartFormat(Math.max(...rows.map(({ p90 }) => p90), 0), series.unit, language),
  };
}

/** Addresses of several members together, by period. */
function sumsOf({ name, dimension, periods }: SeriesOfSet, members: readonly string[]): string[] {
  return periods.map((period) => figureAddress(seriesFigure(name, dimension, members, period)));
}

function rowsOf({ rows }: SeriesOfSet, member: string): SeriesOfSet['rows'] {
  return rows.filter((row) => row.member === member);
}

function nameOf({ dimension }: SeriesOfSet, member: string, language: Language): string {
  return memberName(dimension, member, new Map(), language);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
