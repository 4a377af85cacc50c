import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { max, min, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';
import { proportional } from './proportional.ts';
import { weightedMaxMin } from './weighted-max-min.ts';

/** How one tier is shared out. */
export type TierRule = 'weighted-max-min' | 'proportional';

export interface ContractClaims {
  /** What each claimant asks for, not negative, all in the unit of `supply`. */
  readonly demands: readonly Operand[];
  /** What each claimant has under contract, not negative, in the same unit. */
  readonly contracts: readonly Operand[];
  /** Weights for what is left after contracts; equal where left out. */
  readonly weights?: readonly Operand[];
  /** What there is, not negative. */
  readonly supply: Operand;
  /** Weighted max-min with contracts as weights, unless told otherwise. */
  readonly contractTier?: TierRule;
  /** Weighted max-min, unless told otherwise. */
  readonly spotTier?: TierRule;
}

/**
 * Contracts first, then the open market: requests up to the contract are filled in proportion to contracts, what is
 * left goes to what is still open. With both tiers water-filled, asking for more than one can use never helps; with a
 * proportional tier it does.
 */
export function contractsFirst(claims: ContractClaims): Expr[] {
  const weights = claims.weights ?? claims.demands.map(() => 1);
  requireOneEach('contracts first', { demands: claims.demands, contracts: claims.contracts, weights });
  const demands = expressions(claims.demands);
  const contracts = expressions(claims.contracts);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const covered = demands.map((demand, i) => min(demand, entry(contracts, i)));
  const contracted = shareOut(claims.contractTier, covered, contracts, supply);
  const open = demands.map((demand, i) => demand.minus(entry(contracted, i)));
  const left = max(supply.minus(sum(contracted)), 0);
  const spot = shareOut(claims.spotTier, open, weights, left);
  const results = demands.map((demand, i) => min(demand, entry(contracted, i).plus(entry(spot, i))));
  return named('contracts first', results, (i) => [entry(demands, i), entry(contracts, i), supply]);
}

function shareOut(
  rule: TierRule | undefined,
  demands: readonly Operand[],
  weights: readonly Operand[],
  supply: Operand,
): Expr[] {
  return rule === 'proportional'
    ? proportional({ demands, supply })
    : weightedMaxMin({ demands, weights, supply });
}
