import { describe, expect, it } from 'vitest';
import { tableOf } from './charts/chart.ts';
import { rowsByYear } from './row-columns.ts';

describe('rows by year of publication', () => {
  const years = [
    { year: '2024', rows: 1200 },
    { year: '2025', rows: 0 },
    { year: '2026', rows: 34 },
  ];

  it('say how many there are and how many are new, and keep years without any', () => {
    const spec = rowsByYear(years, 'en');
    expect(spec.title).toBe('Of 1,234 rows, 34 were published in 2026');
    expect(rowsByYear(years, 'ja').title).toBe('1,234行のうち34行は2026年に公表');
    expect(tableOf(spec, 'en').rows).toEqual([
      ['2024', '1,200'],
      ['2025', '0'],
      ['2026', '34'],
    ]);
  });
});
