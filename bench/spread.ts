import { quantile } from '../src/engine/index.ts';

/** Middle of the repeats, with the lowest and the highest. */
export interface Spread {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function spreadOf(name: string, values: readonly number[]): Spread {
  return { name, median: middle(values), low: Math.min(...values), high: Math.max(...values) };
}

export function middle(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
