import type { Summary } from '../../engine/index.ts';
import type { Band } from './chart-spec.ts';

/** Where 50, 80 and 90 of 100 futures lie, from summaries by time. */
export function summaryBands(summaries: readonly Summary[]): Band[] {
  const of = (key: keyof Summary): number[] => summaries.map((summary) => summary[key]);
  return [
    { share: 50, low: of('p25'), high: of('p75') },
    { share: 80, low: of('p10'), high: of('p90') },
    { share: 90, low: of('p05'), high: of('p95') },
  ];
}
