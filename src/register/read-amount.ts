import { nearestName } from '../problem/nearest-name.ts';
import {
  amountInCanonicalUnits,
  canonicalUnit,
  isEmptyUnit,
  knownUnits,
  mayBeNegative,
  readStatedUnit,
} from './canonical-unit.ts';
import type { Amount, Quantity } from './row.ts';
import type { TableRecord } from './table.ts';

export interface ReadAmount extends Amount {
  readonly unit: string;
  readonly basis: string;
  readonly stated: Amount & { readonly unit: string };
}

const BOUNDS = ['low', 'value', 'high'] as const;

/**
 * Low, value and high of a row in canonical units. The numbers come from `stated_low … stated_unit` where given, and the
 * canonical columns are then checked against them; a row without stated columns may give `low … unit` in any unit the
 * register reads. Problems: `not-a-number`, `unknown-unit`, `unit-not-allowed`, `canonical-differs`,
 * `low-value-high-out-of-order`, `negative-quantity`.
 */
export function readAmount(record: TableRecord, metric: string): ReadAmount {
  const hasStated = record.text('stated_unit') !== '';
  const prefix = hasStated ? 'stated_' : '';
  const given = readBounds(record, prefix);
  const spelling = record.text(`${prefix}unit`);
  const statedUnit = readStatedUnit(spelling);
  if (!statedUnit) {
    if (spelling !== '') reportUnknownUnit(record, `${prefix}unit`, spelling);
    return { unit: spelling, basis: record.text('basis'), stated: { ...given, unit: spelling } };
  }
  const chosen = hasStated ? record.text('unit') : '';
  const canonical = canonicalUnit(metric, statedUnit, chosen);
  if (!canonical) {
    const expected = [statedUnit.unit, ...Object.keys(statedUnit.also ?? {})].join(', ');
    record.problem('unit-not-allowed', 'unit', { name: spelling, expected, found: chosen });
    return { unit: statedUnit.unit, basis: record.text('basis'), stated: { ...given, unit: spelling } };
  }
  const amount = amountInCanonicalUnits(given, canonical.factor);
  const basis = record.text('basis') || (statedUnit.basis ?? '');
  if (hasStated) checkCanonicalColumns(record, amount);
  checkOrder(record, prefix, given);
  checkSign(record, prefix, amount, metric, basis);
  return { ...amount, unit: canonical.unit, basis, stated: { ...given, unit: spelling } };
}

function readBounds(record: TableRecord, prefix: string): Amount {
  const [low, value, high] = BOUNDS.map((bound) => record.number(`${prefix}${bound}`));
  return {
    ...(low === undefined ? {} : { low }),
    ...(value === undefined ? {} : { value }),
    ...(high === undefined ? {} : { high }),
  };
}

function reportUnknownUnit(record: TableRecord, column: string, spelling: string): void {
  const near = nearestName(spelling, knownUnits());
  record.problem('unknown-unit', column, {
    found: spelling,
    ...(near === undefined ? {} : { nearest: near }),
  });
}

function checkCanonicalColumns(record: TableRecord, amount: Amount): void {
  for (const bound of BOUNDS) {
    if (record.text(bound) === '') continue;
    const found = record.number(bound);
    const expected = amount[bound];
    if (found === undefined) continue;
    if (expected === undefined || Math.abs(found - expected) > 1e-9 * Math.abs(expected)) {
      record.problem('canonical-differs', bound, { name: bound, expected: expected ?? '', found });
    }
  }
}

function checkOrder(record: TableRecord, prefix: string, given: Amount): void {
  const numbers = BOUNDS.flatMap((bound) => (given[bound] === undefined ? [] : [given[bound]]));
  const inOrder = numbers.every((number, index) => index === 0 || (numbers[index - 1] as number) <= number);
  if (inOrder) return;
  const expected = 'low ≤ value ≤ high';
  record.problem('low-value-high-out-of-order', `${prefix}value`, { expected, found: numbers.join(', ') });
}

function checkSign(record: TableRecord, prefix: string, amount: Amount, metric: string, basis: string): void {
  if (mayBeNegative(metric, basis)) return;
  for (const bound of BOUNDS) {
    const number = amount[bound];
    if (number !== undefined && number < 0) {
      record.problem('negative-quantity', `${prefix}${bound}`, { name: metric, found: number });
    }
  }
}

/** What the numbers say, by the register's conventions (`Quantity`). */
export function quantityOf(amount: Amount, unit: string): Quantity {
  const { low, value, high } = amount;
  if (isEmptyUnit(unit) || (low === undefined && value === undefined && high === undefined)) return 'none';
  if (low !== undefined && high !== undefined) return low < high ? 'range' : 'value';
  if (low !== undefined && (value === undefined || value === low)) return 'at-least';
  if (high !== undefined && (value === undefined || value === high)) return 'at-most';
  return 'value';
}
