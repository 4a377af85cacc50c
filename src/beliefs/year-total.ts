import { centralValue, query } from '../register/index.ts';
import type { Query, Row } from '../register/index.ts';
import type { RuleContext } from './context.ts';
import { rowKey } from './context.ts';
import { monthsFrom } from './month-count.ts';
import type { Outlier } from './outliers.ts';
import { soundRows } from './sound-rows.ts';

/** Periods include their last day: one day in months. */
const DAY = 12 / 365.25;

export interface YearTotal {
  /** Sum over twelve months, in the rows' unit. */
  readonly value: number;
  /** Months of the year that reported periods cover. */
  readonly covered: number;
  /** Rate of the last covered quarter over the mean of the year; undefined where no quarters are reported. */
  readonly exit: number | undefined;
  readonly rows: readonly string[];
  /** Reports that lie far from others of the same period, whether set aside or not. */
  readonly outliers: readonly Outlier[];
}

/**
 * A flow over one calendar year from reported periods: quarters (fiscal ones by the days that fall into the year),
 * the first report of each; months that nothing covers run on at the rate and growth of the last quarter, or back from
 * the first. Where no quarters are known, the latest report of the whole year.
 */
export function yearTotal(context: RuleContext, filter: Query, year: number): YearTotal | undefined {
  const sound = soundRows(
    query(context.view, { ...filter, kind: filter.kind ?? ['actual', 'estimate'] }),
    context.view.date,
  );
  const { outliers } = sound;
  const rows = oneBasis(sound.rows, year);
  const quarters = firstReports(rows.filter((row) => isQuarter(row) && overlap(row, year) > 0.2));
  const whole = rows.filter(
    (row) => overlap(row, year) > 11.5 && monthsFrom(row.periodStart, row.periodEnd) < 12.5,
  );
  const covered = quarters.reduce((sum, row) => sum + overlap(row, year), 0);
  if (covered < 5.5) {
    const latest = whole.toSorted((a, b) => (a.published < b.published ? -1 : 1)).at(-1);
    const value = latest && centralValue(latest);
    return latest && value
      ? { value, covered: 12, exit: undefined, rows: [rowKey(latest)], outliers }
      : fiscalYears(context, filter, year);
  }
  const rate = (row: Row): number =>
    (centralValue(row) ?? 0) / (monthsFrom(row.periodStart, row.periodEnd) + DAY);
  const known = quarters.reduce((sum, row) => sum + rate(row) * overlap(row, year), 0);
  const last = quarters.at(-1);
  const previous = quarters.at(-2);
  const lastRate = last ? rate(last) : 0;
  const growth =
    last && previous && rate(previous) > 0 ? Math.min(Math.max(lastRate / rate(previous), 0.8), 1.25) : 1;
  const missing = Math.max(12 - covered, 0);
  // Months before the first report are backed out at the growth of the first two.
  const [first, second] = quarters;
  const early = first ? Math.min(Math.max(monthsFrom(`${year}-01-01`, first.periodStart), 0), missing) : 0;
  const firstRate = first ? rate(first) : 0;
  const firstGrowth = second && firstRate > 0 ? Math.min(Math.max(rate(second) / firstRate, 0.8), 1.25) : 1;
  const runOn = lastRate * growth;
  const value = known + early * (firstRate / firstGrowth) + (missing - early) * runOn;
  return {
    value,
    covered,
    exit: (missing - early > 1 ? runOn : lastRate) / (value / 12),
    rows: quarters.map((row) => rowKey(row)),
    outliers,
  };
}

/** Rows of one accounting basis only, the one that covers most of the year: bases differ by a tenth and must not mix. */
function oneBasis(rows: readonly Row[], year: number): readonly Row[] {
  const cover = new Map<string, number>();
  for (const row of rows)
    if (isQuarter(row)) cover.set(row.basis, (cover.get(row.basis) ?? 0) + Math.max(overlap(row, year), 0));
  const [best] = [...cover].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!best || best[1] < 5.5) return rows;
  return rows.filter((row) => row.basis === best[0] || !isQuarter(row));
}

/** Fiscal years by the months that fall into the calendar year, actual before guided; ten months must be covered. */
function fiscalYears(context: RuleContext, filter: Query, year: number): YearTotal | undefined {
  const metric = filter.metric === 'capex' ? ['capex', 'capex_guidance'] : filter.metric;
  const sound = soundRows(
    query(context.view, {
      ...filter,
      ...(metric === undefined ? {} : { metric }),
      kind: ['actual', 'guidance'],
    }),
    context.view.date,
  );
  const rows = sound.rows.filter((row) => {
    const months = monthsFrom(row.periodStart, row.periodEnd);
    return months > 11.5 && months < 12.5 && overlap(row, year) > 1;
  });
  const byPeriod = new Map<string, Row>();
  for (const row of rows.toSorted((a, b) => (a.published < b.published ? -1 : 1))) {
    if (byPeriod.get(row.periodEnd)?.kind !== 'actual') byPeriod.set(row.periodEnd, row);
  }
  const used = [...byPeriod.values()];
  const covered = used.reduce((sum, row) => sum + overlap(row, year), 0);
  if (covered < 10 || covered > 12.5) return undefined;
  const value =
    used.reduce((sum, row) => sum + ((centralValue(row) ?? 0) / 12) * overlap(row, year), 0) * (12 / covered);
  return { value, covered, exit: undefined, rows: used.map((row) => rowKey(row)), outliers: sound.outliers };
}

/** Whether a row is about three months, calendar or fiscal. */
export function isQuarter(row: Row): boolean {
  const months = monthsFrom(row.periodStart, row.periodEnd);
  return months > 2.5 && months < 3.5;
}

/** Months of a row's period inside a calendar year. */
function overlap(row: Row, year: number): number {
  const from = row.periodStart > `${year}-01-01` ? row.periodStart : `${year}-01-01`;
  const to = row.periodEnd < `${year}-12-31` ? row.periodEnd : `${year}-12-31`;
  return to < from ? 0 : monthsFrom(from, to) + DAY;
}

/** One row per period, the first published: later ones restate or repeat it; ordered by period. */
function firstReports(rows: readonly Row[]): readonly Row[] {
  const byPeriod = new Map<string, Row>();
  for (const row of rows.toSorted((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1,
  )) {
    const overlapping = [...byPeriod.values()].some(
      (other) =>
        row.periodStart < other.periodEnd &&
        other.periodStart < row.periodEnd &&
        monthsFrom(other.periodStart, row.periodEnd) < 6 &&
        Math.abs(monthsFrom(other.periodStart, row.periodStart)) < 1.5,
    );
    if (!overlapping) byPeriod.set(row.periodEnd, row);
  }
  return [...byPeriod.values()].toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
}
