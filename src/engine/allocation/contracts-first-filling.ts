import type { Expr } from '../expression.ts';
import { called, max, min, sum } from '../expression-functions.ts';
import { progressiveFilling } from './progressive-filling.ts';
import { remainder } from './remainder.ts';
import type { JointClaims } from './progressive-filling.ts';

export interface JointContractClaims<Claimant extends string = string, Resource extends string = string>
  extends JointClaims<Claimant, Resource> {
  /** Fill that a claimant has under contract, not negative, in the unit of its cap. */
  readonly contracted: (claimant: Claimant) => Expr;
}

/**
 * Contracts first over several resources: fills rise to what is under contract, in proportion to contracts, then on to
 * their caps at `rate` with what is left. Unlike pure weighted max-min, more of a resource can lower the smallest
 * fill: where a missing input kept a contract from being used, supplying it takes the other inputs from somebody else.
 */
export function contractsFirstFilling<Claimant extends string, Resource extends string>(
  claims: JointContractClaims<Claimant, Resource>,
): (claimant: Claimant) => Expr {
  const { claimants, contracted, cap, need, supply } = claims;
  const covered = progressiveFilling({
    ...claims,
    rate: contracted,
    cap: (claimant) => min(cap(claimant), contracted(claimant)),
  });
  const open = progressiveFilling({
    ...claims,
    cap: (claimant) => cap(claimant).minus(covered(claimant)),
    supply: (resource) => {
      const taken = claimants.flatMap((claimant) => need(claimant, resource)?.times(covered(claimant)) ?? []);
      return taken.length === 0 ? supply(resource) : remainder(max(supply(resource), 0), sum(taken));
    },
  });
  return (claimant) => {
    const fill = min(cap(claimant), covered(claimant).plus(open(claimant)));
    return called('contracts first', [contracted(claimant), cap(claimant)], fill);
  };
}
