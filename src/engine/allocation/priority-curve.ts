import type { Expr } from '../expression.ts';
import { abs, clamp, exp, less, min, select } from '../expression-functions.ts';

/** Vensim's priority profiles 1 to 4. */
export type PriorityProfile = 'rectangular' | 'triangular' | 'normal' | 'exponential';

/** Distance from a curve's middle, in widths, beyond which it is one or zero to the last bit. */
export const reachOf: Readonly<Record<PriorityProfile, number>> = {
  rectangular: 0.5,
  triangular: 0.5,
  normal: 9,
  exponential: 40,
};

/**
 * Part of a request met at the cut-off `x` by a claimant of priority `priority`: falls from one to zero around it.
 * `width` is the base of the rectangle or triangle, the standard deviation of the normal curve, or the scale of the
 * two-sided exponential (Laplace), as in Vensim's ALLOCATE AVAILABLE. Positive; all three in one unit.
 */
export function curveShare(profile: PriorityProfile, x: Expr, priority: Expr, width: Expr): Expr {
  return tails[profile](x.minus(priority).over(width));
}

/** Area of each curve beyond z widths from its middle. */
const tails: Readonly<Record<PriorityProfile, (z: Expr) => Expr>> = {
  rectangular: rectangularTail,
  triangular: (z) => {
    const lower = rectangularTail(z);
    const upper = lower.negate().plus(1);
    return select(less(lower, 0.5), lower.times(lower).times(2), upper.times(upper).times(-2).plus(1));
  },
  normal: normalTail,
  exponential: (z) => {
    const tail = exp(abs(z).negate()).times(0.5);
    return select(less(z, 0), tail.negate().plus(1), tail);
  },
};

function rectangularTail(z: Expr): Expr {
  return clamp(z.negate().plus(0.5), 0, 1);
}

const numerator = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const denominator = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

/**
 * Probability that a standard normal variable exceeds z, error below 1e-15: Hart's rational approximation 5666 (Hart
 * et al., Computer Approximations, 1968; West, Wilmott Magazine, May 2005). Beyond 7 standard deviations, where the
 * tail is below 1e-12, the rational part is held.
 */
function normalTail(z: Expr): Expr {
  const distance = abs(z);
  const held = min(distance, 7);
  const [top, bottom] = [polynomial(numerator, held), polynomial(denominator, held)];
  const tail = exp(distance.times(distance).times(-0.5)).times(top).over(bottom);
  return select(less(z, 0), tail.negate().plus(1), tail);
}

function polynomial(coefficients: readonly number[], x: Expr): Expr {
  const [first = 0, second = 0, ...rest] = coefficients;
  return rest.reduce((value, coefficient) => value.times(x).plus(coefficient), x.times(first).plus(second));
}
