import { exp } from '../elementary.ts';

/** Weights of draws that sum to one. */
export interface TemperedWeights {
  readonly weights: Float64Array;
  /** Power of the likelihood, from 0 (nothing is learned) to 1 (all of it). */
  readonly exponent: number;
  /** Kish's effective number of draws of these weights. */
  readonly effective: number;
  /** The same with all of the likelihood: far fewer say that it had to be tempered. */
  readonly effectiveUntempered: number;
}

/** Halvings of the interval in which the power is sought: its last bit and more. */
const STEPS = 60;

/**
 * Importance weights of draws from the logarithms of their likelihoods. Where the weights would leave fewer than
 * `floor` effective draws, the likelihood is raised to the largest power below one that leaves them (tempering; Neal,
 * "Annealed importance sampling", 2001, section 2): less is learned, but not from a handful of draws. A draw whose
 * logarithm is no finite number gets no weight; where none has one, all weigh the same.
 */
export function temper(logLikelihoods: Float64Array, floor: number): TemperedWeights {
  const whole = weightsAt(logLikelihoods, 1);
  const effectiveUntempered = effectiveSampleSize(whole);
  if (effectiveUntempered >= floor)
    return { weights: whole, exponent: 1, effective: effectiveUntempered, effectiveUntempered };
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (effectiveSampleSize(weightsAt(logLikelihoods, middle)) >= floor) low = middle;
    else high = middle;
  }
  const weights = weightsAt(logLikelihoods, low);
  return { weights, exponent: low, effective: effectiveSampleSize(weights), effectiveUntempered };
}

/** Kish's (1965) effective sample size of weights that sum to one: 1 / Σ w². */
export function effectiveSampleSize(weights: Float64Array): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return squares > 0 ? 1 / squares : 0;
}

function weightsAt(logLikelihoods: Float64Array, exponent: number): Float64Array {
  let most = -Infinity;
  for (const value of logLikelihoods) if (Number.isFinite(value) && value > most) most = value;
  if (most === -Infinity) return new Float64Array(logLikelihoods.length).fill(1 / logLikelihoods.length);
  const weights = logLikelihoods.map((value) =>
    Number.isFinite(value) ? exp(exponent * (value - most)) : 0,
  );
  let total = 0;
  for (const weight of weights) total += weight;
  return weights.map((weight) => weight / total);
}
