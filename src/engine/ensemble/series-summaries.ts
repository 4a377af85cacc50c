import { summarise } from '../quantiles.ts';
import type { Summary } from '../quantiles.ts';

/** Series of equally many numbers, one after the other, so that they are handed to a thread without being copied. */
export interface SeriesTogether {
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Of each series. */
  readonly length: number;
}

export function together(series: readonly Float64Array[]): SeriesTogether {
  const length = series[0]?.length ?? 0;
  const numbers = new Float64Array(series.length * length);
  for (const [index, values] of series.entries()) numbers.set(values, index * length);
  return { numbers, length };
}

export function summariesTogether({ numbers, length }: SeriesTogether): Summary[] {
  const series: Float64Array[] = [];
  for (let at = 0; at < numbers.length; at += length) series.push(numbers.subarray(at, at + length));
  return summariesOf(series);
}

export function summariesOf(series: readonly Float64Array[]): Summary[] {
  const scratch = new Float64Array(series[0]?.length ?? 0);
  return series.map((values) => summarise(values, scratch));
}
