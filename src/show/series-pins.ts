import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import { joinRange } from './amount-format.ts';
import type { AreaSpec, BarsSpec, ChartSpec, FanSpec, ValueFormat } from './charts/chart-spec.ts';
import { pairedFormat } from './difference-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { pinSeries } from './pin-charts.ts';
import { seriesUnit } from './series-figure.ts';

/** Of differences by member, those that move most. */
const MOST_MEMBERS = 8;

/** A pin with its series. */
export interface PinOfSeries {
  readonly name: string;
  /** From 1. */
  readonly number: number;
  /** As the one that the chart is of, as it is under the pin, or less that of the scenario. */
  readonly series: SeriesOfSet;
}

/**
 * The chart of a series with pins: over a fan each as a numbered line between the edges of 80 of 100 futures, over layers
 * as a line of their sum, below bars as points. `member` is that of a fan; `shown` the series that the chart is of.
 */
export function withPins(
  spec: ChartSpec,
  shown: SeriesOfSet,
  member: string,
  pins: readonly PinOfSeries[],
  language: Language,
): ChartSpec {
  switch (spec.kind) {
    case 'fan':
      return fanWithPins(spec, member, pins, language);
    case 'area':
      return areaWithPins(spec, shown, pins, language);
    case 'bars':
      return barsWithPins(spec, shown, pins);
    default:
      return spec;
  }
}

function fanWithPins(
  spec: FanSpec,
  member: string,
  pins: readonly PinOfSeries[],
  language: Language,
): FanSpec {
  const held = pins.map(({ name, number, series }) =>
    pinSeries(name, number, spec.times, byEnd(rowsOf(series, member))),
  );
  return {
    ...spec,
    subtitle: withNote(spec.subtitle, translate(language, 'page.pins.series.fan'), language),
    fans: [
      ...spec.fans
        .filter(({ role }) => role === 'scenario')
        .map((fan) => ({ ...fan, name: translate(language, 'page.pins.this') })),
      ...held,
    ],
  };
}

function areaWithPins(
  spec: AreaSpec,
  shown: SeriesOfSet,
  pins: readonly PinOfSeries[],
  language: Language,
): AreaSpec {
  return {
    ...spec,
    subtitle: withNote(spec.subtitle, translate(language, 'page.pins.series.area'), language),
    totals: [
      { name: translate(language, 'page.pins.this'), values: totalsOf(shown, spec.times) },
      ...pins.map(({ name, number, series }) => ({ name, number, values: totalsOf(series, spec.times) })),
    ],
  };
}

function barsWithPins(spec: BarsSpec, shown: SeriesOfSet, pins: readonly PinOfSeries[]): BarsSpec {
  const rows = new Map(shown.rows.map((row) => [row.address, row]));
  return {
    ...spec,
    bars: spec.bars.map((bar) => {
      const own = rows.get(bar.figure ?? '');
      const held = pins.flatMap(({ name, number, series }) => {
        const row = own && series.rows.find((each) => each.address === own.address);
        return row ? [{ name, number, value: row.p50, low: row.p10, high: row.p90 }] : [];
      });
      return { ...bar, pins: held };
    }),
  };
}

/** What a chart of differences is about. */
export interface PinDifferences {
  readonly title: string;
  readonly chart: 'area' | 'fan' | 'bars';
  /** Of a fan. */
  readonly member?: string;
  /** ISO day of the run. */
  readonly asOf: string;
  /** Of bars. */
  readonly year: string;
}

/**
 * How much more there is under each pin than in the scenario, in the same futures: over time of a member, or of all
 * together, which is a mean; of bars by member in a year. `pins` hold differences.
 */
