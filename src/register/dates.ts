/** Calendar dates as ISO days (`2025-02-15`); a partial date stands for the span it names. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const iso = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

export interface Span {
  readonly first: string;
  readonly last: string;
}

/**
 * First and last day of `2025`, `2025-H1`, `2026-Q3`, `2025-12` or `2025-02-15`; `undefined` when the text is no date
 * of the calendar.
 */
export function readDate(text: string): Span | undefined {
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[4]) return months(year, Number(match[4]) * 3 - 2, Number(match[4]) * 3);
  if (match[5]) return months(year, Number(match[5]) * 6 - 5, Number(match[5]) * 6);
  if (!match[2]) return months(year, 1, 12);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (!match[3]) return months(year, month, month);
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return { first: text, last: text };
}

function months(year: number, from: number, to: number): Span {
  return { first: iso(year, from, 1), last: iso(year, to, daysInMonth(year, to)) };
}

/** Days from 1970-01-01 of an ISO day; civil calendar, no time zone. */
export function dayNumber(day: string): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days between two spans; 0 where they overlap. */
export function daysApart(a: Span, b: Span): number {
  return Math.max(0, dayNumber(a.first) - dayNumber(b.last), dayNumber(b.first) - dayNumber(a.last));
}
