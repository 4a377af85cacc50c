import { dayNumber } from '../../register/index.ts';
import type { Row } from '../../register/index.ts';
import type { Period } from '../period.ts';
import { periodOfMonths } from '../period.ts';
import type { SeriesEntry } from './protocol.ts';

/** Whole months that a period stands for, counted from the January of the year 0; both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const DAYS_A_MONTH = 365.2425 / 12;
/** Fiscal periods begin and end some days beside the month they are counted with. */
const HALF_A_MONTH = 15;
const LENGTHS = { quarter: 3, year: 12 } as const;

/**
 * The months of a row’s period if it is of the kind; fiscal quarters and years by the nearest months (27 January to 27
 * April is February to April). A level is the month in which its period ends.
 */
export function spanOf(
  row: Pick<Row, 'periodStart' | 'periodEnd'>,
  kind: SeriesEntry['period'],
): Span | undefined {
  if (kind === 'level') {
    const last = monthOf(dayNumber(row.periodEnd));
    return { first: last, last };
  }
  const span = {
    first: monthOf(dayNumber(row.periodStart) + HALF_A_MONTH),
    last: monthOf(dayNumber(row.periodEnd) - HALF_A_MONTH),
  };
  return span.last - span.first + 1 === LENGTHS[kind] ? span : undefined;
}

/** The span as a period of a run that starts in January of a year; `undefined` where it is not inside the run. */
export function periodOfSpan({ first, last }: Span, startYear: number, months: number): Period | undefined {
  const [from, to] = [first - startYear * 12, last - startYear * 12];
  return from >= 0 && to < months ? periodOfMonths(startYear, from, to) : undefined;
}

/** Last day of a span as a number of days since 1970. */
export function endOfSpan({ last }: Span): number {
  const [year, month] = [Math.floor((last + 1) / 12), ((last + 1) % 12) + 1];
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-01`) - 1;
}

/** Months from a day to the end of a span. */
export function monthsUntil(span: Span, day: string): number {
  return (endOfSpan(span) - dayNumber(day)) / DAYS_A_MONTH;
}

/** The calendar year in which the middle of a span lies. */
export function yearOfSpan({ first, last }: Span): number {
  return Math.floor((first + last) / 24);
}

/** `2025`, `2025Q3`, `2025-02…2025-04`, `2025-12`. */
export function nameOfSpan({ first, last }: Span): string {
  const length = last - first + 1;
  if (length === 12 && first % 12 === 0) return String(first / 12);
  if (length === 3 && first % 3 === 0) return `${Math.floor(first / 12)}Q${(first % 12) / 3 + 1}`;
  return length === 1 ? nameOfMonth(last) : `${nameOfMonth(first)}…${nameOfMonth(last)}`;
}

function nameOfMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function monthOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
