import type { Period } from './period.ts';

/** How often each constraint stops GPU output, by quarter. */
export interface BindingByQuarter {
  readonly quarters: readonly Period[];
  /** Constraints that ever matter, largest mean share first; `shares` by quarter. */
  readonly constraints: readonly {
    readonly input: string;
    readonly shares: readonly number[];
    /** What `chokepoint explain` takes, by quarter. */
    readonly addresses: readonly string[];
  }[];
  /** The supply input that binds most often now, and the one that takes over from it, if any does. */
  readonly now: Leader | null;
  readonly next: (Leader & { readonly from: Period }) | null;
}

/** The input that binds most often in a quarter. */
export interface Leader {
  readonly input: string;
  readonly share: number;
  readonly address: string;
}

/** A constraint that never reaches this share in any quarter is left out of the table. */
const NOTICEABLE = 0.02;

/** Orders constraints and finds what binds now and what takes over; demand itself is a constraint but not an input. */
export function followBinding(
  quarters: readonly Period[],
  all: BindingByQuarter['constraints'],
  present: number,
): BindingByQuarter {
  const constraints = all
    .filter(({ shares }) => shares.some((share) => share >= NOTICEABLE))
    .toSorted((a, b) => total(b.shares) - total(a.shares));
  const current = quarters.findIndex((quarter) => quarter.first <= present && present <= quarter.last);
  const leaderAt = (quarter: number): Leader | null => {
    const supply = constraints
      .filter(({ input }) => input !== 'demand')
      .map(({ input, shares, addresses }) => ({
        input,
        share: shares[quarter] ?? 0,
        address: addresses[quarter] ?? '',
      }))
      .toSorted((a, b) => b.share - a.share)[0];
    return supply && supply.share >= NOTICEABLE ? supply : null;
  };
  const now = leaderAt(current);
  let next: BindingByQuarter['next'] = null;
  for (let quarter = current + 1; quarter < quarters.length && next === null; quarter++) {
    const leader = leaderAt(quarter);
    const from = quarters[quarter];
    if (leader && from && leader.input !== now?.input) next = { ...leader, from };
  }
  return { quarters, constraints, now, next };
}

function total(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0);
}
