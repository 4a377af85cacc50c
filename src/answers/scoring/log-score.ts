import { expOf, logOf, quantile } from '../../engine/index.ts';

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** Minus the logarithm of the density that a forecast gave the outcome (Good 1952); smaller is better. */
export function logScoreOfNormal(mean: number, sd: number, outcome: number): number {
  const z = (outcome - mean) / sd;
  return HALF_LOG_TWO_PI + logOf(sd) + (z * z) / 2;
}

/** Infinite for an outcome of zero or less, which a lognormal rules out. */
export function logScoreOfLognormal(meanLog: number, sdLog: number, outcome: number): number {
  if (outcome <= 0) return Infinity;
  const logOutcome = logOf(outcome);
  return logScoreOfNormal(meanLog, sdLog, logOutcome) + logOutcome;
}

/**
 * Of an ensemble with members `sorted` in rising order, by its kernel density estimate: normal kernels of the width of
 * Scott’s rule, 1.06 min(sd, IQR ÷ 1.34) n^(−1/5), as `logs_sample` of the R package scoringRules has it. The estimate
 * says little far outside the members, where the score grows with the square of the distance. NaN for one member or none.
 */
export function logScoreOfEnsemble(sorted: ArrayLike<number>, outcome: number): number {
  const width = kernelWidth(sorted);
  if (Number.isNaN(width)) return Number.NaN;
  const exponents = Array.from(sorted, (member) => -(((outcome - member) / width) ** 2) / 2);
  // Summed from the largest, so that an outcome far off does not underflow.
  const largest = exponents.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = exponents.reduce((total, exponent) => total + expOf(exponent - largest), 0);
  return HALF_LOG_TWO_PI + logOf(width) + logOf(sorted.length) - largest - logOf(sum);
}

function kernelWidth(sorted: ArrayLike<number>): number {
  const count = sorted.length;
  if (count < 2) return Number.NaN;
  const members = Array.from(sorted);
  const mean = members.reduce((sum, member) => sum + member, 0) / count;
  const variance = members.reduce((sum, member) => sum + (member - mean) ** 2, 0) / (count - 1);
  const middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  const spread = middle > 0 ? Math.min(Math.sqrt(variance), middle) : Math.sqrt(variance);
  return 1.06 * spread * count ** -0.2;
}
