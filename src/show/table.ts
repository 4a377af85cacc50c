import type { Screen } from './screen.ts';
import { padEnd, padStart, truncate, widthOf } from './text-width.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import type { Theme, Tone } from './theme.ts';

/** One column. Widths count terminal columns. */
export interface Column {
  /** May hold line breaks. */
  readonly title: string;
  /** Numbers stand right; left unless said. */
  readonly align?: 'left' | 'right';
  /** Its text may wrap when the terminal is narrow; other columns keep their natural width. */
  readonly wraps?: boolean;
  /** Narrowest width of a wrapping column; 14 unless said. */
  readonly minimum?: number;
  /** Widest width, beyond which its text wraps or, in a column that does not wrap, is cut. */
  readonly maximum?: number;
  /** May be left out, last first, where the wrapping columns would fall below their minimum. */
  readonly optional?: boolean;
  readonly tone?: Tone;
}

export type Cell = string | CellText;

export interface CellText {
  readonly text: string;
  readonly tone?: Tone;
  /** Address of the figure, for the way to its provenance; a terminal has no use for it. */
  readonly figure?: string;
}

/** Rows under one heading; without a heading the rows simply follow. */
export interface RowGroup {
  readonly title?: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Table {
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
  /** An empty line between rows, where most of them wrap. */
  readonly spaced?: boolean;
}

const GAP = 2;
const DEFAULT_MINIMUM = 14;
const HEAD_WIDTH = 20;

/**
 * A table without boxes: heads, a hairline, aligned columns, headings of groups after an empty line. It is never wider
 * than the screen as long as its unbreakable columns fit. No newline at the end.
 */
export function renderTable(table: Table, screen: Screen): string {
  const theme = themeOf(screen);
  const kept = layOut(table, screen.width);
  const total = kept.reduce((sum, { width }) => sum + width, 0) + GAP * Math.max(0, kept.length - 1);
  const heads = renderRow(headLines(kept), kept, () => 'secondary', theme);
  const lines = [...heads, theme.tone('secondary', '─'.repeat(total))];
  table.groups.forEach((group, index) => {
    if (group.title !== undefined) {
      if (index > 0) lines.push('');
      lines.push(...wrap(group.title, screen.width).map((line) => theme.tone('strong', line)));
    }
    group.rows.forEach((row, position) => {
      if (table.spaced && position > 0) lines.push('');
      lines.push(...renderCells(row, kept, theme));
    });
  });
  return lines.join('\n');
}

interface Placed {
  readonly column: Column;
  readonly index: number;
  readonly width: number;
}

function layOut(table: Table, available: number): Placed[] {
  let placed = table.columns.map((column, index) => ({
    column,
    index,
    width: naturalWidth(table, column, index),
  }));
  while (narrowest(placed) > available) {
    const victim = placed.findLast(({ column }) => column.optional);
    if (victim === undefined) break;
    placed = placed.filter((candidate) => candidate !== victim);
  }
  return shrink(placed, available);
}

function naturalWidth({ groups }: Table, column: Column, index: number): number {
  let widest = 0;
  for (const { rows } of groups) {
    for (const row of rows) {
      for (const line of textOf(row[index]).split('\n')) widest = Math.max(widest, widthOf(line));
    }
  }
  // Heads wrap, so that a long head does not widen a column of short numbers.
  const head = Math.max(0, ...wrap(column.title, Math.max(widest, HEAD_WIDTH)).map(widthOf));
  return Math.min(Math.max(widest, head), column.maximum ?? Infinity);
}

function minimumOf({ column, width }: Placed): number {
  return column.wraps ? Math.min(width, column.minimum ?? DEFAULT_MINIMUM) : width;
}

function narrowest(placed: readonly Placed[]): number {
  return placed.reduce((sum, each) => sum + minimumOf(each), GAP * Math.max(0, placed.length - 1));
}

/** Takes columns from the widest wrapping column, one at a time, until the table fits. */
function shrink(placed: readonly Placed[], available: number): Placed[] {
  const widths = placed.map(({ width }) => width);
  let excess = widths.reduce((sum, width) => sum + width, GAP * Math.max(0, placed.length - 1)) - available;
  for (; excess > 0; excess--) {
    let widest = -1;
    placed.forEach((each, index) => {
      const width = widths[index] ?? 0;
      if (each.column.wraps && width > minimumOf(each) && width > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return placed.map((each, index) => ({ ...each, width: widths[index] ?? each.width }));
}

/** Heads in lines, the shorter ones standing on the hairline. */
function headLines(placed: readonly Placed[]): string[][] {
  const heads = placed.map(({ column, width }) => wrap(column.title, width));
  const height = Math.max(1, ...heads.map((lines) => lines.length));
  return heads.map((lines) => Array.from({ length: height - lines.length }, () => '').concat(lines));
}

function renderCells(row: readonly Cell[], placed: readonly Placed[], theme: Theme): string[] {
  const lines = placed.map(({ column, index, width }) => {
    const text = textOf(row[index]);
    return column.wraps
      ? wrap(text, width)
      : text.split('\n').map((line) => truncate(line, Math.max(width, 1)));
  });
  return renderRow(
    lines,
    placed,
    ({ column, index }) => {
      const cell = row[index];
      return (typeof cell === 'object' ? cell.tone : undefined) ?? column.tone;
    },
    theme,
  );
}

function renderRow(
  cells: readonly (readonly string[])[],
  placed: readonly Placed[],
  toneOf: (each: Placed) => Tone | undefined,
  theme: Theme,
): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    placed
      .map((each, column) => {
        const text = cells[column]?.[line] ?? '';
        const pad = each.column.align === 'right' ? padStart : padEnd;
        const padded = pad(text, each.width);
        // Only the text is coloured, so that nothing but spaces is left at the end of a line.
        return text === '' ? padded : padded.replace(text, () => theme.tone(toneOf(each), text));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.text;
}
