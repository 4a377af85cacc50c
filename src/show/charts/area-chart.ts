import { formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { axes, GUTTER_GAP } from './axes.ts';
import type { AreaSpec } from './chart-spec.ts';
import { seriesRole } from './chart-theme.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead } from './frame.ts';
import { listSummary } from './list-summary.ts';
import type { MarginLabel } from './margin-labels.ts';
import { heightOfLabels, LABEL_GAP, layMargin, marginFor } from './margin-labels.ts';
import { numberOnLine, pinLook } from './pin-look.ts';
import { bandPath, heldY, lastKnown, linePath, xOf } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Box, Scene } from './scene.ts';
import { monthsOf } from './time-axis.ts';
import { valueAxis } from './value-axis.ts';

const AXIS_ROOM = 22;
const TOP_ROOM = 8;
const MOST_MARGIN = 0.4;
const FILL = 0.82;

/** Layers on one another, each named with its last value at the right, the sum above them. */
export function areaScene(spec: AreaSpec, frame: Frame): Scene {
  const { width, language } = frame;
  const { layers, format, times } = spec;
  const pins = (spec.totals ?? []).flatMap(({ number, ...pin }) =>
    number === undefined ? [] : [{ ...pin, number, ...pinLook(number) }],
  );
  const head = layHead(spec, frame);
  const tops = stack(spec);
  const top = tops.at(-1) ?? new Float64Array(times.length);
  const last = times.length - 1;
  const total = format.figure(top[last] ?? NaN);
  const highest = Math.max(
    0,
    ...top,
    ...pins.flatMap(({ values }) => Array.from(values).filter(Number.isFinite)),
  );
  const axis = valueAxis(0, highest, 4, format.tick ?? format.figure);
  const labelsAt = (middle: (layer: number) => number, at: (value: number) => number): MarginLabel[] => [
    {
      y: at(top[last] ?? 0) - 8,
      lines: [{ text: translate(language, 'chart.total', { value: total }), fill: 'ink', bold: true }],
    },
    ...layers
      .map(({ name, values }, layer) => ({
        y: middle(layer),
        swatch: seriesRole(layer),
        // Words in ink: not every colour of a layer can be read as text.
        lines: [{ text: `${name} ${format.figure(values[last] ?? NaN)}`, fill: 'ink' as const }],
      }))
      .toReversed(),
    ...pins.flatMap(({ name, number, values, colour }): MarginLabel[] => {
      const end = lastKnown(values);
      if (end < 0) return [];
      const value = values[end] ?? NaN;
      const figure = translate(language, 'chart.total', { value: format.figure(value) });
      return [
        {
          y: at(value),
          number,
          swatch: colour,
          lines: [
            { text: name, fill: 'ink', bold: true },
            { text: figure, fill: 'secondary' },
          ],
        },
      ];
    }),
  ];
  const unplaced = labelsAt(
    () => 0,
    () => 0,
  );
  const margin = marginFor(unplaced, width * MOST_MARGIN);
  const left = Math.ceil(axis.gutter) + GUTTER_GAP;
  const y = head.bottom + TOP_ROOM;
  const usual = Math.round(Math.min(340, Math.max(200, width * 0.42)));
  const height = frame.height ?? y + Math.max(usual, heightOfLabels(unplaced, margin)) + AXIS_ROOM;
  const box: Box = {
    x: left,
    y,
    width: Math.max(24, width - left - margin - LABEL_GAP),
    height: Math.max(24, height - y - AXIS_ROOM),
  };
  const months = monthsOf(times);
  const place = { box, from: months[0] ?? 0, to: months[last] ?? 0 };
  const plot: Plot = { ...place, axis, xs: months.map((month) => xOf(place, month)) };
  const floorOf = (layer: number): Float64Array => tops[layer - 1] ?? new Float64Array(times.length);
  const middleOf = (layer: number): number =>
    heldY(plot, ((floorOf(layer)[last] ?? 0) + (tops[layer]?.[last] ?? 0)) / 2);
  return {
    width,
    height,
    summary: listSummary(
      spec.title,
      layers.map(({ name, values }) => ({ name, text: format.figure(values[last] ?? NaN) })),
      language,
    ),
    plot: box,
    marks: [
      ...head.marks,
      ...axes(plot, frame),
      ...layers.flatMap((_, layer) => {
        const edge = tops[layer] ?? top;
        return [
          ...bandPath(plot, floorOf(layer), edge, seriesRole(layer), FILL),
          linePath(plot, edge, { stroke: 'ground', strokeWidth: 1 }),
        ];
      }),
      // On a ground of their own: a line may be of the colour that it runs over.
      ...pins.flatMap(({ values, colour, dash, number }) => [
        linePath(plot, values, { stroke: 'ground', strokeWidth: 4 }),
        linePath(plot, values, { stroke: colour, strokeWidth: 2, dash }),
        ...numberOnLine(number, values, colour, plot),
      ]),
      ...layMargin(
        labelsAt(middleOf, (value) => heldY(plot, value)),
        box.x + box.width + LABEL_GAP,
        margin,
        box.y - TOP_ROOM,
        box.y + box.height + 6,
      ),
    ],
    cursor: {
      series: [...layers, ...pins].map(({ name }) => name),
      along: 'right',
      count: () => times.length,
      at: (layer, index) => {
        const found = layers[layer] ?? pins[layer - layers.length];
        const value = found?.values[index];
        if (found === undefined || value === undefined || !Number.isFinite(value)) return undefined;
        const figure = 'figures' in found ? found.figures?.[index] : undefined;
        return {
          x: plot.xs[index] ?? NaN,
          y: heldY(plot, tops[layer]?.[index] ?? value),
          label: translate(language, 'chart.point', {
            series: found.name,
            time: formatMonth(times[index] ?? '', language),
            value: format.figure(value),
          }),
          ...(figure === undefined || figure === '' ? {} : { figure }),
        };
      },
    },
    handles: [],
  };
}

/** One row for each time, one column for each layer. */
export function tableOfArea({ times, layers, format, totals = [] }: AreaSpec, language: Language): DataTable {
  return {
    header: [
      translate(language, 'chart.table.time'),
      ...layers.map(({ name }) => name),
      ...totals.map(({ name }) => translate(language, 'chart.table.total', { series: name })),
    ],
    rows: times.map((time, index) => [
      formatMonth(time, language),
      ...layers.map(({ values, figures }) =>
        figureCell(format.figure(values[index] ?? NaN), figures?.[index]),
      ),
      ...totals.map(({ values }) =>
        Number.isFinite(values[index]) ? format.figure(values[index] ?? NaN) : '',
      ),
    ]),
  };
}

/** Upper edge of every layer. */
function stack({ layers, times }: AreaSpec): Float64Array[] {
  const sum = new Float64Array(times.length);
  return layers.map(({ values }) => {
    for (let index = 0; index < sum.length; index++) sum[index]! += values[index] ?? 0;
    return sum.slice();
  });
}
