import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import type { Band } from './chart-spec.ts';
import { heldY } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Cursor } from './scene.ts';
import type { TimeChart, TimeSeries } from './time-chart.ts';

/** The share of futures whose range is told of a point. */
export const TOLD_SHARE = 80;

/** The band of a series that is told in words, if it has one. */
export function toldBand({ told, bands }: Pick<TimeSeries, 'told' | 'bands'>): Band | undefined {
  return told ?? bands.find(({ share }) => share === TOLD_SHARE);
}

/** What a time is called. */
export function timeName(
  { times, timeNames }: Pick<TimeChart, 'times' | 'timeNames'>,
  index: number,
  language: Language,
): string {
  return timeNames?.[index] ?? formatMonth(times[index] ?? '', language);
}

function labelOf(series: TimeSeries, chart: TimeChart, index: number, language: Language): string {
  const { format } = chart;
  const told = {
    series: series.name,
    time: timeName(chart, index, language),
    value: format.figure(series.values[index] ?? NaN),
  };
  const band = toldBand(series);
  const range = band && format.range(band.low[index] ?? NaN, band.high[index] ?? NaN);
  return range
    ? translate(language, 'chart.point.range', { ...told, share: TOLD_SHARE, range })
    : translate(language, 'chart.point', told);
}

/** A cursor over the points of all series, the last drawn first. */
export function seriesCursor(chart: TimeChart, plot: Plot, language: Language): Cursor {
  const { times } = chart;
  const series = chart.series.toReversed();
  return {
    series: series.map(({ name }) => name),
    along: 'right',
    count: () => times.length,
    at: (which, index) => {
      const found = series[which];
      const value = found?.values[index];
      if (found === undefined || value === undefined || !Number.isFinite(value)) return undefined;
      const figure = found.figures?.[index];
      return {
        x: plot.xs[index] ?? NaN,
        y: heldY(plot, value),
        // A pointer passes over many points; only the nearest is named.
        get label() {
          return labelOf(found, chart, index, language);
        },
        ...(figure === undefined || figure === '' ? {} : { figure }),
      };
    },
  };
}
