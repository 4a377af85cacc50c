import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { TEXT_SIZE } from './chart-font.ts';
import type { BarItem, BarsSpec } from './chart-spec.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Box, Mark, Scene } from './scene.ts';
import { listSummary } from './list-summary.ts';
import { textWidth } from './text-measure.ts';

const BAR = 12;
const TEXT_GAP = 6;

/** Bars from zero, the figure at the end of each, with its range where there is one. */
export function barsScene(spec: BarsSpec, frame: Frame): Scene {
  const { language, width } = frame;
  const head = layHead(spec, frame);
  const texts = spec.bars.map((bar) => figureText(bar, spec, language));
  const after = Math.max(
    0,
    ...texts.map((text, index) => textWidth(text, TEXT_SIZE, spec.bars[index]?.isAccent)),
  );
  const layout = layRows(spec.bars, width, head.bottom, 0, after + TEXT_GAP);
  const most =
    spec.maximum ?? Math.max(0, ...spec.bars.map(({ value, high }) => Math.max(value, high ?? value)));
  const lengthOf = (value: number): number =>
    most > 0 ? Math.max(0, Math.min(1, value / most)) * layout.box.width : 0;
  return {
    width,
    height: frame.height ?? layout.box.y + layout.box.height,
    summary: listSummary(spec.title, namedFigures(spec, texts), language),
    plot: layout.box,
    marks: [
      ...head.marks,
      ...layout.marks,
      ...spec.bars.flatMap((bar, index) => {
        const row = layout.rows[index];
        return row ? drawBar(bar, texts[index] ?? '', row, layout.box, lengthOf) : [];
      }),
      {
        kind: 'line',
        x1: layout.box.x,
        y1: layout.box.y,
        x2: layout.box.x,
        y2: layout.box.y + layout.box.height,
        stroke: 'baseline',
      },
    ],
    cursor: rowCursor(spec.title, layout.rows, (index) => {
      const bar = spec.bars[index];
      return {
        x: layout.box.x + lengthOf(bar?.value ?? 0),
        label: `${bar?.name ?? ''}: ${texts[index] ?? ''}`,
        ...(bar?.figure === undefined ? {} : { figure: bar.figure }),
      };
    }),
    handles: [],
  };
}

/** Names and figures of all bars. */
export function tableOfBars(spec: BarsSpec, language: Language): DataTable {
  return {
    header: [spec.title, translate(language, 'chart.table.value')],
    rows: spec.bars.map((bar) => [bar.name, figureCell(figureText(bar, spec, language), bar.figure)]),
  };
}

function namedFigures(spec: BarsSpec, texts: readonly string[]): { name: string; text: string }[] {
  return spec.bars.map(({ name }, index) => ({ name, text: texts[index] ?? '' }));
}

function figureText({ value, low, high }: BarItem, { format }: BarsSpec, language: Language): string {
  const range = low === undefined || high === undefined ? '' : format.range(low, high);
  const figure = format.figure(value);
  if (range === '') return figure;
  return language === 'ja' ? `${figure}(${range})` : `${figure} (${range})`;
}

function drawBar(
  bar: BarItem,
  text: string,
  { y }: RowPlace,
  box: Box,
  lengthOf: (value: number) => number,
): Mark[] {
  const { name, value, low, high, isAccent, figure } = bar;
  const end = box.x + Math.max(lengthOf(value), high === undefined ? 0 : lengthOf(high));
  const whisker: Mark[] =
    low === undefined || high === undefined
      ? []
      : [
          {
            kind: 'line',
            x1: box.x + lengthOf(low),
            y1: y,
            x2: box.x + lengthOf(high),
            y2: y,
            stroke: 'ink',
            strokeWidth: 1.25,
          },
        ];
  return withFigure(
    [
      {
        kind: 'rect',
        x: box.x,
        y: y - BAR / 2,
        width: lengthOf(value),
        height: BAR,
        fill: isAccent ? 'accent' : 'bar',
      },
      ...whisker,
      {
        ...textMark(text, end + TEXT_GAP, y, isAccent ? 'accent' : 'secondary'),
        ...(isAccent ? { bold: true } : {}),
      },
    ],
    name,
    figure,
  );
}
