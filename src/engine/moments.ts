import type {
  DiscreteDistribution,
  Distribution,
  PiecewiseDistribution,
  TruncatedNormalDistribution,
} from './distribution.ts';
import { exp } from './elementary.ts';
import { normalCdf, normalDensity } from './normal.ts';
import { truncationOf } from './truncation.ts';

/** The mean of a valid distribution, in its own unit, in closed form. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'point':
      return distribution.value;
    case 'uniform':
      return distribution.low + (distribution.high - distribution.low) / 2;
    case 'triangular':
      return (distribution.low + distribution.mode + distribution.high) / 3;
    case 'normal':
      return distribution.mean;
    case 'lognormal':
      return distribution.median * exp(distribution.sigma * distribution.sigma * 0.5);
    case 'split-lognormal': {
      const { median, sigmaLow, sigmaHigh } = distribution;
      // The half below the median and the half above it, each a partial expectation of a lognormal.
      const below = exp(sigmaLow * sigmaLow * 0.5) * normalCdf(-sigmaLow);
      const above = exp(sigmaHigh * sigmaHigh * 0.5) * normalCdf(sigmaHigh);
      return median * (below + above);
    }
    case 'truncated-normal':
      return truncatedNormalMean(distribution);
    case 'piecewise':
      return piecewiseMean(distribution);
  }
  return discreteMean(distribution);
}

function truncatedNormalMean(distribution: TruncatedNormalDistribution): number {
  const { mean, sd } = distribution;
  const { low, high, turned, probabilityLow, probabilityHigh } = truncationOf(distribution);
  const score = (normalDensity(low) - normalDensity(high)) / (probabilityHigh - probabilityLow);
  const found = turned ? mean - sd * score : mean + sd * score;
  // Within very narrow bounds the quotient loses digits; the bounds still hold.
  return Math.min(distribution.high, Math.max(distribution.low, found));
}

function piecewiseMean({ probabilities, quantiles }: PiecewiseDistribution): number {
  let sum = 0;
  for (let i = 1; i < probabilities.length; i++) {
    const width = (probabilities[i] ?? 0) - (probabilities[i - 1] ?? 0);
    sum += width * 0.5 * ((quantiles[i] ?? 0) + (quantiles[i - 1] ?? 0));
  }
  return sum;
}

function discreteMean({ values, weights }: DiscreteDistribution): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, index) => {
    const weight = weights[index] ?? 0;
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}
