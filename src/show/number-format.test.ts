import { describe, expect, it } from 'vitest';
import { decimalsFor, formatCompact, formatNumber, formatPercent } from './number-format.ts';

describe('formatNumber', () => {
  it('keeps three significant digits and never rounds before the point', () => {
    expect([1234567, 75312, 1234.5, 12.345, 1.2, 0.0123456, 0].map((value) => formatNumber(value))).toEqual([
      '1,234,567',
      '75,312',
      '1,235',
      '12.3',
      '1.2',
      '0.0123',
      '0',
    ]);
  });

  it('takes decimals, digits and a sign', () => {
    expect(formatNumber(1.5, { decimals: 2 })).toBe('1.50');
    expect(formatNumber(115.186, { significant: 6 })).toBe('115.186');
    expect(formatNumber(0.3, { signed: true })).toBe('+0.3');
    expect(formatNumber(-0.3)).toBe('−0.3');
    expect(formatNumber(-0.001, { decimals: 1 })).toBe('0.0');
  });

  it('shows a dash for what is no number', () => {
    expect(formatNumber(NaN)).toBe('–');
    expect(formatNumber(Infinity)).toBe('–');
  });
});

describe('formatCompact', () => {
  it('scales by thousands in English and by myriads in Japanese', () => {
    const values = [75312, 430000, 999999, 4460000, 193.7e9, 1.94e12, -5e6];
    expect(values.map((value) => formatCompact(value, 'en'))).toEqual([
      '75,312',
      '430k',
      '1 M',
      '4.46 M',
      '194 bn',
      '1.94 trn',
      '−5 M',
    ]);
    expect(values.map((value) => formatCompact(value, 'ja'))).toEqual([
      '75,312',
      '43万',
      '100万',
      '446万',
      '1,937億',
      '1.94兆',
      '−500万',
    ]);
  });
});

it('formats per cent', () => {
  expect(formatPercent(0.625)).toBe('62.5%');
  expect(formatPercent(0.62, { decimals: 0 })).toBe('62%');
});

it('chooses decimals for a column by its largest figure', () => {
  expect(decimalsFor([0.3, 4.61], 2)).toBe(1);
  expect(decimalsFor([169, 236], 2)).toBe(0);
  expect(decimalsFor([0.0312, 0.9])).toBe(3);
  expect(decimalsFor([9.996], 3)).toBe(1);
  expect(decimalsFor([])).toBe(0);
});
