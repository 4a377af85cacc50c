import { expect, it } from 'vitest';
import {
  formatDay,
  formatMonth,
  formatPeriod,
  formatQuarter,
  formatYear,
  quarterHead,
} from './date-format.ts';

it('writes dates in both languages', () => {
  expect(formatDay('2025-02-15', 'en')).toBe('15 February 2025');
  expect(formatDay('2025-02-15', 'ja')).toBe('2025年2月15日');
  expect(formatMonth('2026-06', 'en')).toBe('June 2026');
  expect(formatMonth('2026-06-30', 'ja')).toBe('2026年6月');
  expect(formatQuarter('2026-10', 'en')).toBe('2026 Q4');
  expect(formatQuarter('2026Q4', 'ja')).toBe('2026年第4四半期');
  expect(formatYear('2026-10', 'ja')).toBe('2026年');
});

it.each([
  ['2026-01-01', '2026-12-31', '2026', '2026年'],
  ['2026-10-01', '2026-12-31', '2026 Q4', '2026年第4四半期'],
  ['2025-07-01', '2025-12-31', '2025 H2', '2025年下期'],
  ['2026-06-01', '2026-06-30', 'June 2026', '2026年6月'],
  ['2026-06-30', '2026-06-30', '30 June 2026', '2026年6月30日'],
  ['2025-02-01', '2025-04-30', 'February–April 2025', '2025年2〜4月'],
  ['2024-02-01', '2025-01-31', 'February 2024 – January 2025', '2024年2月〜2025年1月'],
  ['2024-01-01', '2026-12-31', '2024–2026', '2024〜2026年'],
  ['2025-01-27', '2026-01-25', '27 January 2025 – 25 January 2026', '2025年1月27日〜2026年1月25日'],
  ['2024-02-01', '2024-02-29', 'February 2024', '2024年2月'],
  ['', '', '', ''],
])('names the period %s to %s', (start, end, english, japanese) => {
  expect(formatPeriod(start, end, 'en')).toBe(english);
  expect(formatPeriod(start, end, 'ja')).toBe(japanese);
});

it('gives the year of a quarter only where it changes', () => {
  expect(
    ['2026-10', '2027-01', '2027-04'].map((quarter, index, all) => quarterHead(quarter, all[index - 1])),
  ).toEqual(['26 Q4', '27 Q1', 'Q2']);
});
