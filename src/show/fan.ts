import { HAIRLINE, INNER, OUTER, fanKey } from './fan-key.ts';
import { axisOf, monthTicks } from './fan-axis.ts';
import { joinRange } from './amount-format.ts';
import type { Screen } from './screen.ts';
import { padEnd, padStart, widthOf } from './text-width.ts';
import { themeOf } from './theme.ts';
import type { Theme, Tone } from './theme.ts';

/** A fan chart by month: bands of 50 and 80 of 100 futures around the median, 95 as hairlines. All series have one value per month. */
export interface Fan {
  /** ISO months or days, in order. */
  readonly months: readonly string[];
  readonly p10: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p90: readonly number[];
  /** Between which 95 of 100 futures lie, where there are enough of them to say. */
  readonly outermost?: { readonly p025: readonly number[]; readonly p975: readonly number[] };
  /** Another median for comparison, drawn in grey under its own label. */
  readonly baseline?: { readonly values: readonly number[]; readonly label: string };
  /** A level that means something, drawn as a dotted line with its label in the margin. */
  readonly level?: { readonly value: number; readonly label: string };
  /** Text of a value, on the axis and at the line's end. */
  readonly format: (value: number) => string;
  /** Top of the axis; where a band runs above it, an arrow says so. The data's own maximum unless said. */
  readonly maximum?: number;
  /** Lines of the plot; twelve unless said. */
  readonly height?: number;
}

const DEFAULT_HEIGHT = 12;
const MAXIMUM_PLOT = 96;

/** Fan, axis with dates, at the end of the line its value and range, and what the bands hold. No newline at the end. */
export function renderFan(fan: Fan, screen: Screen): string {
  if (fan.months.length === 0) return '';
  const theme = themeOf(screen);
  const height = fan.height ?? DEFAULT_HEIGHT;
  const axis = axisOf(fan, height);
  const gutter = Math.max(...axis.ticks.map(({ text }) => widthOf(text)));
  const notes = endNotes(fan, screen);
  const margin = Math.max(0, ...notes.map(({ text }) => widthOf(text)));
  const columns = Math.max(8, Math.min(MAXIMUM_PLOT, screen.width - gutter - margin - 3));
  const hairlines = hairlinesOf(fan, axis, columns);
  const plot = theme.colour
    ? drawColour(fan, axis, columns, height, hairlines, theme)
    : drawPlain(fan, axis, columns, height, hairlines);
  const margins = placeNotes(notes, axis.rowOf, height);
  const cut = cutNote(fan, axis.top);
  const lines = plot.map((line, row) => {
    const tick = axis.ticks.find((candidate) => axis.rowOf(candidate.value) === row);
    const note = margins[row];
    const end = note === undefined ? '' : ` ${theme.tone(note.tone, note.text)}`;
    return `${theme.tone('secondary', padStart(tick?.text ?? '', gutter))} ${line}${end}`.trimEnd();
  });
  const rule = monthTicks(fan.months, columns, screen.language);
  const foot = [rule.line, rule.labels].map(
    (line) => ' '.repeat(gutter + 1) + theme.tone('secondary', line.trimEnd()),
  );
  return [
    ...(cut === undefined ? [] : [theme.tone('secondary', padStart(cut, gutter + 1 + columns))]),
    ...lines,
    ...foot,
    ' '.repeat(gutter + 1) +
      fanKey(
        plot.some((line) => line.includes(HAIRLINE)),
        theme,
        screen.language,
      ),
  ].join('\n');
}

