import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { WIDEST_FILL } from './band-key.ts';
import type { Values } from './chart-spec.ts';
import type { TimeChart } from './time-chart.ts';

/** Of all that must be seen: filled bands, lines, observations, the level; zero where nothing lies below it. */
export function rangeOf({ series, observations = [], level }: TimeChart): {
  readonly low: number;
  readonly high: number;
} {
  let low = 0;
  let high = -Infinity;
  const take = (value: number | undefined): void => {
    if (value === undefined || !Number.isFinite(value)) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  const takeAll = (values: Values): void => {
    for (let index = 0; index < values.length; index++) take(values[index]);
  };
  for (const { values, bands } of series) {
    takeAll(values);
    for (const band of bands) {
      if (band.share > WIDEST_FILL) continue;
      takeAll(band.low);
      takeAll(band.high);
    }
  }
  for (const observation of observations) {
    take(observation.value);
    take(observation.low);
    take(observation.high);
  }
  if (level) take(level.value * 1.05);
  return { low, high };
}

/** The widest band that is cut at the top, and how far it reaches. */
export function cutNote({ series, format }: TimeChart, top: number, language: Language): string | undefined {
  let share = 0;
  let most = -Infinity;
  for (const { bands, values } of series) {
    for (const band of [...bands, { share: 0, high: values }]) {
      const highest = maximumOf(band.high);
      if (highest > top * (1 + 1e-9) && highest > most) {
        most = highest;
        share = band.share;
      }
    }
  }
  if (most === -Infinity) return undefined;
  const value = format.figure(most);
  return share === 0
    ? translate(language, 'chart.cut.line', { value })
    : translate(language, 'chart.cut', { share, value });
}

function maximumOf(values: Values): number {
  let most = -Infinity;
  for (let index = 0; index < values.length; index++) if (values[index]! > most) most = values[index]!;
  return most;
}
