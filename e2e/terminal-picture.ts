import { widthOf } from '../src/show/text-width.ts';

/** Colours of one character, as palette numbers of a terminal with 256 colours; `undefined` is ink or paper. */
interface Style {
  readonly text: number | undefined;
  readonly ground: number | undefined;
  readonly bold: boolean;
}

interface Cell extends Style {
  readonly character: string;
  /** Columns that it takes. */
  readonly width: number;
}

const PLAIN: Style = { text: undefined, ground: undefined, bold: false };

// Paper and ink; one accent. Palette numbers that have no colour here take the terminal's own.
const PAPER = '#fbfaf7';
const INK = '#1b1b19';
const HAIRLINE = '#e2dfd6';
const COLOURS: Readonly<Record<number, string>> = {
  16: INK,
  130: '#b2431c',
  231: PAPER,
  241: '#5f5e59',
  24: '#1f5f8b',
  67: '#5a89b0',
  110: '#8fb3d1',
  152: '#c3d5e3',
  250: '#d3cec0',
  252: '#e0dccf',
  254: '#edeae1',
};

const COLUMN = 8.4;
const LINE = 19;
const MARGIN = 28;
const FONT_SIZE = 14;
/** Share of its cell that a dash of a broken line takes. */
const DASH = 0.55;

/** Characters drawn as shapes, since fonts disagree about their width: parts of a cell from 0 to 1. */
const SHAPES: Readonly<Record<string, { readonly top: number; readonly bottom: number }>> = {
  '█': { top: 0, bottom: 1 },
  '▀': { top: 0, bottom: 0.5 },
  '▄': { top: 0.5, bottom: 1 },
  '─': { top: 0.48, bottom: 0.53 },
  '┬': { top: 0.48, bottom: 0.53 },
  '┄': { top: 0.48, bottom: 0.53 },
  '━': { top: 0.44, bottom: 0.56 },
};

