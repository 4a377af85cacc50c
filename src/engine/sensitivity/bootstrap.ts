import { uniform } from '../philox.ts';
import { quantile } from '../quantiles.ts';

/** An estimate with its confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  /** Probability that the interval is to hold. */
  readonly confidence?: number;
  readonly resamples?: number;
}

export const CONFIDENCE = 0.95;
const RESAMPLES = 200;

/**
 * Percentile intervals of several statistics of the same rows (Efron, "Bootstrap methods: another look at the
 * jackknife", 1979). `statistics` is given how often each of `rows` counts, and how many count in all.
 */
export function bootstrap(
  rows: number,
  statistics: (counts: Float64Array) => readonly number[],
  { seed, confidence = CONFIDENCE, resamples = RESAMPLES }: BootstrapOptions,
): Estimate[] {
  const values = statistics(new Float64Array(rows).fill(1));
  const resampled = Array.from({ length: resamples }, (_, resample) => {
    const counts = new Float64Array(rows);
    for (let row = 0; row < rows; row++) counts[Math.floor(uniform(row, resample, 0, seed) * rows)]!++;
    return statistics(counts);
  });
  const tail = (1 - confidence) / 2;
  return values.map((value, statistic) => {
    const sorted = Float64Array.from(resampled, (of) => of[statistic]!).sort();
    return { value, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
  });
}
