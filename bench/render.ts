import type { Screen } from '../src/show/screen.ts';
import { renderTable } from '../src/show/table.ts';
import type { Column } from '../src/show/table.ts';
import type { Part } from './measurement.ts';
import type { Report, Row } from './report.ts';
import type { Spread } from './spread.ts';

const TITLES: Readonly<Record<Part, string>> = {
  small: 'The common small model: 71 operations a step, 24 quarters, kernels alone',
  whole: 'The whole model',
  scaling: 'Cost against model size, draws and months: the small model with more of each, kernels alone',
  workers: 'The whole forecast with all its fans',
  sobol: 'Sobol against plain draws',
  browser: 'Size in the browser',
};

/** The report as tables of plain text. */
export function renderReport(report: Report, screen: Screen): string {
  const { machine, rows, targets, stages, ratios, missing } = report;
  const blocks = [
    `Scenario ${report.scenario}; medians of ${report.repeats} repeats, each in a fresh process.\n` +
      `${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
  ];
  if (rows.length > 0) blocks.push(drawsTable(rows, screen));
  blocks.push(...missing);
  if (targets.length > 0)
    blocks.push(
      renderTable(
        {
          columns: [
            { title: 'Target' },
            right('wanted'),
            right('found'),
            right('lowest–highest'),
            { title: '' },
          ],
          groups: [
            {
              rows: targets.map(({ name, wanted, atMost, unit, median, met, ...spread }) => [
                name,
                `${atMost ? '≤' : '≥'} ${wanted} ${unit}`,
                `${short(median)} ${unit}`,
                range(spread),
                met ? 'met' : 'missed',
              ]),
            },
          ],
        },
        screen,
      ),
    );
  if (stages.length > 0) blocks.push(figures('Stage', 'ms', stages, screen));
  if (ratios.length > 0) blocks.push(figures('Ratio', '×', ratios, screen));
  return blocks.join('\n\n');
}

function drawsTable(rows: readonly Row[], screen: Screen): string {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return renderTable(
    {
      columns: [
        { title: 'Workload' },
        { title: 'Engine' },
        { title: '' },
        right('Workers'),
        right('Draws'),
        right('Outputs'),
        right('µs a draw'),
        right('lowest–highest'),
        right('first draws'),
        right('× C'),
        right('Peak MB'),
        right('Largest difference'),
      ],
      groups: parts.map((part) => ({
        title: TITLES[part],
        rows: rows
          .filter((row) => row.part === part)
          .map((row) => [
            row.operations === null ? row.workload : `${row.workload}; ${grouped(row.operations)} operations`,
            row.engine === 'none' ? '' : row.engine,
            row.precision,
            String(row.workers),
            grouped(row.draws),
            row.outputs === 0 ? '' : grouped(row.outputs),
            short(row.microsecondsPerDraw),
            range({ low: row.microsecondsPerDrawLow, high: row.microsecondsPerDrawHigh }),
            short(row.coldMicrosecondsPerDraw),
            row.ratioToC === null ? '' : short(row.ratioToC),
            grouped(row.peakMemoryMB),
            difference(row.largestDifference),
          ]),
      })),
    },
    screen,
  );
}

function figures(title: string, unit: string, rows: readonly Spread[], screen: Screen): string {
  return renderTable(
    {
      columns: [{ title }, right(unit), right('lowest–highest')],
      groups: [{ rows: rows.map((row) => [row.name, short(row.median), range(row)]) }],
    },
    screen,
  );
}

function right(title: string): Column {
  return { title, align: 'right' };
}

function range({ low, high }: Pick<Spread, 'low' | 'high'>): string {
  return `${short(low)}–${short(high)}`;
}

function difference(value: number | null): string {
  if (value === null) return '';
  return value === 0 ? 'none' : value.toExponential(0);
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Three digits that count. */
function short(value: number): string {
  if (value >= 100) return grouped(value);
  return value >= 1 || value === 0 ? value.toFixed(value >= 10 ? 1 : 2) : value.toPrecision(3);
}
