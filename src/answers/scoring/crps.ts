import { expOf, logOf, normalCdf, normalDensity } from '../../engine/index.ts';

/**
 * Continuous ranked probability score of forecasts, in the unit of the outcome; zero is perfect, and for a point it is
 * the absolute error. Definition and the normal's closed form: Gneiting and Raftery, “Strictly proper scoring rules,
 * prediction, and estimation” (2007), equations 20 and 21.
 */
export function crpsOfNormal(mean: number, sd: number, outcome: number): number {
  if (sd === 0) return Math.abs(outcome - mean);
  const z = (outcome - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/**
 * Of a lognormal distribution with the median exp(`meanLog`). Closed form: Baran and Lerch, “Log-normal distribution
 * based ensemble model output statistics models” (2015).
 */
export function crpsOfLognormal(meanLog: number, sdLog: number, outcome: number): number {
  if (sdLog === 0) return Math.abs(outcome - expOf(meanLog));
  // Below zero nothing is forecast: the score is that of zero and the way to it.
  if (outcome <= 0) return crpsAtZero(meanLog, sdLog) - outcome;
  const z = (logOf(outcome) - meanLog) / sdLog;
  const twiceMean = 2 * expOf(meanLog + (sdLog * sdLog) / 2);
  return (
    outcome * (2 * normalCdf(z) - 1) - twiceMean * (normalCdf(z - sdLog) + normalCdf(sdLog / Math.SQRT2) - 1)
  );
}

function crpsAtZero(meanLog: number, sdLog: number): number {
  return 2 * expOf(meanLog + (sdLog * sdLog) / 2) * (1 - normalCdf(sdLog / Math.SQRT2));
}

/**
 * Of an ensemble whose members are `sorted` in rising order, all of one weight or weighted: E|X − y| − ½ E|X − X′| over
 * the members’ own distribution, in one pass. NaN for no members.
 */
export function crpsOfEnsemble(
  sorted: ArrayLike<number>,
  outcome: number,
  weights?: ArrayLike<number>,
): number {
  const count = sorted.length;
  let total = count;
  if (weights !== undefined) {
    total = 0;
    for (let i = 0; i < count; i++) total += weights[i] ?? 0;
  }
  // CRPS = Σ 2 w (x − y)(1{y < x} − F(x) + w/2), the pinball loss at every member’s place in the middle of its weight.
  let below = 0;
  let score = 0;
  for (let i = 0; i < count; i++) {
    const member = sorted[i] ?? Number.NaN;
    const weight = (weights?.[i] ?? 1) / total;
    const place = below + weight / 2;
    score += 2 * weight * (member - outcome) * ((outcome < member ? 1 : 0) - place);
    below += weight;
  }
  return count === 0 ? Number.NaN : score;
}
