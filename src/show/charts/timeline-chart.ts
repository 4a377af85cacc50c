import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { timeMarks } from './axes.ts';
import { TEXT_SIZE } from './chart-font.ts';
import type { TimelineItem, TimelineMove, TimelineSpec } from './chart-spec.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { layNotes } from './plot-notes.ts';
import { xOf } from './plot.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { NamedRow, RowPlace } from './row-layout.ts';
import type { Box, Handle, Mark, Scene } from './scene.ts';
import { textWidth } from './text-measure.ts';
import { monthOf } from './time-axis.ts';

const BAR = 14;
const AXIS_ROOM = 24;
/** A finger or a pointer must find a handle (WCAG 2.2, target size). */
const HANDLE = 24;
const GRIP = 7;
const TEXT_GAP = 6;

interface Field {
  readonly box: Box;
  readonly from: number;
  readonly to: number;
}

/** What opens when: bars from their median start, a line over the days within which 80 of 100 futures start. */
export function timelineScene(spec: TimelineSpec, frame: Frame): Scene {
  const { width, language } = frame;
  const { items } = spec;
  const head = layHead(spec, frame);
  const rough = layRows(items.map(rowOf), width, 0, 0, 4);
  const notes = layNotes(undefined, spec.asOf, rough.box.x, rough.box.width, frame);
  const layout = layRows(items.map(rowOf), width, head.bottom + notes.height, 0, 4);
  const field: Field = { box: layout.box, from: monthOf(spec.from), to: monthOf(spec.to) };
  return {
    width,
    height: frame.height ?? layout.box.y + layout.box.height + AXIS_ROOM,
    summary: listSummary(
      spec.title,
      items.map((item) => ({ name: item.name, text: spoken(item, language) })),
      language,
    ),
    plot: layout.box,
    marks: [
      ...head.marks,
      ...baseOf(field),
      ...timeMarks(field, width, language),
      ...notes.marksAt(field),
      ...layout.marks,
      ...items.flatMap((item, index) => {
        const row = layout.rows[index];
        return row ? withFigure(drawItem(item, row, field), item.name, item.figure) : [];
      }),
    ],
    cursor: rowCursor(spec.title, layout.rows, (index) => {
      const item = items[index];
      return {
        x: item === undefined ? field.box.x : held(field, monthOf(item.start)),
        label: item === undefined ? '' : `${item.name}: ${spoken(item, language)}`,
        ...(item?.figure === undefined ? {} : { figure: item.figure }),
      };
    }),
    handles: items.flatMap((item, index) => {
      const row = layout.rows[index];
      return row && item.move ? [handleOf(item, item.move, row, field)] : [];
    }),
  };
}

/** Names and dates of all items, and where they stood before where some have been moved. */
export function tableOfTimeline(spec: TimelineSpec, language: Language): DataTable {
  const isMoved = spec.items.some((item) => rowOf(item).isAccent);
  return {
    header: [
      spec.itemName ?? spec.title,
      ...(isMoved ? [translate(language, 'chart.table.before')] : []),
      translate(language, 'chart.table.start'),
      translate(language, 'chart.table.range80Of'),
    ],
    rows: spec.items.map((item) => [
      item.name,
      ...(isMoved ? [formatMonth(item.before ?? item.start, language)] : []),
      figureCell(formatMonth(item.start, language), item.figure),
      item.low === undefined || item.high === undefined
        ? ''
        : `${formatMonth(item.low, language)} … ${formatMonth(item.high, language)}`,
    ]),
  };
}

function rowOf({ name, before, start, move }: TimelineItem): NamedRow & { readonly isAccent: boolean } {
  return { name, isAccent: before !== undefined && before !== start, canMove: move !== undefined };
}

function spoken(item: TimelineItem, language: Language): string {
  const start = formatMonth(item.start, language);
  if (item.low === undefined || item.high === undefined) return start;
  const [low = '', high = ''] = [item.low, item.high].map((day) => formatMonth(day, language));
  return translate(language, 'chart.opens', { start, low, high });
}

/** Place across of a month, held within the field. */
function held(field: Field, month: number): number {
  const { box } = field;
  return Math.max(box.x, Math.min(box.x + box.width, xOf(field, month)));
}

