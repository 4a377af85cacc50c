import type { Screen } from '../src/show/screen.ts';
import { renderTable } from '../src/show/table.ts';
import type { LoadSize } from './browser-size.ts';
import type { Part } from './measurement.ts';
import type { Report, Row } from './report.ts';
import type { SamplingComparison } from './sobol.ts';
import type { Spread } from './spread.ts';
import { renderTargets } from './render-targets.ts';
import { grouped, range, right, short } from './render-cells.ts';
import { labelOf, onModel } from './whole-models.ts';
import type { ModelSize } from './whole-models.ts';

const TITLES: Partial<Record<Part, string>> = {
  small: 'The common small model: 71 operations a step, 24 quarters, kernels alone',
  whole: 'The whole model, one thread',
  scaling: 'Cost against model size, draws and months: the small model with more of each, kernels alone',
  workers: 'The whole forecast with all its fans, sampling included',
  start: 'The program as it is started, from nothing to its answer on the screen',
};

/** The report as tables of plain text. */
export function renderReport(report: Report, screen: Screen): string {
  const { machine, models, rows, targets, stages, ratios, missing } = report;
  const blocks = [
    `Scenario ${report.scenario}; medians of ${report.repeats} repeats, each in a fresh process.\n` +
      `${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
  ];
  if (rows.length > 0) blocks.push(drawsTable(rows, models, screen));
  blocks.push(...missing);
  blocks.push(...renderTargets(targets, models, screen));
  blocks.push(...report.sampling.map((compared) => samplingTable(compared, screen)));
  if (report.sizes.length > 0) blocks.push(sizesTable(report.sizes, screen));
  if (stages.length > 0) blocks.push(figures('Stage', 'ms', stages, models, screen));
  if (ratios.length > 0) blocks.push(figures('Ratio', '×', ratios, models, screen));
  return blocks.join('\n\n');
}

function drawsTable(rows: readonly Row[], models: readonly ModelSize[], screen: Screen): string {
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
      groups: parts.flatMap((part) =>
        perModel(
          rows.filter((row) => row.part === part),
          ({ workload }) => workload,
          models,
        ).map(({ model, found }) => ({
          title: [TITLES[part] ?? part, ...(model === undefined ? [] : [describe(model)])].join('; '),
          rows: found.map(({ name, item: row }) => [
            row.operations === null ? name : `${name}; ${grouped(row.operations)} operations`,
            row.engine === 'none' ? '' : row.engine,
            row.precision,
            String(row.workers),
            grouped(row.draws),
            row.outputs === 0 ? '' : grouped(row.outputs),
            short(row.microsecondsPerDraw),
            range({ low: row.microsecondsPerDrawLow, high: row.microsecondsPerDrawHigh }),
            short(row.coldMicrosecondsPerDraw),
            ['workers', 'start'].includes(row.part) ? short(row.milliseconds) : '',
            row.ratioToC === null ? '' : short(row.ratioToC),
            grouped(row.peakMemoryMB),
            difference(row.largestDifference),
          ]),
        })),
      ),
    },
    screen,
  );
}

function samplingTable({ model, errors, ...sizes }: SamplingComparison, screen: Screen): string {
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
          title: `${model.charAt(0).toUpperCase()}${model.slice(1)}`,
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

function figures(
  title: string,
  unit: string,
  all: readonly Spread[],
  models: readonly ModelSize[],
  screen: Screen,
): string {
  return renderTable(
    {
      columns: [{ title }, right(unit), right('lowest–highest')],
      groups: perModel(all, ({ name }) => name, models).map(({ model, found }) => ({
        ...(model === undefined ? {} : { title: `Whole model, ${labelOf(model)}` }),
        rows: found.map(({ name, item }) => [name, short(item.median), range(item)]),
      })),
    },
    screen,
  );
}

/** Those on no whole model, then those on each; what has none is left out. */
function perModel<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  models: readonly ModelSize[],
): { readonly model: ModelSize | undefined; readonly found: ReturnType<typeof onModel<T>> }[] {
  return [undefined, ...models]
    .map((model) => ({ model, found: onModel(items, nameOf, model) }))
    .filter(({ found }) => found.length > 0);
}

function describe(model: ModelSize): string {
  return `${labelOf(model)}, ${model.buyers} buyers, ${model.months} months, ${grouped(model.inputs)} inputs`;
}

function difference(value: number | null): string {
  if (value === null) return '';
  return value === 0 ? 'none' : value.toExponential(0);
}
