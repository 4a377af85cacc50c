import type { Expr } from '../expression.ts';
import { byPrecision, less, max, select } from '../expression-functions.ts';

/** Part of a supply that is nothing: more than filling keeps back for rounding. */
const nothing = byPrecision({ double: 1e-12, single: 1e-5 });

/**
 * What is left of a supply after `progressiveFilling` used some of it, in one unit; never below zero. What filling keeps
 * back is nothing: else somebody who needs next to nothing of it could go on, and a stock of it would never end.
 */
export function remainder(supply: Expr, used: Expr): Expr {
  const left = max(supply.minus(used), 0);
  return select(less(left, supply.times(nothing)), 0, left);
}
