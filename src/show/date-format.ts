import type { Language } from './language.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `long` names months in full, `short` by three letters, for tables. Japanese is short anyway. */
export type MonthStyle = 'long' | 'short';

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Parts of an ISO day (`2026-06-30`), month (`2026-06`) or year (`2026`); what is missing is the first. */
function partsOf(iso: string): DateParts {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}

/** `30 June 2026`; `2026年6月30日`. */
export function formatDay(iso: string, language: Language, style: MonthStyle = 'long'): string {
  const { year, month, day } = partsOf(iso);
  return language === 'ja' ? `${year}年${month}月${day}日` : `${day} ${monthName(month, style)} ${year}`;
}

/** `June 2026`; `2026年6月`. Takes an ISO month or any ISO day in it. */
export function formatMonth(iso: string, language: Language, style: MonthStyle = 'long'): string {
  const { year, month } = partsOf(iso);
  return language === 'ja' ? `${year}年${month}月` : `${monthName(month, style)} ${year}`;
}

/** `2026 Q4`; `2026年第4四半期`. Takes an ISO month or any ISO day in the quarter, or `2026Q4` itself. */
export function formatQuarter(iso: string, language: Language): string {
  const { year, quarter } = quarterOf(iso);
  return language === 'ja' ? `${year}年第${quarter}四半期` : `${year} Q${quarter}`;
}

/** Short head of a quarter's column, the year where it changes: `26 Q4`, `27 Q1`, `Q2`. */
export function quarterHead(iso: string, previous: string | undefined): string {
  const { year, quarter } = quarterOf(iso);
  const sameYear = previous !== undefined && quarterOf(previous).year === year;
  return sameYear ? `Q${quarter}` : `${String(year % 100).padStart(2, '0')} Q${quarter}`;
}

/** `2026`; `2026年`. */
export function formatYear(iso: string, language: Language): string {
  const { year } = partsOf(iso);
  return language === 'ja' ? `${year}年` : String(year);
}

/**
 * A period by its first and last ISO day, named by the calendar where it has a name: a day, month, quarter, half, year,
 * or else from month to month (whole months) or from day to day.
 */
export function formatPeriod(
  start: string,
  end: string,
  language: Language,
  style: MonthStyle = 'long',
): string {
  if (start === '' && end === '') return '';
  if (start === end || start === '' || end === '')
    return formatDay(start === '' ? end : start, language, style);
  const first = partsOf(start);
  const last = partsOf(end);
  const wholeMonths = first.day === 1 && last.day === daysIn(last.year, last.month);
  if (!wholeMonths) return join(formatDay(start, language, style), formatDay(end, language, style), language);
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  if (months === 1) return formatMonth(start, language, style);
  if (months === 3 && first.month % 3 === 1) return formatQuarter(start, language);
  if (months === 6 && first.month % 6 === 1) return formatHalf(first, language);
  if (months === 12 && first.month === 1) return formatYear(start, language);
  if (months % 12 === 0 && first.month === 1) {
    return language === 'ja' ? `${first.year}〜${last.year}年` : `${first.year}–${last.year}`;
  }
  return formatMonths(first, last, language, style);
}

function formatHalf({ year, month }: DateParts, language: Language): string {
  if (language === 'ja') return `${year}年${month === 1 ? '上期' : '下期'}`;
  return `${year} H${month === 1 ? 1 : 2}`;
}

function formatMonths(first: DateParts, last: DateParts, language: Language, style: MonthStyle): string {
  if (first.year !== last.year) {
    return language === 'ja'
      ? `${first.year}年${first.month}月〜${last.year}年${last.month}月`
      : `${monthName(first.month, style)} ${first.year} – ${monthName(last.month, style)} ${last.year}`;
  }
  return language === 'ja'
    ? `${first.year}年${first.month}〜${last.month}月`
    : `${monthName(first.month, style)}–${monthName(last.month, style)} ${first.year}`;
}

function join(start: string, end: string, language: Language): string {
  return language === 'ja' ? `${start}〜${end}` : `${start} – ${end}`;
}

function quarterOf(iso: string): { readonly year: number; readonly quarter: number } {
  const named = /^(\d{4})-?Q([1-4])$/u.exec(iso);
  if (named) return { year: Number(named[1]), quarter: Number(named[2]) };
  const { year, month } = partsOf(iso);
  return { year, quarter: Math.ceil(month / 3) };
}

function monthName(month: number, style: MonthStyle): string {
  const name = MONTHS[month - 1] ?? String(month);
  return style === 'short' ? name.slice(0, 3) : name;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}