export function differencesOf(
  pins: readonly PinOfSeries[],
  { title, chart, member = '', asOf, year }: PinDifferences,
  language: Language,
): ChartSpec | undefined {
  const [first] = pins;
  if (first === undefined) return undefined;
  const { unit, periods } = first.series;
  const head = { title: translate(language, 'page.pins.against', { topic: title }), asOf };
  const unitText = seriesUnit(unit, language);
  if (chart === 'bars') return differenceBars(pins, { ...head, year }, language);
  const fans = pins.map(({ name, number, series }) =>
    chart === 'fan'
      ? pinSeries(
          name,
          number,
          periods.map(({ end }) => end),
          byEnd(rowsOf(series, member)),
        )
      : {
          name,
          role: 'pin' as const,
          number,
          median: totalsOf(
            series,
            periods.map(({ start }) => start),
          ),
          bands: [],
        },
  );
  const note = chart === 'fan' ? 'page.pins.against.fan' : 'page.pins.against.mean';
  const values = fans.flatMap(({ median, bands }) => [
    ...Array.from(median),
    ...bands.flatMap(({ low, high }) => [...Array.from(low), ...Array.from(high)]),
  ]);
  return {
    kind: 'fan',
    ...head,
    subtitle: translate(language, note, { unit: unitText }),
    times: periods.map(({ end }) => end),
    fans,
    level: { value: 0, label: translate(language, 'page.pins.this') },
    format: signedFormat(largestOf(values), unit, language),
  };
}

function differenceBars(
  pins: readonly PinOfSeries[],
  { title, year }: { readonly title: string; readonly year: string },
  language: Language,
): ChartSpec | undefined {
  const unit = pins[0]?.series.unit ?? '1';
  const rows = pins.flatMap(({ name, number, series }) =>
    series.rows
      .filter(({ period, p10, p90 }) => period.start.startsWith(year) && (p10 !== 0 || p90 !== 0))
      .map((row) => ({ row, name: `${number} ${name}`, number })),
  );
  if (rows.length === 0) return undefined;
  const sizes = new Map<string, number>();
  for (const { row } of rows)
    sizes.set(row.member, Math.max(sizes.get(row.member) ?? 0, Math.abs(row.p50), Math.abs(row.mean)));
  const members = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, MOST_MEMBERS);
  const format = signedFormat(largestOf(rows.flatMap(({ row }) => [row.p10, row.p90])), unit, language);
  const told = pairedFormat(
    rows.map(({ row }) => row),
    unit,
    language,
  );
  return {
    kind: 'intervals',
    title,
    subtitle: translate(language, 'page.pins.against.fan', { unit: seriesUnit(unit, language) }),
    items: members.flatMap(([member]) =>
      rows
        .filter(({ row }) => row.member === member)
        .map(({ row: { p10, p25, p50, p75, p90, dimension }, name }) => ({
          name,
          group: memberName(dimension, member, new Map(), language),
          median: p50,
          inner: [p25, p75] as const,
          outer: [p10, p90] as const,
          text: told.difference({ p10, p50, p90 }),
        })),
    ),
    format,
  };
}

function largestOf(values: readonly number[]): number {
  return Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
}

/** Figures with their sign: `+1.2k`, `−0.4k`; one scale for all, of which `largest` is the largest without its sign. */
function signedFormat(largest: number, unit: string, language: Language): ValueFormat {
  const format = pairedFormat([{ p10: 0, p50: largest, p90: largest }], unit, language);
  const change = (value: number): string => format.change(value);
  return {
    figure: change,
    range: (low, high) =>
      language === 'ja' ? joinRange([low, high].map(change), language) : `${change(low)} … ${change(high)}`,
  };
}

function rowsOf({ rows }: SeriesOfSet, member: string): readonly SeriesRow[] {
  return rows.filter((row) => row.member === member);
}

function byEnd(rows: readonly SeriesRow[]): ReadonlyMap<string, SeriesRow> {
  return new Map(rows.map((row) => [row.period.end, row]));
}

/** Means of all members together by the first day of a period; not a number where there is none. */
function totalsOf({ rows }: SeriesOfSet, times: readonly string[]): number[] {
  const sums = new Map<string, number>();
  for (const { period, mean } of rows) sums.set(period.start, (sums.get(period.start) ?? 0) + mean);
  return times.map((time) => sums.get(time) ?? NaN);
}

function withNote(subtitle: string | undefined, note: string, language: Language): string {
  return subtitle === undefined ? note : [subtitle, note].join(language === 'ja' ? '。' : '; ');
}
