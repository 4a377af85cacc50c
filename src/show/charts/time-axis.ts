import { formatMonth, formatYear } from '../date-format.ts';
import type { Language } from '../language.ts';
import { TEXT_SIZE } from './chart-font.ts';
import { textWidth } from './text-measure.ts';

const known = new WeakMap<readonly string[], Float64Array>();

/**
 * ISO days, months or years as months since year 0, days as parts of a month: the scale of every time axis. Kept with
 * the list, since a dragged lever redraws the same months many times.
 */
export function monthsOf(times: readonly string[]): Float64Array {
  const found = known.get(times);
  if (found) return found;
  const months = Float64Array.from(times, monthOf);
  known.set(times, months);
  return months;
}

/** An ISO day, month or year as months since year 0. */
export function monthOf(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const month = iso.length >= 7 ? Number(iso.slice(5, 7)) : 1;
  const day = iso.length >= 10 ? Number(iso.slice(8, 10)) : 1;
  // A 31st month would be wrong by a pixel at most.
  return year * 12 + month - 1 + (day - 1) / 31;
}

/** The ISO day at a number of months since year 0. */
export function dayOfMonth(months: number): string {
  const whole = Math.floor(months);
  const day = Math.round((months - whole) * 31) + 1;
  return `${isoMonth(whole)}-${String(Math.min(28, day)).padStart(2, '0')}`;
}

export interface TimeTick {
  readonly month: number;
  readonly text: string;
}

const STEPS = [1, 3, 6, 12, 24, 60, 120] as const;
/** Over more months than these years alone are named. */
const MOST_IN_PARTS = 30;
const GAP = 14;

/** Ticks of a time axis: the finest of months, quarters, halves and years whose names stand clear of one another. */
export function timeTicks(from: number, to: number, width: number, language: Language): TimeTick[] {
  let ticks: TimeTick[] = [];
  for (const step of STEPS) {
    if (step < 12 && to - from > MOST_IN_PARTS) continue;
    ticks = ticksOf(from, to, step, language);
    const perMonth = to > from ? width / (to - from) : width;
    const clear = ticks.every((tick, index) => {
      const next = ticks[index + 1];
      return (
        next === undefined ||
        textWidth(tick.text, TEXT_SIZE) / 2 + textWidth(next.text, TEXT_SIZE) / 2 + GAP <=
          (next.month - tick.month) * perMonth
      );
    });
    if (clear) break;
  }
  return ticks;
}

function ticksOf(from: number, to: number, step: number, language: Language): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(from / step) * step; month <= to + 1e-9; month += step) {
    ticks.push({ month, text: tickText(month, ticks.length === 0, language) });
  }
  return ticks;
}

/** A year, or a month, the first with its year. */
function tickText(month: number, isFirst: boolean, language: Language): string {
  const iso = isoMonth(month);
  if (month % 12 === 0) return formatYear(iso, language);
  const name = formatMonth(iso, language, 'short');
  if (isFirst) return name;
  return language === 'ja' ? `${Number(iso.slice(5))}月` : name.slice(0, 3);
}

function isoMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
