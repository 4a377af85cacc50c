import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { constant, exp, expm1, select, sqrt } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import { grown } from './growth.ts';
import type { Sets } from './sets.ts';

/** Capital expenditure over that of the base year, levers left out. */
export interface PlannedBudget {
  /** This month. */
  now(buyer: string): Expr;
  /** A quarter later. */
  readonly ahead: VariableFamily;
}

/** Months that designers look ahead. */
const QUARTER = 3;
/** Months from the middle of the base year to the start of the run. */
const BASE_YEAR_AGE = 6;

/**
 * Budgets run from mid-year to mid-year at even growth: at the middle of a month, exp of the straight line through
 * `logIndex` (a year's logarithm over the base year), flat after the last mid-year. What a quarter ahead brings is
 * carried from month to month, and this month has what was ahead three months ago: exponentials are taken
 * once a draw, not twice a month. `growth` is the logarithm of growth into a year.
 */
export function declarePlanned(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  growth: VariableFamily,
  logIndex: VariableFamily,
): PlannedBudget {
  const over = [sets.buyer];
  const aMonth = (buyer: string, year: string): Expr => exp(growth.at(buyer, year).over(12));
  const [first = ''] = sets.year.members;
  /** Growth from the middle of the base year until so many months after the start, in the first half year. */
  const sinceBase = (buyer: string, months: number): Expr =>
    exp(growth.at(buyer, first).times((BASE_YEAR_AGE + months) / 12));

  const midYear = m.stock({
    name: 'planned budget ahead: mid-year',
    unit: '1',
    description: 'Capital expenditure at the last mid-year over that of the base year',
    over,
    initial: each(() => constant(1)),
  });
  const sinceMidYear = m.stock({
    name: 'planned budget ahead: since mid-year',
    unit: '1',
    description: 'Growth of capital expenditure from the last mid-year to the middle of the month',
    over,
    initial: each((buyer) => sinceBase(buyer, QUARTER + 0.5)),
  });
  const monthly = m.stock({
    name: 'planned budget ahead: monthly',
    unit: '1',
    description: 'Part by which capital expenditure grows in a month, from the last mid-year to the next',
    over,
    initial: each((buyer) => expm1(growth.at(buyer, first).over(12))),
  });
  const ahead = m.variable(
    {
      name: 'planned budget ahead',
      unit: '1',
      description: 'Capital expenditure over that of the base year three months later, levers left out',
      over,
    },
    each((buyer) => midYear.at(buyer).times(sinceMidYear.at(buyer))),
  );
  const passes = calendar.midYearPasses(QUARTER);
  midYear.next(
    each((buyer) => {
      const now = midYear.at(buyer);
      return select(
        passes,
        calendar.nextMidYear((year) => exp(logIndex.at(buyer, year)), 1, QUARTER),
        now,
      );
    }),
  );
  monthly.next(
    each((buyer) =>
      select(
        passes,
        calendar.nextMidYear((year) => expm1(growth.at(buyer, year).over(12)), 0, QUARTER + 1),
        monthly.at(buyer),
      ),
    ),
  );
  sinceMidYear.next(
    each((buyer) =>
      select(
        passes,
        calendar.nextMidYear((year) => sqrt(aMonth(buyer, year)), 1, QUARTER + 1),
        grown(sinceMidYear.at(buyer), monthly.at(buyer)),
      ),
    ),
  );

  const leads = m.dimension('months ahead', ['0', '1', '2']);
  const coming = m.stock({
    name: 'planned budget ahead: months on',
    unit: '1',
    description: 'Capital expenditure over that of the base year by months until it comes, levers left out',
    over: [sets.buyer, leads],
    initial: each((buyer, lead) => sinceBase(buyer, Number(lead) + 0.5)),
  });
  coming.next(
    each((buyer, lead) => {
      const behind = leads.members[leads.members.indexOf(lead) + 1];
      return behind === undefined ? ahead.at(buyer) : coming.at(buyer, behind);
    }),
  );
  return { now: (buyer) => coming.at(buyer, '0'), ahead };
}
