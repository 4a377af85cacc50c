import type { Expr, Operand } from '../expression.ts';
import { clamp, constant, ratio, sum } from '../expression-functions.ts';
import { entry, expressions, named, requireOneEach } from './claim-list.ts';
import { bracketFalling } from './falling-root.ts';
import { curveShare } from './priority-curve.ts';
import type { PriorityProfile } from './priority-curve.ts';
import { curveInterval } from './wood-curves.ts';

/** One side of a market: quantities, and around which price each is offered or wanted. */
export interface MarketSide {
  /** Not negative, both sides in one unit. */
  readonly quantities: readonly Operand[];
  /** Both sides in one unit. */
  readonly prices: readonly Operand[];
  /** Spread around the price, positive, in its unit. */
  readonly widths: readonly Operand[];
}

export interface Market {
  readonly demand: MarketSide;
  readonly supply: MarketSide;
  readonly profile: PriorityProfile;
  /** Halvings of the search. */
  readonly rounds?: number;
}

/**
 * Vensim's FIND MARKET PRICE: the price at which what is still wanted equals what is already offered. Demand falls
 * and supply rises along the curves of `curveShare`. Where a whole range of prices clears the market, one of them.
 */
export function marketPrice(market: Market): Expr {
  const { profile, rounds = 40 } = market;
  const [demand, supply] = [side('demand', market.demand), side('supply', market.supply)];
  const excess = (price: Expr): Expr => {
    const wanted = demand.quantities.map((quantity, i) =>
      quantity.times(curveShare(profile, price, entry(demand.prices, i), entry(demand.widths, i))),
    );
    const offered = supply.quantities.map((quantity, i) =>
      quantity.times(
        curveShare(profile, price, entry(supply.prices, i), entry(supply.widths, i)).negate().plus(1),
      ),
    );
    return sum(wanted).minus(sum(offered));
  };
  const nothing = constant(0, entry(demand.quantities, 0).unit);
  const interval = curveInterval(
    profile,
    [...demand.prices, ...supply.prices],
    [...demand.widths, ...supply.widths],
  );
  const { low, high } = bracketFalling(excess, nothing, interval, rounds);
  const [over, under] = [excess(low), excess(high)];
  const part = clamp(ratio(over, over.minus(under), 0.5), 0, 1);
  const price = low.plus(high.minus(low).times(part));
  return entry(
    named('market price', [price], () => [...demand.quantities, ...supply.quantities]),
    0,
  );
}

function side(name: string, given: MarketSide): { quantities: Expr[]; prices: Expr[]; widths: Expr[] } {
  const { quantities, prices, widths } = given;
  requireOneEach(`market price, ${name}`, { quantities, prices, widths });
  return { quantities: expressions(quantities), prices: expressions(prices), widths: expressions(widths) };
}
