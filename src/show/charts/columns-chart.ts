import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { GUTTER_GAP, valueLines } from './axes.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { ColumnsSpec } from './chart-spec.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { listSummary } from './list-summary.ts';
import { LABEL_GAP, layMargin, marginFor } from './margin-labels.ts';
import type { MarginLabel } from './margin-labels.ts';
import { yOf } from './plot.ts';
import type { Box, Mark, Scene } from './scene.ts';
import { textWidth } from './text-measure.ts';
import { valueAxis } from './value-axis.ts';

const FOOT = 2 * LINE_HEIGHT + 8;
/** Between columns, as a share of the room of each. */
const AIR = 0.18;
const LEAST_TITLE_GAP = 6;

/** Upright bars side by side with their names below, as of a histogram. */
export function columnsScene(spec: ColumnsSpec, frame: Frame): Scene {
  const { width, language } = frame;
  const { columns, format, level } = spec;
  const head = layHead(spec, frame);
  const height = frame.height ?? head.bottom + Math.round(Math.min(240, Math.max(170, width * 0.36)));
  const axis = valueAxis(
    0,
    Math.max(level?.value ?? 0, ...columns.map(({ value }) => value)),
    3,
    format.tick ?? format.figure,
  );
  const labels = (y: number): MarginLabel[] =>
    level === undefined ? [] : [{ y, lines: [{ text: level.label, fill: 'secondary' }] }];
  const margin = marginFor(labels(0), width * 0.3);
  const left = Math.ceil(axis.gutter) + GUTTER_GAP;
  const box: Box = {
    x: left,
    y: head.bottom + 6,
    width: Math.max(24, width - left - (margin === 0 ? 8 : margin + LABEL_GAP)),
    height: Math.max(24, height - head.bottom - 6 - FOOT),
  };
  const plot = { box, axis };
  const foot = box.y + box.height;
  const step = box.width / Math.max(1, columns.length);
  const middleOf = (index: number): number => box.x + (index + 0.5) * step;
  const ticks = columns.flatMap(({ name, tick = name }, index) => (tick === '' ? [] : [{ tick, index }]));
  const widest = Math.max(0, ...ticks.map(({ tick }) => textWidth(tick, TEXT_SIZE)));
  const apart = step * ((ticks[1]?.index ?? 1) - (ticks[0]?.index ?? 0));
  // Where names would touch, every second, third … is written.
  const every = Math.max(1, Math.ceil((widest + LEAST_TITLE_GAP) / apart));
  const written = new Map(
    ticks.filter((_, position) => position % every === 0).map(({ index, tick }) => [index, tick]),
  );
  return {
    width,
    height,
    summary: listSummary(
      spec.title,
      columns.map(({ name, value }) => ({ name, text: format.figure(value) })),
      language,
    ),
    plot: box,
    marks: [
      ...head.marks,
      ...valueLines(plot),
      ...columns.flatMap(({ value }, index): Mark[] => {
        const y = yOf(plot, value);
        const tick = written.get(index);
        return [
          {
            kind: 'rect',
            x: middleOf(index) - (step * (1 - AIR)) / 2,
            y,
            width: step * (1 - AIR),
            height: foot - y,
            fill: 'bar',
          },
          ...(tick === undefined
            ? []
            : [
                {
                  ...textMark(tick, middleOf(index), foot + 4 + LINE_HEIGHT / 2, 'secondary'),
                  anchor: 'middle' as const,
                },
              ]),
        ];
      }),
      ...(level === undefined
        ? []
        : [
            {
              kind: 'line' as const,
              x1: box.x,
              y1: yOf(plot, level.value),
              x2: box.x + box.width,
              y2: yOf(plot, level.value),
              stroke: 'ink' as const,
              dash: [2, 3] as const,
            },
            ...layMargin(
              labels(yOf(plot, level.value)),
              box.x + box.width + LABEL_GAP,
              margin,
              box.y,
              height,
            ),
          ]),
      {
        ...textMark(spec.across, box.x + box.width / 2, foot + 6 + LINE_HEIGHT * 1.5, 'secondary'),
        anchor: 'middle',
      },
    ],
    cursor: {
      series: [spec.title],
      along: 'right',
      count: () => columns.length,
      at: (_, index) => {
        const column = columns[index];
        return (
          column && {
            x: middleOf(index),
            y: yOf(plot, column.value),
            label: `${column.name}: ${format.figure(column.value)}`,
          }
        );
      },
    },
    handles: [],
  };
}

/** Names and heights of all columns. */
export function tableOfColumns(spec: ColumnsSpec, language: Language): DataTable {
  return {
    header: [spec.across, translate(language, 'chart.table.value')],
    rows: spec.columns.map(({ name, value }) => [name, spec.format.figure(value)]),
  };
}
