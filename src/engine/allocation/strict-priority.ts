import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { equal, greater, max, min, ratio, select, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';

export interface PriorityClaims {
  /** What each claimant asks for, not negative, all in the unit of `supply`. */
  readonly demands: readonly Operand[];
  /** A higher number is served first; equal numbers are one class. May be inputs. */
  readonly priorities: readonly Operand[];
  /** What there is, not negative. */
  readonly supply: Operand;
}

/**
 * A class is served before every lower one; inside a class, in proportion to requests:
 * aᵢ = dᵢ · min(1, max(0, S − higher demand) / demand of the class). Jumps where a priority passes another.
 */
export function strictPriority(claims: PriorityClaims): Expr[] {
  requireOneEach('strict priority', { demands: claims.demands, priorities: claims.priorities });
  const demands = expressions(claims.demands);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const fixed = claims.priorities.filter((priority) => typeof priority === 'number');
  const totals =
    fixed.length === demands.length
      ? totalsByNumber(demands, fixed)
      : totalsByPair(demands, expressions(claims.priorities));
  const results = demands.map((demand, i) => {
    const { higher, same } = entry(totals, i);
    const left = higher === undefined ? supply : max(supply.minus(higher), 0);
    return demand.times(min(ratio(left, same, 1), 1));
  });
  const priorities = expressions(claims.priorities);
  return named('strict priority', results, (i) => [entry(demands, i), entry(priorities, i), supply]);
}

interface ClassTotals {
  /** Demand of all higher classes; undefined for the highest. */
  readonly higher: Expr | undefined;
  /** Demand of the claimant's own class. */
  readonly same: Expr;
}

/** Priorities known when the model is built: the classes are known too. */
function totalsByNumber(demands: readonly Expr[], priorities: readonly number[]): ClassTotals[] {
  const classes = [...new Set(priorities)].sort((a, b) => b - a);
  const inClass = classes.map((priority) => sum(demands.filter((_, i) => priorities[i] === priority)));
  const above: (Expr | undefined)[] = [undefined];
  for (const demand of inClass) above.push(above.at(-1)?.plus(demand) ?? demand);
  return priorities.map((priority) => {
    const rank = classes.indexOf(priority);
    return { higher: above[rank], same: entry(inClass, rank) };
  });
}

/** Priorities that are inputs: every pair is compared. */
function totalsByPair(demands: readonly Expr[], priorities: readonly Expr[]): ClassTotals[] {
  const positions = [...demands.keys()];
  return demands.map((own, i) => {
    const others = positions.filter((j) => j !== i);
    const passes = (j: number): Expr => greater(entry(priorities, j), entry(priorities, i));
    // Smaller position first, so that both claimants of a pair share one comparison.
    const ties = (j: number): Expr =>
      equal(entry(priorities, Math.min(i, j)), entry(priorities, Math.max(i, j)));
    const higher = others.map((j) => select(passes(j), entry(demands, j), 0));
    const same = others.map((j) => select(ties(j), entry(demands, j), 0));
    return { higher: higher.length > 0 ? sum(higher) : undefined, same: sum([own, ...same]) };
  });
}
