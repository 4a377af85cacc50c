import type { Summary } from '../../engine/index.ts';
import type { Band } from './chart-spec.ts';

/**
 * So many futures say where 95 of 100 lie: 13 are beyond either line. Of 256 it would be six, of 32 one, and the line would
 * follow single futures.
 */
export const LEAST_FUTURES_OF_HAIRLINE = 512;

/**
 * Where 50, 80 and 95 of 100 futures lie, from summaries by time of so many `futures`; the last only where they are enough.
 * `whole` is how many an answer has of which this is a first look: where those are enough, the place of the last is kept,
 * with values that are not numbers yet.
 */
export function summaryBands(summaries: readonly Summary[], futures: number, whole = futures): Band[] {
  const of = (key: keyof Summary): number[] => summaries.map((summary) => summary[key]);
  const inner: Band[] = [
    { share: 50, low: of('p25'), high: of('p75') },
    { share: 80, low: of('p10'), high: of('p90') },
  ];
  if (futures >= LEAST_FUTURES_OF_HAIRLINE)
    return [...inner, { share: 95, low: of('p025'), high: of('p975') }];
  if (whole < LEAST_FUTURES_OF_HAIRLINE) return inner;
  const unknown = summaries.map(() => NaN);
  return [...inner, { share: 95, low: unknown, high: unknown }];
}

/** Futures that a run's quantiles rest on: its draws, or as many as the past leaves in effect. */
export function futuresOf({
  draws,
  calibration,
}: {
  readonly draws: number;
  readonly calibration?: { readonly effective: number };
}): number {
  return Math.min(draws, calibration?.effective ?? draws);
}
