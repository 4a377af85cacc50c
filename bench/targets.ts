import type { Engine, Measurement, Precision } from './measurement.ts';
import type { CaseResult } from './report.ts';
import type { SamplingComparison } from './sobol.ts';
import { spreadOf } from './spread.ts';
import type { Spread } from './spread.ts';
import { compileStage, fansOf } from './workers-cases.ts';

/** What was wanted, and what was found. */
export interface Target extends Spread {
  readonly wanted: number;
  /** Whether less is better. */
  readonly atMost: boolean;
  readonly unit: string;
  readonly met: boolean;
}

interface Wanted {
  readonly name: string;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** The figure of one repeat; undefined where a case it needs was not measured. */
  readonly of: (find: Find) => number | undefined;
}

type Find = (
  workload: string,
  engine: Engine,
  precision?: Precision,
  workers?: number,
) => Measurement | undefined;

function ratio(above: Measurement | undefined, below: Measurement | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above.warm / below.warm;
}

const SMALL = 'small model';

function faster(engine: Engine, name: string, atLeast: number): Wanted {
  return {
    name: `Small model: time of ${name} over WebAssembly’s`,
    unit: '×',
    atLeast,
    of: (find) => ratio(find(SMALL, engine), find(SMALL, 'webassembly')),
  };
}

const WANTED: readonly Wanted[] = [
  ...(['f64', 'f32'] as const).flatMap((precision) =>
    (
      [
        ['Small model', SMALL, 1.9],
        ['Whole model', 'kernel', 2.3],
      ] as const
    ).map(([name, workload, atMost]) => ({
      name: `${name}, ${precision}: time over emitted C in f64`,
      unit: '×',
      atMost,
      of: (find: Find) => ratio(find(workload, 'webassembly', precision), find(workload, 'c')),
    })),
  ),
  faster('sdeverywhere', 'JavaScript of SDEverywhere', 100),
  faster('numpy', 'numpy', 5),
  faster('squiggle', 'Squiggle', 300),
];

/** Milliseconds until all fans are there, on two workers. */
function fans(draws: number, precision: Precision, atMost: number): Wanted {
  return {
    name: `Whole model: ${fansOf(draws)}, ${precision}, two workers`,
    unit: 'ms',
    atMost,
    of: (find) => {
      const found = find(fansOf(draws), 'webassembly', precision, 2);
      return found?.draws === draws ? (found.warm * draws) / 1000 : undefined;
    },
  };
}

const MOST_DRAWS = 100_000;

/** Fewer draws, as a quick look takes, say nothing about them. */
const WANTED_OF_FANS: readonly Wanted[] = [
  fans(256, 'f64', 30),
  fans(256, 'f32', 20),
  fans(2048, 'f64', 150),
  fans(2048, 'f32', 80),
  fans(MOST_DRAWS, 'f64', 8000),
  fans(MOST_DRAWS, 'f32', 4000),
  ...([2048, MOST_DRAWS] as const).map((draws) => ({
    name: `Whole model: ${fansOf(draws)}, f64, one worker’s time over two workers’`,
    unit: '×',
    atLeast: 1.8,
    of: (find: Find) => {
      const [one, two] = [1, 2].map((workers) => find(fansOf(draws), 'webassembly', 'f64', workers));
      return one?.draws === draws ? ratio(one, two) : undefined;
    },
  })),
  {
    name: `Whole model: peak memory, ${fansOf(MOST_DRAWS)}, f64, two workers`,
    unit: 'MB',
    atMost: 300,
    of: (find) => {
      const found = find(fansOf(MOST_DRAWS), 'webassembly', 'f64', 2);
      return found?.draws === MOST_DRAWS ? found.peakMemoryMB : undefined;
    },
  },
  {
    name: 'Whole model: compiling, f64',
    unit: 'ms',
    atMost: 300,
    of: (find) => find(fansOf(2048), 'webassembly')?.stages[compileStage('f64')],
  },
];

/** Targets whose cases were measured. */
export function compareTargets(
  results: readonly CaseResult[],
  sampling: SamplingComparison | null,
): Target[] {
  return [...timesAgainstTargets(results), ...(sampling === null ? [] : samplingTarget(sampling))];
}

function samplingTarget({ ratio: median, errors, ...sizes }: SamplingComparison): Target[] {
  const ratios = errors.flatMap((each) => each.ratio ?? []);
  const count = (draws: number): string => draws.toLocaleString('en-US');
  return [
    {
      name: `Error of ${count(sizes.sobolDraws)} Sobol draws over that of ${count(sizes.plainDraws)} plain draws`,
      unit: '×',
      wanted: 1,
      atMost: true,
      median,
      low: Math.min(...ratios),
      high: Math.max(...ratios),
      met: median <= 1,
    },
  ];
}

function timesAgainstTargets(results: readonly CaseResult[]): Target[] {
  const repeats = results[0]?.measured.length ?? 0;
  return [...WANTED, ...WANTED_OF_FANS].flatMap(({ name, unit, atMost, atLeast = 0, of }) => {
    const found = Array.from({ length: repeats }, (_, repeat) =>
      of(
        (workload, engine, precision = 'f64', workers = 1) =>
          results.find(
            ({ which }) =>
              which.workload === workload &&
              which.engine === engine &&
              which.precision === precision &&
              which.workers === workers,
          )?.measured[repeat],
      ),
    ).filter((value) => value !== undefined);
    if (found.length === 0) return [];
    const spread = spreadOf(name, found);
    const wanted = atMost ?? atLeast;
    return {
      ...spread,
      unit,
      wanted,
      atMost: atMost !== undefined,
      met: atMost === undefined ? spread.median >= wanted : spread.median <= wanted,
    };
  });
}
