import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { clamp, max, min, ratio, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';
import { bracketFalling } from './falling-root.ts';
import { curveShare, reachOf } from './priority-curve.ts';
import type { PriorityProfile } from './priority-curve.ts';
import type { PriorityClaims } from './strict-priority.ts';

export interface CurveClaims extends PriorityClaims {
  /** Spread of each claimant's curve, positive, in the unit of priorities. */
  readonly widths: readonly Operand[];
  readonly profile: PriorityProfile;
  /** Halvings of the search; what is left of the interval is interpolated, so the sum is exact at any count. */
  readonly rounds?: number;
}

/**
 * William T. Wood's allocation, Vensim's ALLOCATE AVAILABLE: every claimant's request is spread over a curve around
 * its priority, and all that lies above one cut-off is served: aᵢ = dᵢ·Q((x − pᵢ)/widthᵢ), Σa = min(S, Σd).
 * Continuous in priorities, which strict priority is not. Widths count also where all priorities are equal (Vensim
 * ignores them there).
 */
export function woodCurves(claims: CurveClaims): Expr[] {
  requireOneEach('priority curves', {
    demands: claims.demands,
    priorities: claims.priorities,
    widths: claims.widths,
  });
  const { profile, rounds = 32 } = claims;
  const demands = expressions(claims.demands);
  const priorities = expressions(claims.priorities);
  const widths = expressions(claims.widths);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const at = (x: Expr): Expr[] =>
    demands.map((demand, i) => demand.times(curveShare(profile, x, entry(priorities, i), entry(widths, i))));
  const target = min(supply, sum(demands));
  const interval = curveInterval(profile, priorities, widths);
  const { low, high } = bracketFalling((x) => sum(at(x)), target, interval, rounds);
  const [more, fewer] = [at(low), at(high)];
  const least = sum(fewer);
  const part = clamp(ratio(target.minus(least), sum(more).minus(least), 0), 0, 1);
  const results = fewer.map((few, i) => few.plus(entry(more, i).minus(few).times(part)));
  return named('priority curves', results, (i) => [
    entry(demands, i),
    entry(priorities, i),
    entry(widths, i),
    supply,
  ]);
}

/** From where every curve is one to where every curve is zero. */
export function curveInterval(
  profile: PriorityProfile,
  priorities: readonly Expr[],
  widths: readonly Expr[],
): { readonly low: Expr; readonly high: Expr } {
  const spreads = widths.map((width) => width.times(reachOf[profile]));
  return {
    low: priorities.map((priority, i) => priority.minus(entry(spreads, i))).reduce((a, b) => min(a, b)),
    high: priorities.map((priority, i) => priority.plus(entry(spreads, i))).reduce((a, b) => max(a, b)),
  };
}
