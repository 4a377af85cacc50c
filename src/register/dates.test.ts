import { describe, expect, it } from 'vitest';
import { dayNumber, daysApart, readDate } from './dates.ts';

describe('readDate', () => {
  it.each([
    ['2025-02-15', '2025-02-15', '2025-02-15'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2027-H1', '2027-01-01', '2027-06-30'],
    ['2025', '2025-01-01', '2025-12-31'],
  ])('reads %s as a span', (text, first, last) => {
    expect(readDate(text)).toEqual({ first, last });
  });

  it.each(['2025-02-30', '2025-13', '2025-00-10', '2025-Q5', '25-01-01', 'soon', '2025-1-1', '1900-02-29'])(
    'refuses %s',
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );
});

describe('days', () => {
  it('counts days of the civil calendar', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
    expect(dayNumber('2026-11-22')).toBe(Date.UTC(2026, 10, 22) / 86_400_000);
  });

  it('counts days between spans, none where they overlap', () => {
    expect(
      daysApart({ first: '2025-01-01', last: '2025-12-31' }, { first: '2025-09-23', last: '2025-09-23' }),
    ).toBe(0);
    expect(
      daysApart({ first: '2025-03-03', last: '2025-03-03' }, { first: '2025-02-05', last: '2025-02-05' }),
    ).toBe(26);
  });
});
