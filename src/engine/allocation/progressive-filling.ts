import type { Expr } from '../expression.ts';
import {
  and,
  byPrecision,
  called,
  constant,
  less,
  lessOrEqual,
  max,
  min,
  or,
  ratio,
  select,
  sum,
} from '../expression-functions.ts';
import { divideUnits } from '../units.ts';
import { entry, requireOneEach } from './claim-list.ts';
import { withoutZeros } from './weighted-max-min.ts';

export interface JointClaims<Claimant extends string = string, Resource extends string = string> {
  readonly claimants: readonly Claimant[];
  readonly resources: readonly Resource[];
  /** What one unit of fill takes of a resource, not negative; null where it never takes any, which costs nothing. */
  readonly need: (claimant: Claimant, resource: Resource) => Expr | null;
  /** What there is of a resource; below zero counts as zero. */
  readonly supply: (resource: Resource) => Expr;
  /** How fast a claimant's fill rises beside the others', not negative, all in one unit. Zero comes after all others. */
  readonly rate: (claimant: Claimant) => Expr;
  /** Where a claimant's fill ends, not negative, all in one unit. */
  readonly cap: (claimant: Claimant) => Expr;
  /**
   * Rounds of the procedure. As many as there are claimants (the default) always finish; fewer may leave a little of
   * a resource unused, never too much used. Half the claimants plus two is nearly always enough.
   */
  readonly rounds?: number;
}

/** Part of a supply that is shared out: the rest is kept back so that rounding never uses more than there is. */
const kept = byPrecision({ double: 1 - 2 ** -44, single: 1 - 2 ** -23 });
/** A resource with less than this part of its supply left is exhausted; above the rounding of a sum over claimants. */
const exhaustedAt = byPrecision({ double: 1e-13, single: 1e-6 });
/** Longer than any step, yet its product with a rate stays finite in single precision too. */
const farAway = 1e30;

/**
 * Weighted max-min fairness over several resources at once (progressive filling): all fills rise together, each at its
 * rate, until it reaches its cap or one of its resources is used up. Nobody holds one input of what it cannot finish.
 * Returns the fill of a claimant, in the unit of its cap. Uses at most each supply, and leaves at most 1e-12 of a
 * supply that stops somebody (1e-5 in single precision). With one resource it is `weightedMaxMin`, which is cheaper there.
 *
 * Each round steps to where the first resource would run out if no cap came in between (Newton's method on a concave
 * function, from below): either that resource is exhausted or somebody has reached a cap, so at least one claimant
 * stops in every round.
 */
export function progressiveFilling<Claimant extends string, Resource extends string>(
  claims: JointClaims<Claimant, Resource>,
): (claimant: Claimant) => Expr {
  const { claimants, rounds = claimants.length } = claims;
  requireOneEach('progressive filling', { claimants });
  const caps = claimants.map((claimant) => claims.cap(claimant));
  const pools = poolsOf(claims);
  const rates = withoutZeros(claimants.map((claimant) => claims.rate(claimant)));
  const fillUnit = entry(caps, 0).unit;
  const longest = constant(farAway, divideUnits(fillUnit, entry(rates, 0).unit));

  /** Fills at the end, from the fills, supplies left and rates at the start of a round. */
  const from = (
    round: number,
    fills: readonly Expr[],
    left: readonly Expr[],
    speeds: readonly Expr[],
  ): readonly Expr[] => {
    const step = pools
      .map(({ uses }, r) => ratio(entry(left, r), taken(uses, speeds), longest))
      .reduce((a, b) => min(a, b), longest);
    const next = fills.map((fill, i) => min(entry(caps, i), fill.plus(entry(speeds, i).times(step))));
    if (round === rounds - 1) return next;
    const rises = next.map((fill, i) => fill.minus(entry(fills, i)));
    const rest = pools.map(({ uses }, r) => entry(left, r).minus(taken(uses, rises)));
    const exhausted = pools.map(({ supply }, r) => lessOrEqual(entry(rest, r), supply.times(exhaustedAt)));
    const slower = speeds.map((speed, i) =>
      select(stops(i, pools, exhausted, lessOrEqual(entry(caps, i), entry(next, i))), 0, speed),
    );
    // Once nobody rises, further rounds change nothing; as an arm of a select they need not be computed.
    const rising = less(0, sum(slower));
    const end = from(round + 1, next, rest, slower);
    return next.map((fill, i) => select(rising, entry(end, i), fill));
  };
  const fills = from(
    0,
    claimants.map(() => constant(0, fillUnit)),
    pools.map(({ supply }) => supply.times(kept)),
    rates,
  );
  const results = new Map(
    claimants.map((claimant, i) => [
      claimant,
      called('progressive filling', argumentsOf(claims, claimant, entry(caps, i)), entry(fills, i)),
    ]),
  );
  return (claimant) => {
    const fill = results.get(claimant);
    if (fill === undefined) throw new RangeError(`not a claimant: ${claimant}`);
    return fill;
  };
}

interface Use {
  readonly position: number;
  readonly need: Expr;
  /** 1 where the need is above zero in this month: only then does the resource's end stop the claimant. */
  readonly takes: Expr;
}

/** A resource that somebody may need. */
interface Pool {
  readonly supply: Expr;
  readonly uses: readonly Use[];
}

function poolsOf<Claimant extends string, Resource extends string>(
  claims: JointClaims<Claimant, Resource>,
): Pool[] {
  return claims.resources.flatMap((resource) => {
    const uses = claims.claimants.flatMap((claimant, position) => {
      const need = claims.need(claimant, resource);
      return need === null ? [] : [{ position, need, takes: less(0, need) }];
    });
    return uses.length === 0 ? [] : [{ supply: max(claims.supply(resource), 0), uses }];
  });
}

/** What fills, or rates of filling, take of a resource. */
function taken(uses: readonly Use[], amounts: readonly Expr[]): Expr {
  return sum(uses.map(({ need, position }) => need.times(entry(amounts, position))));
}

/** 1 where a claimant has reached its cap or needs an exhausted resource. */
function stops(claimant: number, pools: readonly Pool[], exhausted: readonly Expr[], full: Expr): Expr {
  const ends = pools.flatMap(({ uses }, r) => {
    const use = uses.find(({ position }) => position === claimant);
    return use ? [and(use.takes, entry(exhausted, r))] : [];
  });
  return ends.reduce((a, b) => or(a, b), full);
}

function argumentsOf<Claimant extends string, Resource extends string>(
  claims: JointClaims<Claimant, Resource>,
  claimant: Claimant,
  cap: Expr,
): Expr[] {
  const uses = claims.resources.flatMap((resource) => {
    const need = claims.need(claimant, resource);
    return need === null ? [] : [need, claims.supply(resource)];
  });
  return [claims.rate(claimant), cap, ...uses];
}
