import type { Screen } from '../src/show/screen.ts';
import { renderTable } from '../src/show/table.ts';
import type { Column } from '../src/show/table.ts';
import type { LoadSize } from './browser-size.ts';
import type { Part } from './measurement.ts';
import type { Report, Row } from './report.ts';
import type { SamplingComparison } from './sobol.ts';
import type { Spread } from './spread.ts';

const TITLES: Partial<Record<Part, string>> = {
  small: 'The common small model: 71 operations a step, 24 quarters, kernels alone',
  whole: 'The whole model',
  scaling: 'Cost against model size, draws and months: the small model with more of each, kernels alone',
  workers: 'The whole forecast with all its fans, sampling included',
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
  if (report.sampling !== null) blocks.push(samplingTable(report.sampling, screen));
  if (report.sizes.length > 0) blocks.push(sizesTable(report.sizes, screen));
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
        right('ms in all'),
        right('× C'),
        right('Peak MB'),
        right('Largest difference'),
      ],
      groups: parts.map((part) => ({
        title: TITLES[part] ?? part,
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
            row.part === 'workers' ? short(row.milliseconds) : '',
            row.ratioToC === null ? '' : short(row.ratioToC),
            grouped(row.peakMemoryMB),
            difference(row.largestDifference),
          ]),
      })),
    },
    screen,
  );
}

function samplingTable({ errors, ...sizes }: SamplingComparison, screen: Screen): string {
  return renderTable(
    {
      columns: [
        { title: `Root mean square error over ${sizes.replicates} seeds` },
        { title: 'Quantile' },
        right(`of ${grouped(sizes.referenceDraws)} plain draws`),
        right(`error of ${grouped(sizes.sobolDraws)} Sobol draws`),
        right(`error of ${grouped(sizes.plainDraws)} plain draws`),
        right('Sobol / plain'),
      ],
      groups: [
        {
          rows: errors.map(({ figure, unit, quantile, reference, sobolError, plainError, ratio }) => [
            `${figure} (${unit})`,
            quantile.toUpperCase(),
            short(reference),
            short(sobolError),
            short(plainError),
            ratio === null ? '' : short(ratio),
          ]),
        },
      ],
    },
    screen,
  );
}

function sizesTable(sizes: readonly LoadSize[], screen: Screen): string {
  return renderTable(
    {
      columns: [{ title: 'What a page loads' }, right('kB'), right('kB gzip')],
      groups: [
        {
          rows: sizes.map(({ name, bytes, gzipBytes }) => [
            name,
            short(bytes / 1000),
            short(gzipBytes / 1000),
          ]),
        },
      ],
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
