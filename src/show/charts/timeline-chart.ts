import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { timeMarks } from './axes.ts';
import { TEXT_SIZE } from './chart-font.ts';
import type { TimelineItem, TimelineSpec } from './chart-spec.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { layNotes } from './plot-notes.ts';
import { xOf } from './plot.ts';
import { layRows, rowCursor, withFigure } from './row-layout.ts';
import type { RowPlace } from './row-layout.ts';
import type { Box, Handle, Mark, Scene } from './scene.ts';
import { cutText, textWidth } from './text-measure.ts';
import { monthOf } from './time-axis.ts';

const BAR = 14;
const AXIS_ROOM = 24;
/** A finger or a pointer must find a handle (WCAG 2.2, target size). */
const HANDLE = 24;
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
      return row && item.canMove ? [handleOf(item, row, field, language)] : [];
    }),
  };
}

/** Names and dates of all items. */
export function tableOfTimeline(spec: TimelineSpec, language: Language): DataTable {
  return {
    header: [
      spec.title,
      translate(language, 'chart.table.start'),
      translate(language, 'chart.table.range80Of'),
    ],
    rows: spec.items.map((item) => [
      item.name,
      formatMonth(item.start, language),
      item.low === undefined || item.high === undefined
        ? ''
        : `${formatMonth(item.low, language)} … ${formatMonth(item.high, language)}`,
    ]),
  };
}

function rowOf({ name, before, start }: TimelineItem): { readonly name: string; readonly isAccent: boolean } {
  return { name, isAccent: before !== undefined && before !== start };
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
  const { start, low, high, before, end, text } = item;
  const isMoved = rowOf(item).isAccent;
  const from = held(field, monthOf(start));
  const to = end === undefined ? box.x + box.width : held(field, monthOf(end));
  const wide = text === undefined ? 0 : textWidth(text, TEXT_SIZE);
  const rangeEnd = high === undefined ? from : held(field, monthOf(high));
  // Beside the range where the bar has room for it, else to the left of all.
  const textStart = Math.max(from, rangeEnd) + TEXT_GAP;
  const rangeStart = low === undefined ? from : held(field, monthOf(low));
  const hasRoom = textStart + wide <= to;
  const bar = isMoved ? ('accent' as const) : ('bar' as const);
  return [
    {
      kind: 'rect',
      x: from,
      y: y - BAR / 2,
      width: Math.max(1, to - from),
      height: BAR,
      fill: bar,
      fillOpacity: 0.35,
    },
    { kind: 'rect', x: from - 1, y: y - BAR / 2, width: 3, height: BAR, fill: isMoved ? 'accent' : 'ink' },
    ...(before === undefined || !isMoved
      ? []
      : [
          {
            kind: 'line' as const,
            x1: held(field, monthOf(before)),
            y1: y - BAR / 2,
            x2: held(field, monthOf(before)),
            y2: y + BAR / 2,
            stroke: 'baseline' as const,
            strokeWidth: 2,
          },
        ]),
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
    ...(text === undefined
      ? []
      : hasRoom
        ? [textMark(text, textStart, y, 'ink')]
        : [
            {
              ...textMark(
                cutText(text, rangeStart - TEXT_GAP - box.x, TEXT_SIZE),
                Math.min(rangeStart, from) - TEXT_GAP,
                y,
                'ink',
              ),
              anchor: 'end' as const,
            },
          ]),
  ];
}

function handleOf(item: TimelineItem, { y }: RowPlace, field: Field, language: Language): Handle {
  const { box, from, to } = field;
  return {
    id: item.id,
    x: held(field, monthOf(item.start)) - HANDLE / 2,
    y: y - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
    label: `${item.name}: ${spoken(item, language)}`,
    monthAt: (x) => Math.max(from, Math.min(to, from + ((x - box.x) / box.width) * (to - from))),
  };
}
