import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { min, ratio, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';

export interface ProportionalClaims {
  /** What each claimant asks for, not negative, all in the unit of `supply`. */
  readonly demands: readonly Operand[];
  /** What there is, not negative. */
  readonly supply: Operand;
}

/**
 * Everyone gets the same share of what they ask for: aᵢ = dᵢ · min(1, S/D). Asking for more gets more, so it rewards
 * inflated requests (Mallik & Harker 2004, European Journal of Operational Research 159).
 */
export function proportional(claims: ProportionalClaims): Expr[] {
  requireOneEach('proportional', { demands: claims.demands });
  const demands = expressions(claims.demands);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const share = min(ratio(supply, sum(demands), 1), 1);
  const results = demands.map((demand) => demand.times(share));
  return named('proportional', results, (position) => [entry(demands, position), supply]);
}
