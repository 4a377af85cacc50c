import { dayNumber } from '../register/index.ts';

const DAYS_PER_MONTH = 365.25 / 12;

/** Months from one ISO day to another, by mean month; negative when `day` comes first. */
export function monthsFrom(start: string, day: string): number {
  return (dayNumber(day) - dayNumber(start)) / DAYS_PER_MONTH;
}

/** Years from one ISO day to another. */
export function yearsFrom(start: string, day: string): number {
  return monthsFrom(start, day) / 12;
}
