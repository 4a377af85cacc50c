import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { TEXT_SIZE } from './chart-font.ts';
import type { BarItem, BarPin, BarsSpec } from './chart-spec.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { RING, numberedMark } from './numbered-mark.ts';
import { pinLook } from './pin-look.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Box, Mark, Scene } from './scene.ts';
import { listSummary } from './list-summary.ts';
import { textWidth } from './text-measure.ts';

const BAR = 12;
const TEXT_GAP = 6;
/** Of a pin below its bar. */
const PIN_LINE = 17;
/** A ring with a number in it, and what parts it from its text. */
const RING_ROOM = 2 * RING + 4;

/** Bars from zero, the figure at the end of each, with its range where there is one. */
export function barsScene(spec: BarsSpec, frame: Frame): Scene {
  const { language, width } = frame;
  const head = layHead(spec, frame);
  const texts = spec.bars.map((bar) => figureText(bar, spec, language));
  const after = Math.max(
    0,
    ...texts.map((text, index) => textWidth(text, TEXT_SIZE, spec.bars[index]?.isAccent)),
  );
  const pinned = spec.bars.flatMap(({ pins = [] }) => pins.map((pin) => figureText(pin, spec, language)));
  const afterPins = Math.max(0, ...pinned.map((text) => textWidth(text, TEXT_SIZE) + RING_ROOM));
  const items = spec.bars.map((bar) => ({ ...bar, below: (bar.pins?.length ?? 0) * PIN_LINE }));
  const layout = layRows(items, width, head.bottom, 0, Math.max(after, afterPins) + TEXT_GAP);
  const most =
    spec.maximum ??
    Math.max(
      0,
      ...spec.bars.flatMap(({ value, high, pins = [] }) => [
        value,
        high ?? value,
        ...pins.map((pin) => pin.high),
      ]),
    );
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
        if (!row) return [];
        return [
          ...drawBar(bar, texts[index] ?? '', row, layout.box, lengthOf),
          ...(bar.pins ?? []).flatMap((pin, line) =>
            drawPin(
              pin,
              figureText(pin, spec, language),
              row.y + BAR / 2 + (line + 0.6) * PIN_LINE,
              layout.box.x,
              lengthOf,
            ),
          ),
        ];
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
        label: [
          `${bar?.name ?? ''}: ${texts[index] ?? ''}`,
          ...(bar?.pins ?? []).map((pin) => `${pin.number} ${pin.name}: ${figureText(pin, spec, language)}`),
        ].join('; '),
        ...(bar?.figure === undefined ? {} : { figure: bar.figure }),
      };
    }),
    handles: [],
  };
}

/** Names and figures of all bars, pins beside them. */
export function tableOfBars(spec: BarsSpec, language: Language): DataTable {
  const pins = new Map(
    spec.bars.flatMap(({ pins: own = [] }) => own.map(({ number, name }) => [number, name])),
  );
  return {
    header: [
      spec.title,
      translate(language, 'chart.table.value'),
      ...[...pins].map(([number, name]) => `${number} ${name}`),
    ],
    rows: spec.bars.map((bar) => [
      bar.name,
      figureCell(figureText(bar, spec, language), bar.figure),
      ...[...pins.keys()].map((number) => {
        const pin = bar.pins?.find((each) => each.number === number);
        return pin ? figureText(pin, spec, language) : '';
      }),
    ]),
  };
}

/** A pin below its bar: a point in its range, its number and its figure. */
function drawPin(
  { number, value, low, high }: BarPin,
  text: string,
  y: number,
  left: number,
  lengthOf: (value: number) => number,
): Mark[] {
  const { colour } = pinLook(number);
  const end = left + Math.max(lengthOf(value), lengthOf(high));
  return [
    {
      kind: 'line',
      x1: left + lengthOf(low),
      y1: y,
      x2: left + lengthOf(high),
      y2: y,
      stroke: colour,
      strokeWidth: 1.5,
    },
    { kind: 'symbol', shape: 'circle', x: left + lengthOf(value), y, radius: 3.5, fill: colour },
    ...numberedMark(number, end + TEXT_GAP + RING, y, colour),
    textMark(text, end + TEXT_GAP + RING_ROOM, y, 'secondary'),
  ];
}

function namedFigures(spec: BarsSpec, texts: readonly string[]): { name: string; text: string }[] {
  return spec.bars.map(({ name }, index) => ({ name, text: texts[index] ?? '' }));
}

function figureText(
  { value, low, high }: Pick<BarItem, 'value' | 'low' | 'high'>,
  { format }: BarsSpec,
  language: Language,
): string {
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
