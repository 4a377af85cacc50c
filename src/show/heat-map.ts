import { quarterHead } from './date-format.ts';
import type { Screen } from './screen.ts';
import { padEnd, padStart, truncate, widthOf } from './text-width.ts';
import { themeOf } from './theme.ts';

/** Inputs by quarter, or anything by quarter. `values[row][column]` lies between 0 and `full`. */
export interface HeatMap {
  readonly rows: readonly string[];
  /** A month or day of each quarter, as ISO text. */
  readonly quarters: readonly string[];
  readonly values: readonly (readonly number[])[];
  /** The value shaded deepest; 100 unless said. */
  readonly full?: number;
  /** Text of a value; rounded to whole numbers unless said. */
  readonly format?: (value: number) => string;
}

/**
 * Numbers in cells whose ground deepens with the value; without colour the numbers alone. The largest of each quarter
 * is marked `▸`, so that shade is never the only sign. Quarters that do not fit beside continue below. Zero is a dot,
 * so that the eye passes over it.
 */
export function renderHeatMap(map: HeatMap, screen: Screen): string {
  const format = map.format ?? ((value: number) => String(Math.round(value)));
  const texts = map.values.map((row) =>
    row.map((value) => (Number.isFinite(value) ? mute(format(value)) : '–')),
  );
  const cell = Math.max(2, ...texts.flat().map(widthOf)) + 2;
  const label = Math.min(Math.max(0, ...map.rows.map(widthOf)), Math.max(8, Math.floor(screen.width / 3)));
  const fits = Math.max(1, Math.floor((screen.width - label - 1) / cell));
  const blocks = Math.max(1, Math.ceil(map.quarters.length / fits));
  // Even blocks: ten quarters and two look like an accident, six and six do not.
  const perBlock = Math.ceil(map.quarters.length / blocks);
  return Array.from({ length: blocks }, (_, block) =>
    renderBlock({ map, texts, from: block * perBlock, to: (block + 1) * perBlock, cell, label }, screen),
  ).join('\n\n');
}

interface Block {
  readonly map: HeatMap;
  readonly texts: readonly (readonly string[])[];
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  readonly label: number;
}

function renderBlock({ map, texts, from, to, cell, label }: Block, screen: Screen): string {
  const theme = themeOf(screen);
  const full = map.full ?? 100;
  const margin = ' '.repeat(label + 1);
  const heads = headsOf(map.quarters.slice(from, to), cell).map((line) =>
    theme.tone('secondary', (margin + line).trimEnd()),
  );
  const lines = map.rows.map((name, row) => {
    const cells = (texts[row] ?? []).slice(from, to).map((text, index) => {
      const value = map.values[row]?.[from + index] ?? 0;
      const marked = text !== '·' && isLargest(map.values, row, from + index) ? `▸${text}` : text;
      return theme.heat(full > 0 ? value / full : 0, `${padStart(marked, cell - 1)} `);
    });
    return `${padEnd(truncate(name, label), label)} ${cells.join('')}`.trimEnd();
  });
  return [...heads, ...lines].join('\n');
}

/** Two lines of heads: the year where it begins, and the quarter. */
function headsOf(quarters: readonly string[], cell: number): readonly string[] {
  let years = '';
  quarters.forEach((quarter, index) => {
    const year = quarter.slice(2, 4);
    if (index === 0 || quarters[index - 1]?.slice(2, 4) !== year)
      years = `${padEnd(years, index * cell)}’${year}`;
  });
  return [years, quarters.map((quarter) => `${padStart(quarterHead(quarter, quarter), cell - 1)} `).join('')];
}

function mute(text: string): string {
  return text === '0' ? '·' : text;
}

function isLargest(values: readonly (readonly number[])[], row: number, column: number): boolean {
  const value = values[row]?.[column] ?? -Infinity;
  return values.every((other) => (other[column] ?? -Infinity) <= value);
}
