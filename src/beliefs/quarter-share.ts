import { byDate, centralValue, query } from '../register/index.ts';
import type { Query, Row } from '../register/index.ts';
import type { RuleContext } from './context.ts';
import { rowKey } from './context.ts';
import { isQuarter } from './year-total.ts';

export interface QuarterShare {
  /** Of the whole, over the quarters that report both. */
  readonly share: number;
  readonly rows: readonly string[];
}

/**
 * Share of one flow in another over all quarters for which both were reported by the date, the first report of each.
 * `undefined` where there is no such quarter.
 */
export function quarterShare(context: RuleContext, part: Query, whole: Query): QuarterShare | undefined {
  const wholes = firstReports(context, whole);
  const pairs = [...firstReports(context, part)].flatMap(([end, row]) => {
    const of = wholes.get(end);
    return of === undefined ? [] : [{ row, of }];
  });
  const total = pairs.reduce((sum, { of }) => sum + (centralValue(of) ?? 0), 0);
  if (!(total > 0)) return undefined;
  return {
    share: pairs.reduce((sum, { row }) => sum + (centralValue(row) ?? 0), 0) / total,
    rows: pairs.flatMap(({ row, of }) => [rowKey(row), rowKey(of)]),
  };
}

/** By last day of the quarter. */
function firstReports({ view }: RuleContext, filter: Query): ReadonlyMap<string, Row> {
  const rows = query(view, { ...filter, kind: 'actual' }).filter((row) => isQuarter(row));
  return new Map(
    byDate(rows)
      .toReversed()
      .map((row) => [row.periodEnd, row]),
  );
}
