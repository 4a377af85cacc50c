import { expect, it } from 'vitest';
import type { SeriesOfSet } from '../answers/series-set.ts';
import { plantTimeline } from './plant-timeline.ts';

const STARTS = ['2026-07', '2026-10', '2027-01', '2027-04'];

/** Capacity by quarter as P10, median and P90. */
function plants(
  capacity: Readonly<Record<string, readonly (readonly [number, number, number])[]>>,
): SeriesOfSet {
  const periods = STARTS.map((month) => ({ name: month, start: `${month}-01`, end: `${month}-28` }));
  const rows = Object.entries(capacity).flatMap(([member, values]) =>
    values.map(([p10, p50, p90], index) => ({
      member,
      period: periods[index],
      p10,
      p50,
      p90,
      address: member,
    })),
  );
  const about = { name: 'capacity', unit: 'wafer/month', dimension: 'plant', period: 'quarter' };
  return { ...about, members: Object.keys(capacity), periods, rows } as unknown as SeriesOfSet;
}

it('opens a plant in the quarter from which half of futures have it, with the range around', () => {
  const series = plants({
    late: [
      [0, 0, 0],
      [0, 0, 500],
      [0, 900, 1800],
      [600, 2000, 2500],
    ],
    running: [
      [10, 20, 30],
      [10, 20, 30],
      [10, 20, 30],
      [10, 20, 30],
    ],
    never: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  });
  const { items, from, to } = plantTimeline(series, '2026-09-30', 'en');
  expect([from, to]).toEqual(['2026-10-01', '2027-04-28']);
  expect(items).toEqual([
    expect.objectContaining({ id: 'late', low: '2026-10-01', start: '2027-01-01', high: '2027-04-01' }),
  ]);
});
