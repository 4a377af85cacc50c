import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { Swing, TornadoSpec } from './chart-spec.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Mark, Scene } from './scene.ts';
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
    cursor: rowCursor(spec.title, layout.rows, (index) => {
      const swing = swings[index];
      return {
        x: centre,
        label: swing === undefined ? '' : `${swing.name}: ${spoken(swing, spec, language)}`,
        ...(swing?.figure === undefined ? {} : { figure: swing.figure }),
      };
    }),
    handles: [],
  };
}

/** Inputs with the answer at both of their ends. */
export function tableOfTornado(spec: TornadoSpec, language: Language): DataTable {
  return {
    header: [spec.title, translate(language, 'chart.table.low'), translate(language, 'chart.table.high')],
    rows: spec.swings.map(({ name, low, high, lowInput, highInput }) => [
      name,
      withInput(spec.format.figure(low), lowInput, language),
      withInput(spec.format.figure(high), highInput, language),
    ]),
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
  return withFigure(
    [
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
    ],
    swing.name,
    swing.figure,
  );
}
