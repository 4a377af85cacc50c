import type { Fan } from './fan.ts';
import type { Language } from './language.ts';
import { padEnd, widthOf } from './text-width.ts';

/** The value axis: round bounds, round ticks, and the row on which a value lies. */
export function axisOf(fan: Fan, height: number) {
  const data = [...fan.p90, ...fan.p10, ...fan.p50, ...(fan.baseline?.values ?? [])].filter((value) =>
    Number.isFinite(value),
  );
  const high = fan.maximum ?? Math.max(0, fan.level?.value ?? 0, ...data);
  const low = Math.min(0, ...data);
  const step = niceStep((high - low) / 4);
  // The top is the data's own, not the next round number: rows are too few to leave empty.
  const top = high > low ? high : low + step;
  const bottom = low;
  const rowOf = (value: number): number =>
    Math.min(height - 1, Math.max(0, Math.round(((top - value) / (top - bottom)) * height - 0.5)));
  const first = Math.ceil(bottom / step - 1e-9);
  const count = Math.floor(top / step + 1e-9) - first;
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const value = Number(((first + index) * step).toPrecision(12));
    return { value, text: fan.format(value) };
  });
  return { bottom, top, rowOf, ticks };
}

/** The smallest of 1, 2, 2.5, 5 × a power of ten that is not below `rough`. */
function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = Number(`1e${rough.toExponential().split('e')[1]}`);
  const mantissa = rough / power;
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate >= mantissa - 1e-9) ?? 10;
  return step * power;
}

/** The date axis: a hairline with a mark at each January (or quarter, in short spans) and its label below. */
export function monthTicks(
  months: readonly string[],
  columns: number,
  language: Language,
): { readonly line: string; readonly labels: string } {
  const years = new Set(months.map((month) => month.slice(0, 4))).size;
  const marks = months.flatMap((month, index) => {
    const number = Number(month.slice(5, 7));
    const due = years > 2 ? number === 1 : number % 3 === 1;
    return due || index === 0 ? [{ month, index, number }] : [];
  });
  const line = Array.from({ length: columns }, () => '─');
  let labels = '';
  for (const { month, index, number } of marks) {
    const column = months.length > 1 ? Math.round((index * (columns - 1)) / (months.length - 1)) : 0;
    const text = number === 1 ? yearText(month, language) : monthText(month, number, index === 0, language);
    const free = labels === '' ? 0 : widthOf(labels) + 2;
    const nextMark = marks.find((mark) => mark.index > index);
    const tight =
      index === 0 &&
      number !== 1 &&
      nextMark !== undefined &&
      nextColumn(nextMark.index) <= widthOf(text) + 1;
    line[column] = '┬';
    if (column < free || column + widthOf(text) > columns + 4 || tight) continue;
    labels = padEnd(labels, column) + text;
  }
  return { line: line.join(''), labels };

  function nextColumn(index: number): number {
    return Math.round((index * (columns - 1)) / Math.max(1, months.length - 1));
  }
}

function yearText(month: string, language: Language): string {
  return language === 'ja' ? `${month.slice(0, 4)}年` : month.slice(0, 4);
}

const SHORT_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

function monthText(month: string, number: number, withYear: boolean, language: Language): string {
  if (language === 'ja') return withYear ? `${month.slice(0, 4)}年${number}月` : `${number}月`;
  const name = SHORT_MONTHS[number - 1] ?? '';
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}