interface Axis {
  readonly bottom: number;
  readonly top: number;
  readonly rowOf: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

interface Note {
  readonly value: number;
  readonly text: string;
  readonly tone: Tone;
}

/** What is printed in the margin, most important first. */
function endNotes(fan: Fan, screen: Screen): Note[] {
  const median = last(fan.p50);
  const range = joinRange([fan.format(last(fan.p10)), fan.format(last(fan.p90))], screen.language);
  const notes: Note[] = [
    { value: median, text: fan.format(median), tone: 'accent' },
    { value: median, text: range, tone: 'secondary' },
  ];
  if (fan.baseline) {
    const value = last(fan.baseline.values);
    notes.push({ value, text: `${fan.baseline.label} ${fan.format(value)}`, tone: 'baseline' });
  }
  if (fan.level) notes.push({ value: fan.level.value, text: fan.level.label, tone: 'secondary' });
  return notes;
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? NaN;
}

/** Each note on the row of its value, or the nearest free one below it, else above. */
function placeNotes(
  notes: readonly Note[],
  rowOf: (value: number) => number,
  height: number,
): readonly (Note | undefined)[] {
  const rows: (Note | undefined)[] = Array.from({ length: height }, () => undefined);
  for (const note of notes) {
    const wanted = Math.min(height - 1, Math.max(0, rowOf(note.value)));
    const free = rows
      .map((taken, row) => ({ taken, row }))
      .filter(({ taken }) => taken === undefined)
      .sort((a, b) => distance(a.row, wanted) - distance(b.row, wanted))[0];
    if (free) rows[free.row] = note;
  }
  return rows;
}

/** Rows below count a little nearer than rows above. */
function distance(row: number, wanted: number): number {
  return row >= wanted ? row - wanted : wanted - row + 0.5;
}

/** A band cut at the top says how far it reaches. */
function cutNote(fan: Fan, top: number): string | undefined {
  const highest = Math.max(...fan.p90);
  return highest > top ? `▲ ${fan.format(highest)}` : undefined;
}

/** Value of a monthly series at a column of the plot, between months on a straight line. */
function sample(values: readonly number[], column: number, columns: number): number {
  const at = columns > 1 ? (column * (values.length - 1)) / (columns - 1) : 0;
  const before = Math.floor(at);
  const first = values[before] ?? NaN;
  const second = values[Math.min(before + 1, values.length - 1)] ?? first;
  return first + (second - first) * (at - before);
}

type Mark = 'none' | 'outer' | 'inner' | 'median' | 'baseline' | 'level';

/** What is seen at each cell of a grid of `rows` × `columns`; the median above all, the level only on free ground. */
function marksOf(fan: Fan, axis: Axis, columns: number, rows: number): Mark[][] {
  const rowAt = (value: number): number => ((axis.top - value) / (axis.top - axis.bottom)) * rows - 0.5;
  const grid: Mark[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 'none'));
  const put = (row: number, column: number, mark: Mark): void => {
    const line = grid[row];
    if (line !== undefined) line[column] = mark;
  };
  for (let column = 0; column < columns; column++) {
    const at = (values: readonly number[]): number => rowAt(sample(values, column, columns));
    fill(at(fan.p90), at(fan.p10), (row) => put(row, column, 'outer'));
    fill(at(fan.p75), at(fan.p25), (row) => put(row, column, 'inner'));
  }
  if (fan.baseline)
    stroke(fan.baseline.values, rowAt, columns, (row, column) => put(row, column, 'baseline'));
  stroke(fan.p50, rowAt, columns, (row, column) => put(row, column, 'median'));
  return grid;
}

function fill(from: number, to: number, put: (row: number) => void): void {
  for (let row = Math.round(from); row <= Math.round(to); row++) put(row);
}

/** A line without gaps: where it climbs more than one row, it fills the rows between. */
function stroke(
  values: readonly number[],
  rowAt: (value: number) => number,
  columns: number,
  put: (row: number, column: number) => void,
): void {
  let previous: number | undefined;
  for (let column = 0; column < columns; column++) {
    const row = Math.round(rowAt(sample(values, column, columns)));
    const from =
      previous === undefined || Math.abs(previous - row) <= 1 ? row : previous + Math.sign(row - previous);
    for (let step = Math.min(from, row); step <= Math.max(from, row); step++) put(step, column);
    previous = row;
  }
}

