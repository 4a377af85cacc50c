import type { TruncatedNormalDistribution } from './distribution.ts';
import { normalCdf } from './normal.ts';

/** Standardised bounds of a truncated normal, turned to the lower tail, where probabilities keep their digits. */
export interface Truncation {
  /** Standard scores of the bounds, low <= high, after turning. */
  readonly low: number;
  readonly high: number;
  /** True when both bounds lay above the mean: scores are then negated, and low and high changed places. */
  readonly turned: boolean;
  readonly probabilityLow: number;
  readonly probabilityHigh: number;
}

export function truncationOf({ mean, sd, low, high }: TruncatedNormalDistribution): Truncation {
  const a = (low - mean) / sd;
  const b = (high - mean) / sd;
  const turned = a > 0;
  const scoreLow = turned ? -b : a;
  const scoreHigh = turned ? -a : b;
  return {
    low: scoreLow,
    high: scoreHigh,
    turned,
    probabilityLow: normalCdf(scoreLow),
    probabilityHigh: normalCdf(scoreHigh),
  };
}

/** Probability that the untruncated normal falls within the bounds. */
export function truncationProbability(distribution: TruncatedNormalDistribution): number {
  const { probabilityLow, probabilityHigh } = truncationOf(distribution);
  return probabilityHigh - probabilityLow;
}
