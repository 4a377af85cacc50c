import type {
  DiscreteDistribution,
  Distribution,
  PiecewiseDistribution,
  SplitLognormalDistribution,
  TriangularDistribution,
  TruncatedNormalDistribution,
} from './distribution.ts';
import { exp } from './elementary.ts';
import { normalQuantile } from './normal.ts';
import { truncationOf } from './truncation.ts';

/** Maps a probability u to the value not exceeded with probability u. */
export type QuantileFunction = (u: number) => number;

/**
 * The value of `distribution`, in its own unit, below which it falls with probability `u`: u = 0 and u = 1 give the
 * ends of its support (which may be infinite), u outside [0, 1] and NaN give NaN. Rises with u.
 * The distribution is taken to be valid (`validateDistribution`).
 */
export function quantileOf(distribution: Distribution, u: number): number {
  return quantileFunction(distribution)(u);
}

/** As `quantileOf`, with the work that does not depend on u done once. */
export function quantileFunction(distribution: Distribution): QuantileFunction {
  const inside = quantileInside(distribution);
  return (u) => (u >= 0 && u <= 1 ? inside(u) : NaN);
}

/** Lowest and highest possible value. */
export function supportOf(distribution: Distribution): { readonly low: number; readonly high: number } {
  const quantile = quantileFunction(distribution);
  return { low: quantile(0), high: quantile(1) };
}

function quantileInside(distribution: Distribution): QuantileFunction {
  switch (distribution.kind) {
    case 'point':
      return () => distribution.value;
    case 'uniform': {
      const { low, high } = distribution;
      const width = high - low;
      return (u) => atMost(low + width * u, high);
    }
    case 'triangular':
      return triangularQuantile(distribution);
    case 'normal': {
      const { mean, sd } = distribution;
      return sd === 0 ? () => mean : (u) => mean + sd * normalQuantile(u);
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      return sigma === 0 ? () => median : (u) => median * exp(sigma * normalQuantile(u));
    }
    case 'truncated-normal':
      return truncatedNormalQuantile(distribution);
    case 'split-lognormal':
      return splitLognormalQuantile(distribution);
    case 'piecewise':
      return piecewiseQuantile(distribution);
  }
  return discreteQuantile(distribution);
}

function triangularQuantile({ low, mode, high }: TriangularDistribution): QuantileFunction {
  const width = high - low;
  if (width === 0) return () => low;
  const below = (mode - low) / width;
  return (u) =>
    u < below
      ? atMost(low + Math.sqrt(u * width * (mode - low)), mode)
      : atLeast(high - Math.sqrt((1 - u) * width * (high - mode)), mode);
}

function truncatedNormalQuantile(distribution: TruncatedNormalDistribution): QuantileFunction {
  const { mean, sd, low, high } = distribution;
  const { turned, probabilityLow, probabilityHigh } = truncationOf(distribution);
  const width = probabilityHigh - probabilityLow;
  return (u) => {
    if (u === 0) return low;
    if (u === 1) return high;
    const score = normalQuantile(probabilityLow + (turned ? 1 - u : u) * width);
    return atMost(atLeast(turned ? mean - sd * score : mean + sd * score, low), high);
  };
}

function splitLognormalQuantile({
  median,
  sigmaLow,
  sigmaHigh,
}: SplitLognormalDistribution): QuantileFunction {
  return (u) => {
    const sigma = u < 0.5 ? sigmaLow : sigmaHigh;
    return sigma === 0 ? median : median * exp(sigma * normalQuantile(u));
  };
}

function piecewiseQuantile({ probabilities, quantiles }: PiecewiseDistribution): QuantileFunction {
  const p = Float64Array.from(probabilities);
  const q = Float64Array.from(quantiles);
  return (u) => {
    const right = firstNotBelow(p, u);
    const to = q[right] ?? NaN;
    if (right === 0) return to;
    const from = q[right - 1] ?? NaN;
    const start = p[right - 1] ?? 0;
    const share = (u - start) / ((p[right] ?? 1) - start);
    return atMost(from + (to - from) * share, to);
  };
}

/** The values that occur, and the weight of each with all before it. */
export function discreteSteps({ values, weights }: DiscreteDistribution): {
  readonly values: readonly number[];
  readonly cumulative: Float64Array;
} {
  // A value without weight never occurs, not even at u = 0.
  const possible = values.filter((_, index) => (weights[index] ?? 0) > 0);
  const cumulative = Float64Array.from(weights.filter((weight) => weight > 0));
  for (let i = 1; i < cumulative.length; i++) cumulative[i] = (cumulative[i] ?? 0) + (cumulative[i - 1] ?? 0);
  return { values: possible, cumulative };
}

function discreteQuantile(distribution: DiscreteDistribution): QuantileFunction {
  const { values, cumulative } = discreteSteps(distribution);
  const total = cumulative[cumulative.length - 1] ?? 0;
  return (u) => values[firstNotBelow(cumulative, u * total)] ?? NaN;
}

/** Index of the first element of a rising array that is at least `value`, the last index if there is none. */
function firstNotBelow(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Comparisons rather than Math.min and Math.max, which cost several instructions in lanes: 0 and -0 count as equal. */
function atMost(value: number, bound: number): number {
  return bound < value ? bound : value;
}

function atLeast(value: number, bound: number): number {
  return value < bound ? bound : value;
}
