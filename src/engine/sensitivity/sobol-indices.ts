import { bootstrap } from './bootstrap.ts';
import type { BootstrapOptions, Estimate } from './bootstrap.ts';

/** Outputs of a design after Saltelli: one number for each row of it. */
export interface SaltelliOutputs {
  /** With all inputs from the first sample, and all from the second, which is independent of it. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** For each group of inputs: that group from the second sample, all others from the first. */
  readonly mixed: readonly Float64Array[];
}

/** Shares of the output’s variance. */
export interface SobolIndex {
  /** Expected fall in variance once the group is known; of groups that do not interact they add up to 1. */
  readonly first: Estimate;
  /** Variance that is left, on average, while only the group is unknown: its own and all its interactions. */
  readonly total: Estimate;
}

/**
 * First-order and total Sobol indices, by the estimators that Saltelli and others recommend in "Variance based
 * sensitivity analysis of model output" (Computer Physics Communications 181, 2010; first order formula b of table 2,
 * total by Jansen, 1999, formula f), on centred outputs. Groups must be independent of each other; within a group
 * inputs may depend on one another. Estimates may leave [0, 1] by sampling error. All 0 of an output that stands still.
 */
export function sobolIndices({ a, b, mixed }: SaltelliOutputs, options: BootstrapOptions): SobolIndex[] {
  const rows = a.length;
  let mean = 0;
  for (let row = 0; row < rows; row++) mean += a[row]! + b[row]!;
  mean /= 2 * rows;
  const estimates = bootstrap(
    rows,
    (counts) => {
      const variance = varianceOf(a, b, counts, mean);
      return mixed.flatMap((ab) => {
        let first = 0;
        let total = 0;
        for (let row = 0; row < rows; row++) {
          const moved = ab[row]! - a[row]!;
          first += counts[row]! * (b[row]! - mean) * moved;
          total += counts[row]! * moved * moved;
        }
        return variance === 0 ? [0, 0] : [first / rows / variance, total / 2 / rows / variance];
      });
    },
    options,
  );
  return mixed.map((_, group) => ({ first: estimates[2 * group]!, total: estimates[2 * group + 1]! }));
}

/** Of both samples; `near` is about their mean and keeps the sums small. */
function varianceOf(a: Float64Array, b: Float64Array, counts: Float64Array, near: number): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row]! - near, b[row]! - near];
    sum += counts[row]! * (x + y);
    squares += counts[row]! * (x * x + y * y);
  }
  const mean = sum / (2 * a.length);
  return Math.max(0, squares / (2 * a.length) - mean * mean);
}
