import { describe, expect, it } from 'vitest';
import { tableOf } from './charts/chart.ts';
import { publishedColumns } from './row-columns.ts';

describe('rows by time of publication', () => {
  const years = {
    step: 'year',
    periods: [
      { start: '2024-01', rows: 1200 },
      { start: '2025-01', rows: 0 },
      { start: '2026-01', rows: 34 },
    ],
    coarse: 0,
  } as const;

  it('say how many there are and how many are new, and keep years without any', () => {
    const spec = publishedColumns(years, 'en');
    expect(spec.title).toBe('Of 1,234 rows, 34 were published in 2026');
    expect(publishedColumns(years, 'ja').title).toBe('1,234行のうち34行は2026年に公表');
    expect(spec.subtitle).toBeUndefined();
    expect(tableOf(spec, 'en').rows).toEqual([
      ['2024', '1,200'],
      ['2025', '0'],
      ['2026', '34'],
    ]);
  });

  it('name quarters in the table, and on the axis the years in which they begin', () => {
    const periods = [
      { start: '2025-07', rows: 3 },
      { start: '2025-10', rows: 0 },
      { start: '2026-01', rows: 20 },
      { start: '2026-04', rows: 14 },
    ];
    const spec = publishedColumns({ step: 'quarter', periods, coarse: 2 }, 'en');
    expect(spec.title).toBe('Of 37 rows, 34 were published in 2026');
    expect(spec.subtitle).toBe(
      '2 rows whose date is known less closely count in the last period that it may be',
    );
    expect(tableOf(spec, 'en').rows[0]).toEqual(['2025 Q3', '3']);
    expect(spec.columns.map(({ tick }) => tick)).toEqual(['', '', '2026', '']);
    expect(
      publishedColumns({ step: 'month', periods, coarse: 0 }, 'ja').columns.map(({ name }) => name)[2],
    ).toBe('2026年1月');
  });
});
