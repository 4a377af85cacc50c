export type PeriodLength = 'month' | 'quarter' | 'year';

/** A calendar period of a run, with the months of the run it covers. */
export interface Period {
  /** ISO days, both inclusive. */
  readonly start: string;
  readonly end: string;
  /** Months of the run, first and last, from zero. */
  readonly first: number;
  readonly last: number;
}

const MONTHS: Record<PeriodLength, number> = { month: 1, quarter: 3, year: 12 };

/** Calendar periods of a run that starts on the first of January of `startYear` and lasts whole years. */
export function periodsOf(startYear: number, months: number, length: PeriodLength): Period[] {
  const size = MONTHS[length];
  return Array.from({ length: months / size }, (_, index) => {
    const first = index * size;
    return periodOfMonths(startYear, first, first + size - 1);
  });
}

/** The period from one month of a run to another, both included. */
export function periodOfMonths(startYear: number, first: number, last: number): Period {
  return { start: firstDay(startYear, first), end: lastDay(startYear, last), first, last };
}

/** First ISO day of a month of the run. */
export function firstDay(startYear: number, month: number): string {
  return `${yearOf(startYear, month)}-${pad(monthOf(month))}-01`;
}

/** Last ISO day of a month of the run. */
export function lastDay(startYear: number, month: number): string {
  return `${yearOf(startYear, month)}-${pad(monthOf(month))}-${pad(daysIn(yearOf(startYear, month), monthOf(month)))}`;
}

/** Month of the run in which an ISO day lies. */
export function monthOfDay(startYear: number, day: string): number {
  return (Number(day.slice(0, 4)) - startYear) * 12 + Number(day.slice(5, 7)) - 1;
}

/** A period as `readPeriod` reads it, in its shortest form: `2026`, `2026Q4`, `2026-11`, `2026-10..2027-09`. */
export function periodText({ start, end, first, last }: Period): string {
  const [from, to] = [start.slice(0, 7), end.slice(0, 7)];
  const month = Number(from.slice(5));
  if (first === last) return from;
  if (last - first === 11 && month === 1) return from.slice(0, 4);
  if (last - first === 2 && month % 3 === 1) return `${from.slice(0, 4)}Q${(month + 2) / 3}`;
  return `${from}..${to}`;
}

/**
 * Reads a period as people write it: `2026`, `2026Q4`, `2026-Q4`, `2026-11`, `FY2026` (NVIDIA’s fiscal year, February
 * to January), and from one to another: `2026-10..2027`. `undefined` where the text is none, or lies outside the run.
 */
export function readPeriod(text: string, startYear: number, months: number): Period | undefined {
  const ends = text.split('..');
  if (ends.length === 1) return readOnePeriod(text, startYear, months);
  const [from, to] = ends.map((end) => readOnePeriod(end, startYear, months));
  if (ends.length > 2 || !from || !to || from.first > to.last) return undefined;
  return periodOfMonths(startYear, from.first, to.last);
}

function readOnePeriod(text: string, startYear: number, months: number): Period | undefined {
  const match = /^(FY)?(\d{4})(?:-?Q([1-4])|-(\d{2}))?$/i.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[2]);
  const [first, last] = match[1]
    ? [(year - 1 - startYear) * 12 + 1, (year - 1 - startYear) * 12 + 12]
    : match[3]
      ? [
          (year - startYear) * 12 + Number(match[3]) * 3 - 3,
          (year - startYear) * 12 + Number(match[3]) * 3 - 1,
        ]
      : match[4]
        ? [(year - startYear) * 12 + Number(match[4]) - 1, (year - startYear) * 12 + Number(match[4]) - 1]
        : [(year - startYear) * 12, (year - startYear) * 12 + 11];
  const month = Number(match[4] ?? 1);
  if (month < 1 || month > 12 || first < 0 || last >= months) return undefined;
  return periodOfMonths(startYear, first, last);
}

function yearOf(startYear: number, month: number): number {
  return startYear + Math.floor(month / 12);
}

function monthOf(month: number): number {
  return (month % 12) + 1;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
