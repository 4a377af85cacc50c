import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf } from './charts/time-axis.ts';
import { plantOpenings } from './plant-openings.ts';
import { plantSeries } from '../../e2e/support/plant-series.ts';

const NOTHING = { drawn: [], wanted: [], removed: [] };
const AS_OF = '2026-02-28';
/** Months in which 90, 50 and 10 of 100 futures have the plant open, counted from January 2026. */
const series = plantSeries(12, {
  running: [-3, -2, -1],
  late: [3, 4, 6],
  slow: [8, 20, 20],
  never: [20, 20, 20],
});
const JANUARY = monthOf('2026-01-01');

describe('openings of plants', () => {
  it('tells plants that run, open later, are taken out, or do not open', () => {
    const openings = plantOpenings(series, AS_OF, { ...NOTHING, removed: ['slow'] });
    expect(openings).toMatchObject({ running: ['running'], removed: ['slow'], never: ['never'] });
    expect(openings.coming).toEqual([
      expect.objectContaining({
        plant: 'late',
        delay: 0,
        low: JANUARY + 3,
        median: JANUARY + 4,
        high: JANUARY + 6,
      }),
    ]);
  });

  it('puts what does not open in the month after the last', () => {
    const slow = plantOpenings(series, AS_OF, NOTHING).coming.find(({ plant }) => plant === 'slow');
    expect([slow?.low, slow?.median, slow?.high]).toEqual([8, 12, 12].map((month) => JANUARY + month));
    expect(slow).not.toHaveProperty('figure');
  });

  it('keeps a plant that runs as planned but is delayed, so that it can be moved back', () => {
    const wanted = [{ plant: 'running', months: 2 }];
    const openings = plantOpenings(series, AS_OF, { ...NOTHING, wanted });
    expect(openings.running).toEqual([]);
    expect(openings.coming[0]).toMatchObject({ plant: 'running', delay: 2 });
  });

  it('shifts futures that are at hand by what is wanted beyond them, and keeps the order', () => {
    const month = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(month, month, (drawn, wanted) => {
        const at = plantSeries(24, { late: [3 + drawn, 4 + drawn, 6 + drawn], next: [5, 5, 5] });
        const of = (months: number): { plant: string; months: number }[] => [{ plant: 'late', months }];
        const { coming } = plantOpenings(at, AS_OF, { drawn: of(drawn), wanted: of(wanted), removed: [] });
        expect(coming.map(({ plant }) => plant)).toEqual(['late', 'next']);
        expect(coming[0]).toMatchObject({ delay: wanted, median: JANUARY + 4 + wanted });
      }),
    );
  });
});
