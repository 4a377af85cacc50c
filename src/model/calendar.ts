import type { Expr, ModelBuilder } from '../engine/index.ts';
import { sum } from '../engine/index.ts';
import type { Sets } from './sets.ts';

/** Time as the sectors see it. Months are counted at their middle. */
export interface Calendar {
  /** Months since the start of the run, at mid-month. */
  elapsed(): Expr;
  /** Straight line through year-end values, flat after the last; `ahead` looks that many months forward. */
  throughYearEnds(values: (yearEnd: string) => Expr, ahead?: number): Expr;
  /** Straight line through mid-year values, flat after the last; `ahead` looks that many months forward. */
  throughMidYears(values: (budgetYear: string) => Expr, ahead?: number): Expr;
}

export function declareCalendar(m: ModelBuilder, sets: Sets): Calendar {
  const elapsed = m.table({
    name: 'elapsed',
    unit: 'month',
    description: 'Months since the start of the run, at the middle of the month',
  });
  const yearEndWeight = m.table({
    name: 'year-end weight',
    unit: '1',
    description: 'Weight of a year-end value in a straight line between year ends',
    over: [sets.yearEnd],
  });
  const midYearWeight = m.table({
    name: 'mid-year weight',
    unit: '1',
    description: 'Weight of a mid-year value in a straight line between mid-years',
    over: [sets.budgetYear],
  });
  return {
    elapsed: () => elapsed.at(),
    throughYearEnds: (values, ahead = 0) =>
      sum(sets.yearEnd.members.map((knot) => yearEndWeight.at(knot, { ahead }).times(values(knot)))),
    throughMidYears: (values, ahead = 0) =>
      sum(sets.budgetYear.members.map((knot) => midYearWeight.at(knot, { ahead }).times(values(knot)))),
  };
}

/** Values of the calendar's tables by scalar name, each of `months` values. */
export function calendarTables(
  sets: Pick<Sets, 'yearEnd' | 'budgetYear'>,
  months: number,
): Map<string, Float64Array> {
  const tables = new Map<string, Float64Array>();
  tables.set(
    'elapsed',
    Float64Array.from({ length: months }, (_, month) => month + 0.5),
  );
  // Year ends lie at 0, 12, 24 … months from the start; mid-years at -6, 6, 18 …
  addKnotWeights(tables, 'year-end weight', sets.yearEnd.members, 0, months);
  addKnotWeights(tables, 'mid-year weight', sets.budgetYear.members, -6, months);
  return tables;
}

function addKnotWeights(
  tables: Map<string, Float64Array>,
  family: string,
  knots: readonly string[],
  firstKnot: number,
  months: number,
): void {
  const rows = knots.map((knot) => {
    const row = new Float64Array(months);
    tables.set(`${family}[${knot}]`, row);
    return row;
  });
  for (let month = 0; month < months; month++) {
    const position = Math.min(Math.max((month + 0.5 - firstKnot) / 12, 0), knots.length - 1);
    const left = Math.min(Math.floor(position), knots.length - 2);
    const share = position - left;
    const [from, to] = [rows[left], rows[left + 1]];
    if (from) from[month] = 1 - share;
    if (to) to[month] = share;
  }
}
