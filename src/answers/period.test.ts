import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, monthOfDay, periodsOf, readPeriod } from './period.ts';

describe('periods of a run', () => {
  it('cover all months once, in calendar days', () => {
    for (const [length, count] of [
      ['month', 72],
      ['quarter', 24],
      ['year', 6],
    ] as const) {
      const periods = periodsOf(2025, 72, length);
      expect(periods).toHaveLength(count);
      expect(periods[0]?.start).toBe('2025-01-01');
      expect(periods.at(-1)?.end).toBe('2030-12-31');
      for (const [index, period] of periods.entries()) {
        expect(period.first).toBe(index === 0 ? 0 : (periods[index - 1]?.last ?? 0) + 1);
        expect(firstDay(2025, period.first)).toBe(period.start);
        expect(lastDay(2025, period.last)).toBe(period.end);
      }
    }
    expect(lastDay(2025, 37)).toBe('2028-02-29');
    expect(monthOfDay(2025, '2026-09-30')).toBe(20);
  });

  it('are read as people write them', () => {
    const read = (text: string): string | undefined => {
      const period = readPeriod(text, 2025, 72);
      return period && `${period.start} ${period.end}`;
    };
    expect(read('2026')).toBe('2026-01-01 2026-12-31');
    expect(read('2026Q4')).toBe('2026-10-01 2026-12-31');
    expect(read('2026-q1')).toBe('2026-01-01 2026-03-31');
    expect(read('2026-11')).toBe('2026-11-01 2026-11-30');
    expect(read(' FY2026 ')).toBe('2025-02-01 2026-01-31');
    for (const wrong of ['2024', '2031', '2026-13', '2026-00', '2026Q5', 'FY2025', 'soon', '']) {
      expect(read(wrong), wrong).toBeUndefined();
    }
  });
});