/** Cells of the hairlines, as row × columns + column; a value beyond the plot has none. */
function hairlinesOf({ outermost }: Fan, axis: Axis, columns: number): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const values of outermost ? [outermost.p025, outermost.p975] : []) {
    for (let column = 0; column < columns; column++) {
      const value = sample(values, column, columns);
      if (value >= axis.bottom && value <= axis.top) cells.add(axis.rowOf(value) * columns + column);
    }
  }
  return cells;
}

const PLAIN: Readonly<Record<Mark, string>> = {
  none: ' ',
  outer: OUTER,
  inner: INNER,
  median: '━',
  baseline: '─',
  level: '┄',
};

function drawPlain(
  fan: Fan,
  axis: Axis,
  columns: number,
  height: number,
  hairlines: ReadonlySet<number>,
): string[] {
  const marks = marksOf(fan, axis, columns, height);
  const level = fan.level && axis.rowOf(fan.level.value);
  const textOf = (mark: Mark, row: number, column: number): string => {
    if (row === level && !isLine(mark)) return PLAIN.level;
    return mark === 'none' && hairlines.has(row * columns + column) ? HAIRLINE : PLAIN[mark];
  };
  return marks.map((line, row) => line.map((mark, column) => textOf(mark, row, column)).join(''));
}

function isLine(mark: Mark): boolean {
  return mark === 'median' || mark === 'baseline';
}

/** Two marks in each character, one above the other, as half blocks of two colours. */
function drawColour(
  fan: Fan,
  axis: Axis,
  columns: number,
  height: number,
  hairlines: ReadonlySet<number>,
  theme: Theme,
): string[] {
  const marks = marksOf(fan, axis, columns, height * 2);
  const level = fan.level && axis.rowOf(fan.level.value);
  const paint = (row: number, column: number): Painted => {
    const upper = marks[row * 2]?.[column] ?? 'none';
    const lower = marks[row * 2 + 1]?.[column] ?? 'none';
    if (row === level && !isLine(upper) && !isLine(lower)) {
      return { foreground: theme.fan.baseline, background: shadeOf(lower, theme), text: PLAIN.level };
    }
    if (upper === 'none' && lower === 'none' && hairlines.has(row * columns + column))
      return { foreground: theme.fan.hairline, background: undefined, text: HAIRLINE };
    return halves(shadeOf(upper, theme), shadeOf(lower, theme));
  };
  return Array.from({ length: height }, (_, row) =>
    padEnd(
      joinPainted(
        Array.from({ length: columns }, (__, column) => paint(row, column)),
        theme,
      ),
      columns,
    ),
  );
}

function shadeOf(mark: Mark, theme: Theme): number | undefined {
  return mark === 'none' || mark === 'level' ? undefined : theme.fan[mark];
}

interface Painted {
  readonly foreground: number | undefined;
  readonly background: number | undefined;
  readonly text: string;
}

function halves(upper: number | undefined, lower: number | undefined): Painted {
  if (upper === undefined && lower === undefined)
    return { foreground: undefined, background: undefined, text: ' ' };
  if (upper === lower) return { foreground: upper, background: undefined, text: '█' };
  if (upper === undefined) return { foreground: lower, background: undefined, text: '▄' };
  return { foreground: upper, background: lower, text: '▀' };
}

/** Neighbours of one colour share one escape sequence. */
function joinPainted(cells: readonly Painted[], theme: Theme): string {
  let line = '';
  let text = '';
  let current: Painted | undefined;
  for (const cell of cells) {
    if (current && (cell.foreground !== current.foreground || cell.background !== current.background)) {
      line += theme.paint(current.foreground, current.background, text);
      text = '';
    }
    current = cell;
    text += cell.text;
  }
  return current ? line + theme.paint(current.foreground, current.background, text) : line;
}
