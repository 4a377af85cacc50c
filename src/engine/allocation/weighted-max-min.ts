import type { Expr, Operand } from '../expression.ts';
import { asExpr } from '../expression.ts';
import { byPrecision, lessOrEqual, max, min, select, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';
import { sortingNetwork } from './sorting-network.ts';

export interface WeightedClaims {
  /** What each claimant asks for, not negative, all in the unit of `supply`. */
  readonly demands: readonly Operand[];
  /** Not negative, all in one unit. Take past deliveries or contracts, never requests. */
  readonly weights: readonly Operand[];
  /** What there is, not negative. */
  readonly supply: Operand;
}

/** A weight of zero counts as this part of all weights: such claimants are served, in equal parts, after all others. */
const smallestShare = 1e-18;
/** Weights below this are zero in any unit; keeps the divisions finite when all are. */
const smallestWeight = { double: 1e-25, single: 1e-20 };

/**
 * Weighted max-min fairness (water-filling; Bertsekas & Gallager, Data Networks, 1992, section 6.5.2): aᵢ = min(dᵢ, wᵢλ)
 * with the level λ at which Σa = min(S, Σd). Asking for more than one can use never helps.
 *
 * The sum of min(dᵢ, wᵢλ) is the least, over all sets F of claimants, of Σ_F d + λ·Σ_{not F} w. So λ is the greatest
 * of (S − Σ_F d) / Σ_{not F} w, reached where F is the first k claimants by dᵢ/wᵢ. One sorting network and one
 * division for each k give it exactly, in fewer operations than Newton steps need from five claimants on.
 */
export function weightedMaxMin(claims: WeightedClaims): Expr[] {
  requireOneEach('weighted max-min', { demands: claims.demands, weights: claims.weights });
  const demands = expressions(claims.demands);
  const given = expressions(claims.weights);
  const supply = asExpr(claims.supply, entry(demands, 0).unit);
  const [first] = demands;
  if (demands.length === 1 && first)
    return named('weighted max-min', [min(first, supply)], () => [first, supply]);
  const weights = withoutZeros(given);
  const level = waterLevel(demands, weights, supply);
  const results = demands.map((demand, i) => min(demand, entry(weights, i).times(level)));
  return named('weighted max-min', results, (i) => [entry(demands, i), entry(given, i), supply]);
}

/** Weights with zeros replaced by almost nothing, so that what nobody else wants still goes to those who have none. */
export function withoutZeros(weights: readonly Expr[]): Expr[] {
  const smallest = byPrecision(smallestWeight, entry(weights, 0).unit);
  const floor = max(sum(weights).times(smallestShare), smallest);
  return weights.map((weight) => max(weight, floor));
}

function waterLevel(demands: readonly Expr[], weights: readonly Expr[], supply: Expr): Expr {
  const claimants = demands.map((demand, i) => {
    const weight = entry(weights, i);
    return { fullAt: demand.over(weight), weight };
  });
  for (const [low, high] of sortingNetwork(claimants.length)) {
    const [a, b] = [entry(claimants, low), entry(claimants, high)];
    const inOrder = lessOrEqual(a.fullAt, b.fullAt);
    claimants[low] = { fullAt: min(a.fullAt, b.fullAt), weight: select(inOrder, a.weight, b.weight) };
    claimants[high] = { fullAt: max(a.fullAt, b.fullAt), weight: select(inOrder, b.weight, a.weight) };
  }
  // Weights are summed from the last one, never subtracted, so that small ones keep their digits.
  const weightFrom: Expr[] = [];
  for (const { weight } of claimants.toReversed()) {
    const above = weightFrom[0];
    weightFrom.unshift(above === undefined ? weight : above.plus(weight));
  }
  let left = supply;
  let level = supply.over(entry(weightFrom, 0));
  for (const [k, { fullAt, weight }] of claimants.slice(0, -1).entries()) {
    left = left.minus(fullAt.times(weight));
    level = max(level, left.over(entry(weightFrom, k + 1)));
  }
  return level;
}
