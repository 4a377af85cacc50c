/**
 * What is believed about one uncertain input, in the input's own unit. Every kind is sampled through its inverse
 * distribution function (`quantileFunction`), so Monte Carlo, Sobol points, medians and correlation share one path.
 */
export type Distribution =
  | PointDistribution
  | UniformDistribution
  | TriangularDistribution
  | NormalDistribution
  | LognormalDistribution
  | TruncatedNormalDistribution
  | SplitLognormalDistribution
  | PiecewiseDistribution
  | DiscreteDistribution;

/** Always `value`; uses no random number. */
export interface PointDistribution {
  readonly kind: 'point';
  readonly value: number;
}

export interface UniformDistribution {
  readonly kind: 'uniform';
  readonly low: number;
  readonly high: number;
}

export interface TriangularDistribution {
  readonly kind: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

export interface NormalDistribution {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

/** exp of a normal: `median` > 0, `sigma` the standard deviation of the natural logarithm. */
export interface LognormalDistribution {
  readonly kind: 'lognormal';
  readonly median: number;
  readonly sigma: number;
}

/** A normal kept to [low, high] and renormalised; `mean` and `sd` are those before truncation. Bounds may be infinite. */
export interface TruncatedNormalDistribution {
  readonly kind: 'truncated-normal';
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** Lognormal with one `sigma` below the median and another above it: half of the probability on either side. */
export interface SplitLognormalDistribution {
  readonly kind: 'split-lognormal';
  readonly median: number;
  readonly sigmaLow: number;
  readonly sigmaHigh: number;
}

/** Quantiles at stated probabilities (rising from exactly 0 to exactly 1), linear between them. */
export interface PiecewiseDistribution {
  readonly kind: 'piecewise';
  readonly probabilities: readonly number[];
  readonly quantiles: readonly number[];
}

/** `values` in rising order, each with a weight >= 0; the weights need not add up to 1. */
export interface DiscreteDistribution {
  readonly kind: 'discrete';
  readonly values: readonly number[];
  readonly weights: readonly number[];
}
