import type { Expr } from '../engine/index.ts';
import { constant, less, max, select } from '../engine/index.ts';

/**
 * What is left of a supply after use, never below zero. The filling procedure keeps a part in 2^44 back for rounding;
 * less than a part in 10^12 is therefore nothing, or a supply that ran out would shrink for ever without ending.
 */
export function remainder(available: Expr, used: Expr): Expr {
  const left = max(available.minus(used), 0);
  return select(less(left, available.times(1e-12)), constant(0, 'wafer'), left);
}
