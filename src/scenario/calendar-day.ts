/**
 * Whether a text is a day of the Gregorian calendar written `YYYY-MM-DD` (ISO 8601): 'format' where it is written
 * otherwise, 'no-such-day' where the calendar has no such day (2025-02-30).
 */
export function checkCalendarDay(text: string): 'valid' | 'format' | 'no-such-day' {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return 'format';
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  return length !== undefined && day >= 1 && day <= length ? 'valid' : 'no-such-day';
}
