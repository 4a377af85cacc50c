import { array, assert, date, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsByPeriod } from './rows-by-period.ts';

const row = (
  published: string,
  publishedStated = published,
): { published: string; publishedStated: string } => ({
  published,
  publishedStated,
});

describe('rows by the time of publication', () => {
  it('are by month where few months lie between, and keep those without any', () => {
    expect(rowsByPeriod([row('2025-11-03'), row('2026-01-20'), row('2026-01-31')])).toEqual({
      step: 'month',
      periods: [
        { start: '2025-11', rows: 1 },
        { start: '2025-12', rows: 0 },
        { start: '2026-01', rows: 2 },
      ],
      coarse: 0,
    });
  });

  it('are by quarter over more than three years, and by year over more than nine', () => {
    const quarters = rowsByPeriod([row('2022-12-31'), row('2026-02-01')]);
    expect(quarters.step).toBe('quarter');
    expect(quarters.periods).toHaveLength(14);
    expect(quarters.periods[0]).toEqual({ start: '2022-10', rows: 1 });
    expect(quarters.periods.at(-1)).toEqual({ start: '2026-01', rows: 1 });
    const years = rowsByPeriod([row('2010-05-01'), row('2026-02-01')]);
    expect(years.step).toBe('year');
    expect(years.periods).toHaveLength(17);
  });

  it('tell of how many no month is stated', () => {
    expect(rowsByPeriod([row('2025-12-31', '2025'), row('2025-12-31', '2025-12')]).coarse).toBe(1);
    const quarter = [row('2025-03-31', '2025-Q1'), row('2025-12-31')];
    expect(rowsByPeriod(quarter).coarse).toBe(1);
    expect(rowsByPeriod([...quarter, row('2020-01-31')]).coarse).toBe(0);
    expect(rowsByPeriod([row('2010-12-31', '2010'), row('2025-12-31')]).coarse).toBe(0);
  });

  it('are none of none', () => {
    expect(rowsByPeriod([]).periods).toEqual([]);
  });

  it('keep every row, in few enough columns', () => {
    const day = date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map(
      (at) => row(at.toISOString().slice(0, 10)),
    );
    assert(
      property(array(day, { minLength: 1, maxLength: 60 }), (rows) => {
        const { periods } = rowsByPeriod(rows);
        expect(periods.reduce((sum, each) => sum + each.rows, 0)).toBe(rows.length);
        expect(periods.length).toBeLessThanOrEqual(36);
        expect(periods[0]?.rows).toBeGreaterThan(0);
        expect(periods.at(-1)?.rows).toBeGreaterThan(0);
      }),
    );
  });
});
