import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { Swing, TornadoSpec } from './chart-spec.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { layRows } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Cursor, Mark, Scene } from './scene.ts';
import { textWidth } from './text-measure.ts';

const BAR = 12;
const TEXT_GAP = 6;
const FOOT = 22;

/** Bars around the answer as it is, the answer at both ends of each, in the order given. */
export function tornadoScene(spec: TornadoSpec, frame: Frame): Scene {
  const { language, width } = frame;
  const { base, swings, format } = spec;
  const head = layHead(spec, frame);
  const ends = swings.flatMap((swing) => endsOf(swing, format.figure));
  const figure = Math.max(0, ...ends.map(({ text }) => textWidth(text, TEXT_SIZE))) + TEXT_GAP;
  const layout = layRows(swings, width, head.bottom, figure, figure);
  const { box } = layout;
  const least = Math.min(base.value, ...ends.map(({ value }) => value));
  const most = Math.max(base.value, ...ends.map(({ value }) => value));
  const xAt = (value: number): number =>
    most > least ? box.x + ((value - least) / (most - least)) * box.width : box.x + box.width / 2;
  const centre = xAt(base.value);
  const foot = box.y + box.height;
  const half = textWidth(base.label, TEXT_SIZE, true) / 2;
  return {
    width,
    height: frame.height ?? foot + FOOT,
    summary: listSummary(
      spec.title,
      swings.map((swing) => ({ name: swing.name, text: spoken(swing, spec, language) })),
      language,
    ),
    plot: box,
    marks: [
      ...head.marks,
      ...layout.marks,
      ...swings.flatMap((swing, index) => {
        const row = layout.rows[index];
        return row ? drawSwing(swing, row, format.figure, xAt) : [];
      }),
      { kind: 'line', x1: centre, y1: box.y - 2, x2: centre, y2: foot + 4, stroke: 'ink', strokeWidth: 1.25 },
      {
        ...textMark(
          base.label,
          Math.max(half, Math.min(width - half, centre)),
          foot + 4 + LINE_HEIGHT / 2,
          'ink',
        ),
        anchor: 'middle',
        bold: true,
      },
    ],
    cursor: swingCursor(spec, layout.rows, xAt, language),
    handles: [],
  };
}

/** Inputs with the answer at both of their ends. */
export function tableOfTornado(spec: TornadoSpec, language: Language): DataTable {
  return {
    header: [spec.title, translate(language, 'chart.table.low'), translate(language, 'chart.table.high')],
    rows: spec.swings.map(({ name, low, high, lowInput, highInput, lowFigure, highFigure }) => [
      name,
      figureCell(withInput(spec.format.figure(low), lowInput, language), lowFigure),
      figureCell(withInput(spec.format.figure(high), highInput, language), highFigure),
    ]),
  };
}

/** A cursor down the rows, at either end of each: the answer there, and what the input then is. */
function swingCursor(
  { title, swings, format }: TornadoSpec,
  rows: readonly RowPlace[],
  xAt: (value: number) => number,
  language: Language,
): Cursor {
  const low = translate(language, 'chart.table.low');
  const high = translate(language, 'chart.table.high');
  return {
    series: [`${title}, ${low}`, `${title}, ${high}`],
    along: 'down',
    count: () => rows.length,
    at: (end, index) => {
      const [swing, row] = [swings[index], rows[index]];
      if (swing === undefined || row === undefined || end < 0 || end > 1) return undefined;
      // The first is the one at the left, whichever end of the input that is.
      const isLow = (end === 0) === swing.low <= swing.high;
      const value = isLow ? swing.low : swing.high;
      const figure = isLow ? swing.lowFigure : swing.highFigure;
      const at = withInput(isLow ? low : high, isLow ? swing.lowInput : swing.highInput, language);
      return {
        x: xAt(value),
        y: row.y,
        label: translate(language, 'chart.point', {
          series: swing.name,
          time: at,
          value: format.figure(value),
        }),
        ...(figure === undefined ? {} : { figure }),
      };
    },
  };
}

function withInput(text: string, input: string | undefined, language: Language): string {
  if (input === undefined) return text;
  return language === 'ja' ? `${text}(${input})` : `${text} (${input})`;
}

function spoken({ low, high }: Swing, { format }: TornadoSpec, language: Language): string {
  return translate(language, 'chart.swing', { low: format.figure(low), high: format.figure(high) });
}

function endsOf({ low, high }: Swing, figure: (value: number) => string): { value: number; text: string }[] {
  return [Math.min(low, high), Math.max(low, high)].map((value) => ({ value, text: figure(value) }));
}

function drawSwing(
  swing: Swing,
  { y }: RowPlace,
  figure: (value: number) => string,
  xAt: (value: number) => number,
): Mark[] {
  const [left, right] = endsOf(swing, figure);
  if (left === undefined || right === undefined) return [];
  const [from, to] = [xAt(left.value), xAt(right.value)];
  return [
    {
      kind: 'rect',
      x: from,
      y: y - BAR / 2,
      width: to - from,
      height: BAR,
      fill: swing.isAccent ? 'accent' : 'bar',
    },
    { ...textMark(left.text, from - TEXT_GAP, y, 'secondary'), anchor: 'end' },
    textMark(right.text, to + TEXT_GAP, y, 'secondary'),
  ];
}
