import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { ColourRole } from './chart-theme.ts';
import { textMark } from './frame.ts';
import type { Box, Cursor, CursorPoint, Mark } from './scene.ts';
import { cutText, textWidth, wrapText } from './text-measure.ts';

/** A row that is named at the left. */
export interface NamedRow {
  readonly name: string;
  /** Heading above the row where it differs from the row before. */
  readonly group?: string;
  readonly isAccent?: boolean;
  /** Whether it can become an accent: the room for it is kept, so that nothing else moves. */
  readonly canMove?: boolean;
  /** Pixels kept free below it. */
  readonly below?: number;
}

export interface RowPlace {
  /** Of the middle of its name. */
  readonly y: number;
  readonly height: number;
}

export interface RowLayout {
  readonly marks: readonly Mark[];
  readonly rows: readonly RowPlace[];
  /** Where bars may stand, between names and figures. */
  readonly box: Box;
}

const LABEL_SHARE = 0.38;
const MOST_LINES = 2;
const ROW_AIR = 9;
const LABEL_GAP = 12;
const GROUP_AIR = 10;

/**
 * Rows from `top` down, names at the left in up to two lines, `before` and `after` pixels kept free for figures at both
 * sides of the box.
 */
export function layRows(
  items: readonly NamedRow[],
  width: number,
  top: number,
  before: number,
  after: number,
): RowLayout {
  const most = width * LABEL_SHARE;
  const widths = items.map(({ name, isAccent, canMove }) =>
    textWidth(name, TEXT_SIZE, isAccent === true || canMove === true),
  );
  const label = Math.min(most, Math.ceil(Math.max(0, ...widths)) + 1);
  const marks: Mark[] = [];
  const rows: RowPlace[] = [];
  let y = top;
  let group: string | undefined;
  for (const item of items) {
    if (item.group !== undefined && item.group !== group) {
      y += rows.length === 0 ? 0 : GROUP_AIR;
      marks.push({ ...textMark(item.group, 0, y + LINE_HEIGHT / 2, 'ink'), bold: true });
      y += LINE_HEIGHT + 4;
    }
    group = item.group;
    const lines = nameLines(item.name, label);
    const own = lines.length * LINE_HEIGHT + ROW_AIR;
    const height = own + (item.below ?? 0);
    const fill: ColourRole = item.isAccent ? 'accent' : 'ink';
    lines.forEach((line, index) => {
      const middle = y + own / 2 + (index - (lines.length - 1) / 2) * LINE_HEIGHT;
      marks.push({ ...textMark(line, 0, middle, fill), ...(item.isAccent ? { bold: true } : {}) });
    });
    rows.push({ y: y + own / 2, height });
    y += height;
  }
  const x = label + LABEL_GAP + before;
  return { marks, rows, box: { x, y: top, width: Math.max(24, width - x - after), height: y - top } };
}

function nameLines(name: string, width: number): string[] {
  const lines = wrapText(name, width, TEXT_SIZE);
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES - 1);
  return [...kept, cutText(lines.slice(MOST_LINES - 1).join(' '), width, TEXT_SIZE)];
}

/** A cursor that moves down the rows. */
export function rowCursor(
  title: string,
  rows: readonly RowPlace[],
  point: (index: number) => Omit<CursorPoint, 'y'>,
): Cursor {
  return {
    series: [title],
    along: 'down',
    count: () => rows.length,
    at: (_, index) => {
      const row = rows[index];
      return row && { ...point(index), y: row.y };
    },
  };
}

/** Marks that belong to a figure with an address. */
export function withFigure(marks: Mark[], title: string, figure: string | undefined): Mark[] {
  return figure === undefined ? marks : [{ kind: 'group', title, figure, marks }];
}
