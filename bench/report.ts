import { cpus } from 'node:os';
import { quantile } from '../src/engine/index.ts';
import { renderTable } from '../src/show/table.ts';
import type { Screen } from '../src/show/screen.ts';
import type { Engine, Measurement } from './measure.ts';

/** Middle of the repeats, with the lowest and the highest. */
export interface Spread {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One case over all repeats. */
export interface Row {
  readonly workload: string;
  readonly engine: Engine;
  readonly precision: 'f64';
  readonly workers: number;
  readonly draws: number;
  readonly outputs: number;
  readonly microsecondsPerDraw: number;
  readonly microsecondsPerDrawLow: number;
  readonly microsecondsPerDrawHigh: number;
  readonly coldMicrosecondsPerDraw: number;
  readonly drawsPerSecond: number;
  /** Its time over that of the emitted C on the same workload, repeat by repeat; null where C was not measured. */
  readonly ratioToC: number | null;
  readonly peakMemoryMB: number;
}

export interface Report {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly scenario: string;
  readonly repeats: number;
  readonly rows: readonly Row[];
  /** Milliseconds. */
  readonly stages: readonly Spread[];
  readonly ratios: readonly Spread[];
  /** What could not be measured here, and why. */
  readonly notes: readonly string[];
}

type Find = (workload: string, engine?: Engine) => Measurement;

/** How far the default engine is from what the processor can do on the same work. */
const RATIO_TO_C = 'WebAssembly / C';

const RATIOS: readonly (readonly [name: string, of: (found: Find) => number])[] = [
  [RATIO_TO_C, (found) => found('kernel').warm / found('kernel', 'c').warm],
  ['JavaScript / WebAssembly', (found) => found('kernel', 'javascript').warm / found('kernel').warm],
  [
    'interpreter / JavaScript',
    (found) => found('kernel', 'interpreter').warm / found('kernel', 'javascript').warm,
  ],
  ['first draws / warm draws', (found) => found('kernel').cold / found('kernel').warm],
  [
    'first draws / warm draws, JavaScript',
    (found) => found('kernel', 'javascript').cold / found('kernel', 'javascript').warm,
  ],
  ['one output / the forecast’s', (found) => found('kernel, one output').warm / found('kernel').warm],
  ['all outputs / the forecast’s', (found) => found('kernel, all outputs').warm / found('kernel').warm],
  ['sampling / kernel', (found) => found('sampling', 'none').warm / found('kernel').warm],
  ['whole forecast / kernel', (found) => found('forecast').warm / found('kernel').warm],
];

/** Gathers repeats, `repeats[repeat]` holding one measurement of each case. */
export function gather(
  repeats: readonly (readonly Measurement[])[],
  scenario: string,
  notes: readonly string[] = [],
): Report {
  const hasC = repeats.flat().some(({ engine }) => engine === 'c');
  const [processor] = cpus();
  return {
    machine: {
      processor: processor?.model ?? 'unknown',
      cores: cpus().length,
      node: process.version,
    },
    scenario,
    repeats: repeats.length,
    rows: (repeats[0] ?? []).map(({ workload, engine }) =>
      rowOf(
        repeats.map((measurements) => find(measurements, workload, engine)),
        repeats.flatMap((measurements) => measurements.filter((other) => isC(other, workload))),
      ),
    ),
    stages: stagesOf(repeats.flat()),
    ratios: RATIOS.filter(([name]) => hasC || name !== RATIO_TO_C).map(([name, compute]) =>
      spreadOf(
        name,
        repeats.map((measurements) =>
          compute((workload, engine = 'webassembly') => find(measurements, workload, engine)),
        ),
      ),
    ),
    notes,
  };
}

function isC({ workload, engine }: Measurement, wanted: string): boolean {
  return engine === 'c' && workload === wanted;
}

function find(measurements: readonly Measurement[], workload: string, engine: Engine): Measurement {
  const found = measurements.find(
    (measurement) => measurement.workload === workload && measurement.engine === engine,
  );
  if (found === undefined) throw new RangeError(`${workload} was not measured on ${engine}`);
  return found;
}

function rowOf(measured: readonly Measurement[], inC: readonly Measurement[]): Row {
  const warm = spreadOf(
    'warm',
    measured.map((measurement) => measurement.warm),
  );
  const { workload = '', engine = 'none', draws = 0, outputs = 0 } = measured[0] ?? {};
  return {
    workload,
    engine,
    precision: 'f64',
    workers: 1,
    draws,
    outputs,
    microsecondsPerDraw: warm.median,
    microsecondsPerDrawLow: warm.low,
    microsecondsPerDrawHigh: warm.high,
    coldMicrosecondsPerDraw: middle(measured.map(({ cold }) => cold)),
    drawsPerSecond: 1e6 / warm.median,
    ratioToC:
      inC.length === 0
        ? null
        : middle(measured.map((measurement, repeat) => measurement.warm / inC[repeat]!.warm)),
    peakMemoryMB: Math.max(...measured.map(({ peakMemoryMB }) => peakMemoryMB)),
  };
}

/** A stage measured in several cases counts every time. */
function stagesOf(measured: readonly Measurement[]): Report['stages'] {
  const times = new Map<string, number[]>();
  for (const { stages } of measured) {
    for (const [stage, milliseconds] of Object.entries(stages)) {
      times.set(stage, [...(times.get(stage) ?? []), milliseconds]);
    }
  }
  return [...times].map(([stage, values]) => spreadOf(stage, values));
}

function spreadOf(name: string, values: readonly number[]): Spread {
  return { name, median: middle(values), low: Math.min(...values), high: Math.max(...values) };
}

function middle(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/** The report as tables of plain text. */
export function renderReport(report: Report, screen: Screen): string {
  const { machine } = report;
  const spread = ({ low, high }: Pick<Spread, 'low' | 'high'>): string => `${short(low)}–${short(high)}`;
  const draws = renderTable(
    {
      columns: [
        { title: 'Workload' },
        { title: 'Engine' },
        { title: 'Draws', align: 'right' },
        { title: 'Outputs', align: 'right' },
        { title: 'µs a draw', align: 'right' },
        { title: 'lowest–highest', align: 'right' },
        { title: 'first draws', align: 'right' },
        { title: 'Draws a second', align: 'right' },
        { title: '× C', align: 'right' },
        { title: 'Peak MB', align: 'right' },
      ],
      groups: [
        {
          rows: report.rows.map((row) => [
            row.workload,
            row.engine === 'none' ? '' : row.engine,
            grouped(row.draws),
            row.outputs === 0 ? '' : grouped(row.outputs),
            short(row.microsecondsPerDraw),
            spread({ low: row.microsecondsPerDrawLow, high: row.microsecondsPerDrawHigh }),
            short(row.coldMicrosecondsPerDraw),
            grouped(row.drawsPerSecond),
            row.ratioToC === null ? '' : short(row.ratioToC),
            grouped(row.peakMemoryMB),
          ]),
        },
      ],
    },
    screen,
  );
  const figures = (title: string, unit: string, rows: readonly Spread[]): string =>
    renderTable(
      {
        columns: [{ title }, { title: unit, align: 'right' }, { title: 'lowest–highest', align: 'right' }],
        groups: [{ rows: rows.map((row) => [row.name, short(row.median), spread(row)]) }],
      },
      screen,
    );
  return [
    `Scenario ${report.scenario}; medians of ${report.repeats} repeats, each in a fresh process; 64-bit floats, one worker.`,
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}.`,
    '',
    draws,
    '',
    figures('Stage', 'ms', report.stages),
    '',
    figures('Ratio', '×', report.ratios),
    ...report.notes.flatMap((note) => ['', note]),
  ].join('\n');
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function short(value: number): string {
  return value >= 100 ? grouped(value) : value.toFixed(value >= 10 ? 1 : 2);
}
