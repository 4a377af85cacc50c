import type { Assumption } from '../../beliefs/assumption.ts';
import type { Belief } from '../../beliefs/belief.ts';

/**
 * Families of inputs that mean the same whenever a run starts, so that what one year says of them holds for the next:
 * properties of products and processes, and how buyers and suppliers behave. All others tell where a run starts from, or
 * of one year or event.
 */
const STANDING = new Set([
  'power per package',
  'product price',
  'packages per wafer',
  'packages per logic wafer',
  'h100e per package',
  'hbm per package',
  'osat chip-on-wafer share',
  'plant ramp',
  'trend trust',
  'expansion time',
  'expansion patience',
  'expansion ceiling',
  'expansion cancellation time',
  'need perception',
  'hbm use',
  'hbm lag',
  'hbm stock limit',
  'hbm terabytes per wafer',
  'hbm first yield',
  'hbm yield half-life',
  'hbm qualification ramp',
  'logic open share',
  'logic lag',
  'logic bank limit',
  'product ramp',
  'product capture',
  'product phase-out',
  'networking rise',
  'pue',
  'capex growth trend',
  'capex growth persistence',
  'own-chip drift',
  'programme ramp',
  'efficiency elasticity',
  'training efficiency elasticity',
  'efficiency spread',
  'frontier training share',
  'catch-up training share',
  'training share drift',
  'price drift',
  'price elasticity',
  'availability drift',
  'cancellation',
  'contract term',
  'packaging lag',
  'base lead time',
  'ordering horizon',
  'rental sensitivity',
  'rental drift',
  'deployment lag',
  'useful life',
  'failure rate',
  'substitution elasticity',
  'substitution by waiting',
  'substitution time',
  'lifetime cost of power',
]);

export function familyOf(input: string): string {
  const end = input.indexOf('[');
  return end < 0 ? input : input.slice(0, end);
}

/** File of the figures of shipments, from which some assumptions were worked out. */
const SHIPMENTS = 'shipments.csv';

/**
 * Whether a year of the past and the run itself draw an input alike: a standing one, of the same distribution in both,
 * and not worked out from the very shipments that the past is held against.
 */
export function isShared(
  past: Belief,
  own: Belief | undefined,
  derivedFrom: ReadonlyMap<string, string>,
): boolean {
  if (own === undefined || own.distribution.kind === 'point' || !STANDING.has(familyOf(past.input)))
    return false;
  const circular = own.assumptions.some((id) => derivedFrom.get(id)?.includes(SHIPMENTS));
  return !circular && JSON.stringify(past.distribution) === JSON.stringify(own.distribution);
}

/**
 * Assumptions for a run through a year of the past: those about where a run starts from as they stood when the year
 * ended, others and dates as they stand now.
 */
export function assumptionsOfYear(assumptions: readonly Assumption[], year: number): readonly Assumption[] {
  const end = `${year}-12-31`;
  const thenKnown = new Set(assumptions.filter(({ knownSince }) => knownSince <= end).map(({ id }) => id));
  return assumptions.filter(
    ({ id, kind, knownSince }) =>
      knownSince <= end ||
      kind === 'date' ||
      STANDING.has(familyOf(id)) ||
      !(thenKnown.has(id) || thenKnown.has(familyOf(id))),
  );
}