function baseOf({ box }: Field): Mark[] {
  const y = box.y + box.height;
  return [{ kind: 'line', x1: box.x, y1: y, x2: box.x + box.width, y2: y, stroke: 'baseline' }];
}

function drawItem(item: TimelineItem, { y }: RowPlace, field: Field): Mark[] {
  const { box } = field;
  const { start, low, high, before, end, texts, move } = item;
  const isMoved = rowOf(item).isAccent;
  const from = held(field, monthOf(start));
  const to = end === undefined ? box.x + box.width : held(field, monthOf(end));
  const stood = before === undefined || !isMoved ? from : held(field, monthOf(before));
  const rangeStart = low === undefined ? from : held(field, monthOf(low));
  const rangeEnd = high === undefined ? from : held(field, monthOf(high));
  const colour = isMoved ? ('accent' as const) : ('bar' as const);
  const edge = isMoved ? ('accent' as const) : ('ink' as const);
  const upper = { y: y - BAR / 2, height: BAR };
  const gripX = Math.max(box.x, from - GRIP / 2);
  const grip = { y: y - BAR / 2 - 2, height: BAR + 4 };
  return [
    ...(stood === from ? [] : outline(Math.min(stood, from), Math.max(stood, from), y)),
    {
      kind: 'rect',
      x: from,
      ...upper,
      width: Math.max(1, to - from),
      fill: colour,
      fillOpacity: 0.35,
    },
    ...(low === undefined || high === undefined
      ? []
      : [
          {
            kind: 'line' as const,
            x1: rangeStart,
            y1: y,
            x2: rangeEnd,
            y2: y,
            stroke: 'ink' as const,
            strokeWidth: 1.25,
          },
        ]),
    ...(move === undefined
      ? [{ kind: 'rect' as const, x: from - 1, ...upper, width: 3, fill: edge }]
      : [
          { kind: 'rect' as const, x: gripX, ...grip, width: GRIP, fill: edge },
          {
            kind: 'line' as const,
            x1: gripX + GRIP / 2,
            y1: y - 4,
            x2: gripX + GRIP / 2,
            y2: y + 4,
            stroke: 'ground' as const,
          },
        ]),
    ...besideRange(texts ?? [], y, Math.min(rangeStart, stood, from), Math.max(from, rangeEnd), to, box),
  ];
}

/** From where it stood to where it stands. */
function outline(from: number, to: number, y: number): Mark[] {
  const [top, bottom] = [y - BAR / 2, y + BAR / 2];
  const dash = [3, 3] as const;
  return [
    { kind: 'line', x1: from, y1: top, x2: to, y2: top, stroke: 'baseline', dash },
    { kind: 'line', x1: from, y1: bottom, x2: to, y2: bottom, stroke: 'baseline', dash },
    { kind: 'line', x1: from, y1: top, x2: from, y2: bottom, stroke: 'baseline', strokeWidth: 2 },
  ];
}

/** The fullest text that fits beside the range: to its right, within the bar, or else to its left. */
function besideRange(
  texts: readonly string[],
  y: number,
  left: number,
  right: number,
  to: number,
  box: Box,
): Mark[] {
  const [before, after] = [left - TEXT_GAP - box.x, to - right - TEXT_GAP];
  const fitting = texts.find((text) => textWidth(text, TEXT_SIZE) <= Math.max(before, after));
  if (fitting === undefined) return [];
  return textWidth(fitting, TEXT_SIZE) <= after
    ? [textMark(fitting, right + TEXT_GAP, y, 'ink')]
    : [{ ...textMark(fitting, left - TEXT_GAP, y, 'ink'), anchor: 'end' }];
}

/** The bar as a whole, with room around its start: a short one must still be found. */
function handleOf(item: TimelineItem, move: TimelineMove, { y }: RowPlace, field: Field): Handle {
  const { box, from, to } = field;
  const start = held(field, monthOf(item.start));
  const end = item.end === undefined ? box.x + box.width : held(field, monthOf(item.end));
  const x = Math.min(start, box.x + box.width - HANDLE / 2) - HANDLE / 2;
  return {
    id: item.id,
    x,
    y: y - HANDLE / 2,
    width: Math.max(HANDLE, end - x),
    height: HANDLE,
    label: item.name,
    said: move.said,
    months: move.months,
    most: move.most,
    monthWidth: box.width / Math.max(1, to - from),
  };
}
