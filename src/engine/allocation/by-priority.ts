import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import {
  and,
  clamp,
  constant,
  greaterOrEqual,
  less,
  lessOrEqual,
  min,
  ratio,
  select,
  sum,
} from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';
import type { PriorityClaims } from './strict-priority.ts';

export interface WidthClaims extends PriorityClaims {
  /** Difference in priority from which the higher is filled before the lower gets anything; positive, in its unit. */
  readonly width: Operand;
}

interface Bound {
  readonly total: Expr;
  /** Priority of the claimant that starts (`full` 0) or ends (`full` 1) here. */
  readonly priority: Expr;
  readonly full: Expr;
}

/**
 * Vensim's ALLOCATE BY PRIORITY: the highest priority is filled first, and the next one joins when the one before has
 * got its lead, (difference of priorities) / width of its request, all at once at most. Those being filled share in
 * proportion to requests. So claimant i is filled by clamp(τ + pᵢ/width, 0, 1) at a common τ; the total is linear
 * between the 2n points where somebody starts or ends, and interpolating between the two around S is exact.
 */
export function byPriority(claims: WidthClaims): Expr[] {
  requireOneEach('by priority', { demands: claims.demands, priorities: claims.priorities });
  const demands = expressions(claims.demands);
  const priorities = expressions(claims.priorities);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const width = asExpr(claims.width);
  /** Fill of i when a claimant of priority `at` starts (full 0) or ends (full 1). */
  const fillAt = (i: number, at: Expr, full: Operand): Expr =>
    clamp(entry(priorities, i).minus(at).over(width).plus(full), 0, 1);
  const whole = sum(demands);
  const target = min(supply, whole);

  const highest = priorities.reduce((a, b) => select(less(a, b), b, a));
  const lowest = priorities.reduce((a, b) => select(less(b, a), b, a));
  let below: Bound = { total: constant(0, whole.unit), priority: highest, full: constant(0) };
  let above: Bound = { total: whole, priority: lowest, full: constant(1) };
  for (const priority of priorities) {
    for (const full of [0, 1]) {
      const total = sum(demands.map((demand, i) => demand.times(fillAt(i, priority, full))));
      const isBelow = and(lessOrEqual(total, target), less(below.total, total));
      below = chosen(isBelow, { total, priority, full: constant(full) }, below);
      const isAbove = and(greaterOrEqual(total, target), less(total, above.total));
      above = chosen(isAbove, { total, priority, full: constant(full) }, above);
    }
  }
  const part = ratio(target.minus(below.total), above.total.minus(below.total), 0);
  const results = demands.map((demand, i) => {
    const [from, to] = [fillAt(i, below.priority, below.full), fillAt(i, above.priority, above.full)];
    return demand.times(from.plus(to.minus(from).times(part)));
  });
  return named('by priority', results, (i) => [entry(demands, i), entry(priorities, i), width, supply]);
}

function chosen(condition: Expr, a: Bound, b: Bound): Bound {
  return {
    total: select(condition, a.total, b.total),
    priority: select(condition, a.priority, b.priority),
    full: select(condition, a.full, b.full),
  };
}
