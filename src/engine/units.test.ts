import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import {
  conversionFactor,
  DIMENSIONLESS,
  divideUnits,
  formatUnit,
  multiplyUnits,
  parseUnit,
  raiseUnit,
  unitsComparable,
  unitsEqual,
} from './units.ts';

describe('parseUnit', () => {
  it.each([
    ['USD/month', 'USD/month'],
    ['USD/unit/month', 'USD/month/unit'],
    ['USD/(unit*month)', 'USD/month/unit'],
    ['month^-1*USD', 'USD/month'],
    [' wafer * TB / wafer ', 'TB'],
    ['month^2', 'month^2'],
    ['1/month', '1/month'],
    ['H100e', 'H100e'],
    ['wafer-equivalent/month', 'wafer-equivalent/month'],
    ['(unit/month)*month', 'unit'],
    ['fraction/month', '1/month'],
    ['1', '1'],
    ['', '1'],
    ['fraction', '1'],
    ['unit/unit', '1'],
  ])('reads %j as %j', (text, canonical) => {
    expect(formatUnit(parseUnit(text))).toBe(canonical);
  });

  it('gives the same object for the same unit', () => {
    expect(parseUnit('a*b')).toBe(parseUnit('b*a'));
    expect(parseUnit('a/a')).toBe(DIMENSIONLESS);
  });

  it.each(['USD/', '*USD', 'USD//month', 'USD month', '(USD', 'USD)', '2*USD', 'USD^month', 'USD^', 'USD/$'])(
    'refuses %j with the place where it stops making sense',
    (text) => {
      expect(() => parseUnit(text)).toThrow(ProblemError);
      try {
        parseUnit(text);
      } catch (error) {
        expect(error).toMatchObject({ problems: [{ code: 'invalid-unit', params: { unit: text } }] });
      }
    },
  );
});

describe('unit algebra', () => {
  const unit = fc
    .array(
      fc.tuple(fc.constantFrom('USD', 'month', 'unit', 'week', 'kW', 'TB'), fc.integer({ min: -3, max: 3 })),
      {
        maxLength: 4,
      },
    )
    .map((powers) => parseUnit(powers.map(([symbol, power]) => `${symbol}^${power}`).join('*')));

  it('is a commutative group', () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        expect(multiplyUnits(a, b)).toBe(multiplyUnits(b, a));
        expect(multiplyUnits(multiplyUnits(a, b), c)).toBe(multiplyUnits(a, multiplyUnits(b, c)));
        expect(divideUnits(multiplyUnits(a, b), b)).toBe(a);
        expect(divideUnits(a, a)).toBe(DIMENSIONLESS);
      }),
    );
  });

  it('survives being printed and read again', () => {
    fc.assert(
      fc.property(unit, (a) => {
        expect(parseUnit(formatUnit(a))).toBe(a);
      }),
    );
  });

  it('raises to powers and roots', () => {
    expect(formatUnit(raiseUnit(parseUnit('month^2/unit'), 0.5))).toBe('month/unit^0.5');
    expect(formatUnit(raiseUnit(parseUnit('USD/month'), -1))).toBe('month/USD');
  });
});

describe('scales', () => {
  it('tells a scale from another quantity', () => {
    expect(unitsEqual(parseUnit('year'), parseUnit('month'))).toBe(false);
    expect(unitsComparable(parseUnit('year'), parseUnit('month'))).toBe(true);
    expect(unitsComparable(parseUnit('USD'), parseUnit('month'))).toBe(false);
    expect(unitsEqual(parseUnit('kW*unit'), parseUnit('unit*kW'))).toBe(true);
    expect(unitsEqual(parseUnit('percent'), DIMENSIONLESS)).toBe(false);
  });

  it('takes scales that multiply to the same one for equal', () => {
    expect(unitsEqual(parseUnit('GW*GW'), parseUnit('GW^2'))).toBe(true);
    expect(unitsEqual(parseUnit('MW*MW'), parseUnit('kW*GW'))).toBe(true);
    expect(unitsEqual(parseUnit('USD/week*week'), parseUnit('USD'))).toBe(true);
  });

  it.each([
    ['year', 'month', 12],
    ['quarter', 'month', 3],
    ['GW', 'kW', 1e6],
    ['GB', 'TB', 1e-3],
    ['USD/year', 'USD/month', 1 / 12],
    ['week', 'hour', 168],
    ['day', 'hour', 24],
    ['percent', '1', 0.01],
    ['month', 'month', 1],
  ])('converts %s to %s', (from, to, factor) => {
    expect(conversionFactor(parseUnit(from), parseUnit(to))).toBeCloseTo(factor, 12);
  });

  it('has a month of 4.348 weeks and 730.5 hours', () => {
    expect(conversionFactor(parseUnit('month'), parseUnit('week'))).toBeCloseTo(4.348, 3);
    expect(conversionFactor(parseUnit('month'), parseUnit('hour'))).toBe(730.5);
  });
});
