import type { Expr, ModelBuilder } from '../engine/index.ts';
import { constant, sum } from '../engine/index.ts';
import type { Sets } from './sets.ts';

/** Time as the sectors see it. Months are counted at their middle. */
export interface Calendar {
  /** Months since the start of the run, at mid-month. */
  elapsed(): Expr;
  /** Straight line through year-end values, flat after the last; `ahead` looks that many months forward. */
  throughYearEnds(values: (yearEnd: string) => Expr, ahead?: number): Expr;
  /** The value of the year whose middle comes next, `after` once the last is past; `ahead` looks that many months forward. */
  nextMidYear(values: (year: string) => Expr, after: 0 | 1, ahead?: number): Expr;
  /** 1 in months that end as a year is half over, else 0; `ahead` looks that many months forward. */
  midYearPasses(ahead?: number): Expr;
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
  const midYearAhead = m.table({
    name: 'mid-year ahead',
    unit: '1',
    description: '1 in months after which the middle of the year comes before any other year’s, else 0',
    over: [sets.year],
  });
  const midYearPasses = m.table({
    name: 'mid-year passes',
    unit: '1',
    description: '1 in months that end as a year is half over, else 0',
  });
  return {
    elapsed: () => elapsed.at(),
    throughYearEnds: (values, ahead = 0) =>
      sum(sets.yearEnd.members.map((knot) => yearEndWeight.at(knot, { ahead }).times(values(knot)))),
    nextMidYear: (values, after, ahead = 0) => {
      const weights = sets.year.members.map((year) => midYearAhead.at(year, { ahead }));
      const next = sum(sets.year.members.map((year) => midYearAhead.at(year, { ahead }).times(values(year))));
      return after === 0 ? next : next.plus(constant(1).minus(sum(weights)));
    },
    midYearPasses: (ahead = 0) => midYearPasses.at({ ahead }),
  };
}

/** Values of the calendar's tables by scalar name, each of `months` values. */
export function calendarTables(
  sets: Pick<Sets, 'yearEnd' | 'year'>,
  months: number,
): Map<string, Float64Array> {
  const tables = new Map<string, Float64Array>();
  tables.set(
    'elapsed',
    Float64Array.from({ length: months }, (_, month) => month + 0.5),
  );
  // Year ends lie at 0, 12, 24 … months from the start; middles of simulated years at 6, 18, 30 …
  addKnotWeights(tables, 'year-end weight', sets.yearEnd.members, 0, months);
  for (const [position, year] of sets.year.members.entries()) {
    const middle = 12 * position + 6;
    const row = new Float64Array(months).fill(1, Math.max(middle - 12, 0), middle);
    tables.set(`mid-year ahead[${year}]`, row);
  }
  tables.set(
    'mid-year passes',
    Float64Array.from({ length: months }, (_, month) => (month % 12 === 5 ? 1 : 0)),
  );
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
