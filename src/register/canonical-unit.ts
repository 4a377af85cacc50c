import type { Amount } from './row.ts';
import { EMPTY_UNITS, STATED_UNITS, type StatedUnit } from './stated-units.ts';

/** Canonical units that no spelling above maps to, but that rows may use directly. */
const FURTHER_UNITS = [
  'H100e',
  'FLOP',
  'USD/unit',
  'customer',
  'mm2',
  'W',
  'W/unit',
  'GB',
  'month',
  'week',
  '1',
];

const CANONICAL_UNITS: ReadonlySet<string> = new Set([
  ...FURTHER_UNITS,
  ...Object.values(STATED_UNITS).map((stated) => stated.unit),
  ...Object.values(STATED_UNITS).flatMap((stated) => Object.keys(stated.also ?? {})),
]);

/** Metrics whose durations are counted in weeks, the trade's habit; all other durations are months. */
const METRICS_IN_WEEKS: ReadonlySet<string> = new Set(['lead_time']);

/** All spellings of units that can be read, canonical ones first; for the nearest valid name. */
export function knownUnits(): readonly string[] {
  return [...CANONICAL_UNITS, ...Object.keys(STATED_UNITS)];
}

/** The meaning of one spelling, or `undefined` when it is unknown. A canonical unit means itself. */
export function readStatedUnit(spelling: string): StatedUnit | undefined {
  const stated = Object.hasOwn(STATED_UNITS, spelling) ? STATED_UNITS[spelling] : undefined;
  if (stated) return stated;
  return CANONICAL_UNITS.has(spelling) ? { unit: spelling, factor: 1 } : undefined;
}

/** The canonical unit of a metric stated in one spelling: the row's own choice if it is allowed, else the default. */
export function canonicalUnit(
  metric: string,
  stated: StatedUnit,
  chosen?: string,
): { readonly unit: string; readonly factor: number } | undefined {
  const also = stated.also ?? {};
  const preferred =
    chosen || (METRICS_IN_WEEKS.has(metric) && Object.hasOwn(also, 'week') ? 'week' : stated.unit);
  if (preferred === stated.unit) return { unit: stated.unit, factor: stated.factor };
  const factor = Object.hasOwn(also, preferred) ? also[preferred] : undefined;
  return factor === undefined ? undefined : { unit: preferred, factor };
}

/** True for `date`, `flag` and `note`: the row carries no quantity. */
export function isEmptyUnit(unit: string): boolean {
  return (EMPTY_UNITS as readonly string[]).includes(unit);
}

/**
 * One stated number in canonical units, to twelve significant digits, so that 13.6 billion is 13,600,000,000 and 113%
 * is 1.13, whatever the order of the multiplication.
 */
export function toCanonical(stated: number, factor: number): number {
  return factor === 1 ? stated : Number((stated * factor).toPrecision(12));
}

/** The stated low, value and high in canonical units. */
export function amountInCanonicalUnits(stated: Amount, factor: number): Amount {
  return {
    ...(stated.low === undefined ? {} : { low: toCanonical(stated.low, factor) }),
    ...(stated.value === undefined ? {} : { value: toCanonical(stated.value, factor) }),
    ...(stated.high === undefined ? {} : { high: toCanonical(stated.high, factor) }),
  };
}

/** A number may be below zero only where it is a change: a metric or basis that says so. */
export function mayBeNegative(metric: string, basis: string): boolean {
  return (
    /(_change|_growth|_addition|_reallocation|_response)$/.test(metric) ||
    /(^|\b)(change|year on year|quarter on quarter|compound|growth|percentage points|against the earlier|elasticity)/.test(
      basis,
    )
  );
}
