import type { Expr } from '../engine/index.ts';
import { byPrecision, constant, less, max, select } from '../engine/index.ts';

/** Part of a supply that is nothing: more than the filling procedure keeps back for rounding. */
const nothing = byPrecision({ double: 1e-12, single: 1e-5 });

/**
 * What is left of a supply after use, never below zero. What the filling procedure keeps back is nothing, or a supply
 * that ran out would shrink for ever without ending.
 */
export function remainder(available: Expr, used: Expr): Expr {
  const left = max(available.minus(used), 0);
  return select(less(left, available.times(nothing)), constant(0, 'wafer'), left);
}
