import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantSeries } from '../../e2e/support/plant-series.ts';
import { sceneOf, tableOf } from './charts/chart.ts';
import { cellText } from './charts/data-table.ts';
import { draggedMonths } from './charts/scene.ts';
import type { Handle } from './charts/scene.ts';
import { plantOpenings } from './plant-openings.ts';
import { plantTimeline } from './plant-timeline.ts';
import type { TimelineSpec } from './charts/chart-spec.ts';

const AS_OF = '2026-02-28';
const SERIES = plantSeries(24, { late: [6, 8, 10] });

function timeline(months: number, language: 'en' | 'ja' = 'en'): TimelineSpec {
  const delays = months === 0 ? [] : [{ plant: 'late', months }];
  const openings = plantOpenings(SERIES, AS_OF, { drawn: [], wanted: delays, removed: [] });
  return plantTimeline(SERIES, openings, AS_OF, language);
}

describe('the timeline of plants', () => {
  it('shows where a plant opens, and says so', () => {
    const { title, items, from, to } = timeline(0);
    expect([from, to]).toEqual(['2026-01-01', '2027-12-31']);
    expect(title).toBe('Next packaging plant to open: late, September 2026');
    expect(items).toEqual([
      {
        id: 'late',
        name: 'late',
        texts: ['12.0k'],
        low: '2026-07-01',
        start: '2026-09-01',
        high: '2026-11-01',
        move: { months: 0, most: 15, said: 'opens in September 2026, as planned' },
        figure: 'capacity/plant/late/2026-09',
      },
    ]);
  });

  it('shows the old place beside the new one, with the months between', () => {
    const [item] = timeline(3).items;
    expect(item).toMatchObject({
      texts: ['+3 months (Dec 2026) · 12.0k', '+3 months (Dec 2026)', '+3 months'],
      start: '2026-12-01',
      before: '2026-09-01',
      move: { months: 3, most: 15, said: 'opens in December 2026, 3 months later than planned' },
    });
    expect(timeline(1).items[0]?.texts?.[0]).toMatch(/^\+1 month \(/u);
    expect(timeline(3, 'ja').items[0]?.move?.said).toBe('2026年12月に稼働、計画より3か月遅れ');
  });

  it('says that a plant no longer opens within the run', () => {
    const [item] = timeline(16).items;
    expect(item).toMatchObject({
      texts: ['+16 months', '+16 months', '+16 months'],
      move: { most: 16, said: 'not open by December 2027 in half of futures, 16 months later than planned' },
    });
  });
});

it('stands in a table with the months as planned where something is moved', () => {
  expect(tableOf(timeline(0), 'en').header).toEqual(['Plant', 'Start', '80 of 100 futures']);
  const { header, rows } = tableOf(timeline(3), 'en');
  expect(header).toEqual(['Plant', 'As planned', 'Start', '80 of 100 futures']);
  expect(rows.map((row) => row.map(cellText))).toEqual([
    ['late', 'September 2026', 'December 2026', 'October 2026 … February 2027'],
  ]);
});

describe('a plant that is dragged', () => {
  const handleAt = (months: number, width: number): Handle => {
    const handle = sceneOf(timeline(months), { width, language: 'en' }).handles[0];
    if (handle === undefined) throw new Error('no handle');
    return handle;
  };

  it('moves by the months that the pointer has gone, within the run', () => {
    const [months, width, steps] = [
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 320, max: 1200 }),
      fc.integer({ min: -30, max: 30 }),
    ];
    fc.assert(
      fc.property(months, width, steps, (from, across, by) => {
        const handle = handleAt(from, across);
        const to = draggedMonths(handle, by * handle.monthWidth);
        expect(to).toBe(Math.max(0, Math.min(15, from + by)));
        // The drawing follows the pointer, except that a handle stays whole at the end of the axis.
        if (Math.max(from, to) <= 12)
          expect(handleAt(to, across).x - handle.x).toBeCloseTo((to - from) * handle.monthWidth, 6);
        expect(draggedMonths(handle, 0.4 * handle.monthWidth)).toBe(from);
      }),
    );
  });

  it('is as large as a finger needs', () => {
    for (const width of [320, 390, 1200])
      for (const months of [0, 15, 30]) {
        const { x, width: wide, height } = handleAt(months, width);
        expect(Math.min(wide, height)).toBeGreaterThanOrEqual(24);
        expect(x + wide).toBeLessThanOrEqual(width);
      }
  });
});
