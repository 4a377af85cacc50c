import type { SeriesOfSet } from '../../src/answers/series-set.ts';
import { periodsOf } from '../../src/answers/period.ts';

/** Wafers a month of a plant that is open. */
const FULL = 12_000;

/**
 * Capacity by plant and month from January 2026: a plant is open from the three months given, counted from then, in 90,
 * 50 and 10 of 100 futures.
 */
export function plantSeries(
  months: number,
  openings: Readonly<Record<string, readonly [p90: number, p50: number, p10: number]>>,
): SeriesOfSet {
  const periods = periodsOf(2026, months, 'month');
  const rows = Object.entries(openings).flatMap(([member, [p90, p50, p10]]) =>
    periods.map((period) => {
      const at = (from: number): number => (period.first >= from ? FULL : 0);
      const quantiles = {
        p025: at(p10),
        p05: at(p10),
        p10: at(p10),
        p25: at(p50),
        p50: at(p50),
        p75: at(p90),
        p90: at(p90),
      };
      return {
        address: `capacity/plant/${member}/${period.start.slice(0, 7)}`,
        series: 'capacity',
        dimension: 'plant' as const,
        member,
        period,
        unit: 'wafer/month',
        mean: at(p50),
        ...quantiles,
        p95: at(p90),
        p975: at(p90),
      };
    }),
  );
  return {
    name: 'capacity',
    unit: 'wafer/month',
    dimension: 'plant',
    period: 'month',
    members: Object.keys(openings),
    periods,
    rows,
  };
}
