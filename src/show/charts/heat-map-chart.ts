import { formatQuarter, quarterHead } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { HeatMapSpec } from './chart-spec.ts';
import { heatRoles } from './chart-theme.ts';
import { figureCell } from './data-table.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import { layHead, textMark } from './frame.ts';
import { largestRow, runsOfLargest } from './largest-runs.ts';
import type { Box, Mark, Scene } from './scene.ts';
import { cutText, textWidth, wrapText } from './text-measure.ts';

const LEAST_CELL = 36;
const MOST_CELL = 72;
const CELL_HEIGHT = 28;
/** Where there is room to fill. */
const MOST_CELL_HEIGHT = 44;
/** Between cells, in the colour of the ground. */
const AIR = 1;
const LABEL_SHARE = 0.34;
const LABEL_GAP = 10;
const HEAD = 2 * LINE_HEIGHT + 4;
const BLOCK_GAP = 14;

/**
 * Numbers in cells whose ground deepens with the value. The largest of each quarter is framed and bold, and told in words
 * below, so that shade is never the only sign. Quarters that do not fit beside continue below in even blocks.
 */
export function heatMapScene(spec: HeatMapSpec, frame: Frame): Scene {
  const { language, width } = frame;
  const { rows, quarters } = spec;
  const head = layHead(spec, frame);
  const widest = Math.max(0, ...rows.map(({ name }) => textWidth(name, TEXT_SIZE)));
  const label = Math.min(width * LABEL_SHARE, Math.ceil(widest));
  const left = label + LABEL_GAP;
  const fits = Math.max(1, Math.floor((width - left) / LEAST_CELL));
  const blocks = Math.max(1, Math.ceil(quarters.length / fits));
  // Even blocks: ten quarters and two look like an accident, six and six do not.
  const perBlock = Math.ceil(quarters.length / blocks);
  const cell = Math.min(MOST_CELL, (width - left) / perBlock);
  const told = wrapText(largestText(spec, language), width, TEXT_SIZE);
  const room = (frame.height ?? 0) - head.bottom - 8 - told.length * LINE_HEIGHT + BLOCK_GAP;
  const rowHeight = Math.max(
    CELL_HEIGHT,
    Math.min(MOST_CELL_HEIGHT, (room / blocks - HEAD - BLOCK_GAP) / Math.max(1, rows.length)),
  );
  const blockHeight = HEAD + rows.length * rowHeight + BLOCK_GAP;
  const placeOf = (row: number, column: number): { x: number; y: number } => ({
    x: left + (column % perBlock) * cell,
    y: head.bottom + Math.floor(column / perBlock) * blockHeight + HEAD + row * rowHeight,
  });
  const foot = head.bottom + blocks * blockHeight - BLOCK_GAP + 8;
  return {
    width,
    height: foot + told.length * LINE_HEIGHT,
    summary: translate(language, 'chart.summary', { title: spec.title, parts: largestText(spec, language) }),
    plot: { x: left, y: head.bottom + HEAD, width: cell * perBlock, height: foot - head.bottom - HEAD },
    marks: [
      ...head.marks,
      ...quarters.flatMap((_, column) => columnHead(spec, column, perBlock, placeOf(0, column), cell)),
      ...Array.from({ length: blocks }, (_, block) =>
        rows.map(({ name }, row) =>
          textMark(
            cutText(name, label, TEXT_SIZE),
            0,
            placeOf(row, block * perBlock).y + rowHeight / 2,
            'ink',
          ),
        ),
      ).flat(),
      ...quarters.flatMap((_, column) =>
        rows.flatMap((__, row) =>
          cellMarks(spec, row, column, { ...placeOf(row, column), width: cell, height: rowHeight }),
        ),
      ),
      ...told.map((line, index) => textMark(line, 0, foot + (index + 0.5) * LINE_HEIGHT, 'secondary')),
    ],
    cursor: {
      series: rows.map(({ name }) => name),
      along: 'right',
      count: () => quarters.length,
      at: (row, column) => {
        const value = spec.values[row]?.[column];
        if (value === undefined || !Number.isFinite(value)) return undefined;
        const { x, y } = placeOf(row, column);
        const figure = rows[row]?.figures?.[column];
        return {
          x: x + cell / 2,
          y: y + rowHeight / 2,
          label: translate(language, 'chart.point', {
            series: rows[row]?.name ?? '',
            time: formatQuarter(quarters[column] ?? '', language),
            value: textOf(spec, value),
          }),
          ...(figure === undefined ? {} : { figure }),
        };
      },
    },
    handles: [],
  };
}

/** One row for each row of the map, one column for each quarter. */
export function tableOfHeatMap(spec: HeatMapSpec, language: Language): DataTable {
  return {
    header: [spec.title, ...spec.quarters.map((quarter) => formatQuarter(quarter, language))],
    rows: spec.rows.map(({ name, figures }, row) => [
      name,
      ...spec.quarters.map((_, column) => {
        const value = spec.values[row]?.[column] ?? NaN;
        return figureCell(textOf(spec, value), Number.isFinite(value) ? figures?.[column] : undefined);
      }),
    ]),
  };
}

/** Year where it begins, and quarter. */
function columnHead(
  { quarters }: HeatMapSpec,
  column: number,
  perBlock: number,
  { x, y }: { readonly x: number; readonly y: number },
  cell: number,
): Mark[] {
  const quarter = quarters[column] ?? '';
  const isFirst = column % perBlock === 0;
  const isNewYear = isFirst || quarters[column - 1]?.slice(0, 4) !== quarter.slice(0, 4);
  // A year that begins with the last column of a block would stand beyond it.
  const year: Mark[] = isNewYear
    ? [textMark(quarter.slice(0, 4), x + 3, y - LINE_HEIGHT * 1.5 - 2, 'secondary')]
    : [];
  return [
    ...year,
    {
      ...textMark(quarterHead(quarter, quarter), x + cell / 2, y - LINE_HEIGHT / 2 - 2, 'secondary'),
      anchor: 'middle',
    },
  ];
}

function cellMarks(spec: HeatMapSpec, row: number, column: number, { x, y, width, height }: Box): Mark[] {
  const value = spec.values[row]?.[column] ?? NaN;
  const roles = heatRoles(Number.isFinite(value) ? value / (spec.full ?? 100) : 0);
  const isLargest = largestRow(spec, column) === row;
  return [
    {
      kind: 'rect',
      x: x + AIR,
      y: y + AIR,
      width: width - 2 * AIR,
      height: height - 2 * AIR,
      fill: roles.ground,
      ...(isLargest ? { stroke: 'ink' as const, strokeWidth: 1.25 } : {}),
    },
    {
      ...textMark(textOf(spec, value), x + width / 2, y + height / 2, roles.text),
      anchor: 'middle',
      ...(isLargest ? { bold: true } : {}),
    },
  ];
}

function textOf({ format }: HeatMapSpec, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return format === undefined ? String(Math.round(value)) : format(value);
}

/** Which row is the largest from when to when. */
function largestText(spec: HeatMapSpec, language: Language): string {
  const runs = runsOfLargest(spec).map(({ row, from, to }) => {
    const [start = '', end = ''] = [from, to].map((column) =>
      formatQuarter(spec.quarters[column] ?? '', language),
    );
    const told = { name: spec.rows[row]?.name ?? '', start, end };
    return from === to
      ? translate(language, 'chart.largest.one', told)
      : translate(language, 'chart.largest.run', told);
  });
  return translate(language, 'chart.largest', { runs: runs.join(translate(language, 'chart.list.join')) });
}