/** Draws lines of a terminal with ANSI colours on a light ground as an SVG of rectangles and monospaced text. */
export function drawTerminal(lines: readonly string[], title: string): string {
  const rows = lines.map(cellsOf);
  const columns = Math.max(0, ...rows.map((row) => row.reduce((sum, { width }) => sum + width, 0)));
  const width = number(columns * COLUMN + 2 * MARGIN);
  const height = number(rows.length * LINE + 2 * MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" rx="6" fill="${PAPER}" stroke="${HAIRLINE}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}" fill="${INK}" xml:space="preserve">`,
    ...rows.flatMap((row, index) => drawRow(row, MARGIN + index * LINE)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Splits a line into characters with their colours. Knows the sequences that the program's theme writes. */
function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let style = PLAIN;
  // eslint-disable-next-line no-control-regex -- escape sequences are what is read
  for (const match of line.matchAll(/\u001B\[([\d;]*)m|(.)/gu)) {
    const character = match[2];
    if (character === undefined) style = styleAfter(style, match[1] ?? '');
    else cells.push({ ...style, character, width: widthOf(character) });
  }
  return cells;
}

function styleAfter(style: Style, sequence: string): Style {
  const codes = sequence.split(';').map(Number);
  const colour = (kind: 38 | 48): number | undefined => {
    const at = codes.findIndex((code, index) => code === kind && codes[index + 1] === 5);
    return at < 0 ? undefined : codes[at + 2];
  };
  if (codes[0] === 0 || sequence === '') return PLAIN;
  return {
    text: colour(38) ?? style.text,
    ground: colour(48) ?? style.ground,
    bold: style.bold || codes[0] === 1,
  };
}

function drawRow(row: readonly Cell[], top: number): string[] {
  const shapes: string[] = [];
  const texts: string[] = [];
  const placed = place(row);
  for (const run of runsOf(placed, sameGround)) {
    const { ground } = run[0];
    if (ground !== undefined) shapes.push(rectangle(run, top, 0, 1, colourOf(ground, PAPER)));
  }
  for (const run of runsOf(placed, sameLook)) {
    const [first] = run;
    const shape = SHAPES[first.character];
    const fill = colourOf(first.text, INK);
    if (shape) {
      const dashed = first.character === '┄';
      const pieces = dashed ? run.map((cell): Run => [cell]) : [run];
      for (const piece of pieces) {
        shapes.push(rectangle(piece, top, shape.top, shape.bottom, fill, dashed ? DASH : 1));
      }
      if (first.character === '┬') shapes.push(...run.map((cell) => tick(cell, top, fill)));
    } else {
      texts.push(...wordsIn(run).map((word) => textOf(word, top, fill)));
    }
  }
  return [...shapes, ...texts];
}

type Placed = Cell & { readonly column: number };
type Run = readonly [Placed, ...Placed[]];

function place(row: readonly Cell[]): Placed[] {
  let column = 0;
  return row.map((cell) => {
    const placed = Object.assign({ column }, cell);
    column += cell.width;
    return placed;
  });
}

/** Neighbours that belong together. */
function runsOf(cells: readonly Placed[], together: (a: Placed, b: Placed) => boolean): Run[] {
  const runs: [Placed, ...Placed[]][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && together(before, cell)) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function sameGround(a: Placed, b: Placed): boolean {
  return a.ground === b.ground;
}

function sameLook(a: Placed, b: Placed): boolean {
  const shapes = a.character in SHAPES || b.character in SHAPES;
  return a.text === b.text && a.bold === b.bold && (!shapes || a.character === b.character);
}

/**
 * Pieces of text between gaps of two spaces and more, Japanese characters apart from narrow ones, so that columns stay
 * where they are in any font.
 */
function wordsIn(run: Run): Run[] {
  const gap = (cell: Placed, next: Placed | undefined): boolean =>
    cell.character === ' ' && (next === undefined || next.character === ' ');
  const kept = run.filter((cell, index) => !gap(cell, run[index + 1]) && !gap(cell, run[index - 1]));
  return runsOf(kept, (a, b) => a.column + a.width === b.column && a.width === b.width);
}

function textOf(word: Run, top: number, fill: string): string {
  const [first] = word;
  const columns = word.reduce((sum, { width }) => sum + width, 0);
  const attributes = [
    `x="${number(MARGIN + first.column * COLUMN)}"`,
    `y="${number(top + LINE * 0.74)}"`,
    `textLength="${number(columns * COLUMN)}"`,
    ...(fill === INK ? [] : [`fill="${fill}"`]),
    ...(first.bold ? ['font-weight="bold"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escape(word.map(({ character }) => character).join(''))}</text>`;
}

function rectangle(run: Run, top: number, from: number, to: number, fill: string, share = 1): string {
  const [first] = run;
  const columns = run.reduce((sum, { width }) => sum + width, 0) * share;
  return `<rect x="${number(MARGIN + first.column * COLUMN)}" y="${number(top + from * LINE)}" width="${number(columns * COLUMN)}" height="${number((to - from) * LINE)}" fill="${fill}" shape-rendering="crispEdges"/>`;
}

function tick(cell: Placed, top: number, fill: string): string {
  const x = MARGIN + (cell.column + 0.5) * COLUMN;
  return `<rect x="${number(x)}" y="${number(top + LINE / 2)}" width="1" height="${number(LINE / 3)}" fill="${fill}" shape-rendering="crispEdges"/>`;
}

/** Of the six-by-six-by-six cube and the greys where the look names no colour. */
function colourOf(index: number | undefined, otherwise: string): string {
  if (index === undefined) return otherwise;
  const named = COLOURS[index];
  if (named !== undefined) return named;
  const step = (part: number): number => (part === 0 ? 0 : 55 + part * 40);
  const cube = index - 16;
  const parts =
    index >= 232
      ? [8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10]
      : [step(Math.floor(cube / 36)), step(Math.floor(cube / 6) % 6), step(cube % 6)];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
