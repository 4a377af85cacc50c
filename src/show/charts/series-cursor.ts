import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { heldY } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Cursor } from './scene.ts';
import type { TimeChart } from './time-chart.ts';

/** The share of futures whose range is told of a point. */
export const TOLD_SHARE = 80;

/** A cursor over the points of all series, the last drawn first. */
export function seriesCursor(chart: TimeChart, plot: Plot, language: Language): Cursor {
  const { times, format } = chart;
  const series = chart.series.toReversed();
  return {
    series: series.map(({ name }) => name),
    along: 'right',
    count: () => times.length,
    at: (which, index) => {
      const found = series[which];
      const value = found?.values[index];
      if (found === undefined || value === undefined || !Number.isFinite(value)) return undefined;
      const band = found.bands.find(({ share }) => share === TOLD_SHARE);
      const told = {
        series: found.name,
        time: formatMonth(times[index] ?? '', language),
        value: format.figure(value),
      };
      const range = band && format.range(band.low[index] ?? NaN, band.high[index] ?? NaN);
      return {
        x: plot.xs[index] ?? NaN,
        y: heldY(plot, value),
        label: range
          ? translate(language, 'chart.point.range', { ...told, share: TOLD_SHARE, range })
          : translate(language, 'chart.point', told),
        ...(found.figure === undefined ? {} : { figure: found.figure }),
      };
    },
  };
}
