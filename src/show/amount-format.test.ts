import { describe, expect, it } from 'vitest';
import { formatAmount, formatRange, formatSpread } from './amount-format.ts';
import { unitTitle } from './unit-name.ts';

describe('formatAmount', () => {
  it.each([
    [193.7e9, 'USD', 'USD 194 bn', '1,937億ドル'],
    [5_576_000, 'USD', 'USD 5.58 M', '558万ドル'],
    [25_000, 'USD/unit', 'USD 25,000/unit', '25,000ドル/個'],
    [4_460_000, 'unit', '4.46 M units', '446万個'],
    [75_300, 'wafer/month', '75,300 wafers/month', '75,300枚/月'],
    [1, 'month', '1 month', '1か月'],
    [1.2, 'month', '1.2 months', '1.2か月'],
    [0.62, 'fraction', '62%', '62%'],
    [13e9, 'W', '13 GW', '13 GW'],
    [13, 'GW', '13 GW', '13 GW'],
    [3.2e12, 'TWD/year', 'TWD 3.2 trn/year', '3.2兆台湾ドル/年'],
    [9400, 'H100e', '9,400 H100e', '9,400 H100e'],
    [14.5, '1', '14.5', '14.5'],
  ])('%d %s', (value, unit, english, japanese) => {
    expect(formatAmount(value, unit, 'en')).toBe(english);
    expect(formatAmount(value, unit, 'ja')).toBe(japanese);
  });
});

describe('ranges', () => {
  it('share one scale and unit', () => {
    expect(formatRange(169e9, 236e9, 'USD', 'en')).toBe('USD 169–236 bn');
    expect(formatRange(169e9, 236e9, 'USD', 'ja')).toBe('1,690〜2,360億ドル');
    expect(formatRange(0.3, 4.6, 'month', 'en')).toBe('0.3–4.6 months');
  });

  it('never let a minus sign meet the dash', () => {
    expect(formatRange(-0.3, 1.2, 'month', 'en')).toBe('−0.3 … 1.2 months');
  });

  it('stand in brackets behind their median', () => {
    expect(formatSpread({ low: 169e9, median: 204e9, high: 236e9 }, 'USD', 'en')).toBe(
      'USD 204 bn (169–236)',
    );
    expect(formatSpread({ low: 169e9, median: 204e9, high: 236e9 }, 'USD', 'ja')).toBe(
      '2,040億ドル(1,690〜2,360)',
    );
    expect(formatSpread({ low: 0.03, median: 0.62, high: 0.96 }, 'fraction', 'en')).toBe('62% (3–96)');
  });
});

it('names units for heads of columns', () => {
  expect(unitTitle('wafer/month', 'en')).toBe('wafers/month');
  expect(unitTitle('USD/unit', 'ja')).toBe('ドル/個');
  expect(unitTitle('fraction', 'ja')).toBe('%');
});
