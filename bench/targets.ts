import { DEFAULT_DRAWS } from '../src/cli/run-options.ts';
import { findRepeats, modelsOf, resultsOn } from './case-results.ts';
import type { CaseResult } from './case-results.ts';
import type { Engine, Measurement, Precision } from './measurement.ts';
import type { SamplingComparison } from './sobol.ts';
import { spreadOf } from './spread.ts';
import type { Spread } from './spread.ts';
import { START, START_CASES } from './start-cases.ts';
import { nameOn } from './whole-models.ts';
import type { ModelSize } from './whole-models.ts';
import { compileStage, fansOf } from './workers-cases.ts';

/** What was wanted, and what was found. */
export interface Target extends Spread {
  readonly wanted: number;
  /** Whether less is better. */
  readonly atMost: boolean;
  readonly unit: string;
  readonly met: boolean;
  /** False where a limit of the whole model stands beside a larger one, which it was not set for. */
  readonly judged: boolean;
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

const PRECISIONS: readonly Precision[] = ['f64', 'f32'];

function ratio(above: Measurement | undefined, below: Measurement | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : above.warm / below.warm;
}

/** Against C of the same precision, and single precision also against C in doubles. */
function overC(name: string, workload: string, atMost: number): Wanted[] {
  return [['f64', 'f64'] as const, ['f32', 'f64'] as const, ['f32', 'f32'] as const].map(
    ([precision, inC]) => ({
      name: `${name}, ${precision}: time over emitted C in ${inC}`,
      unit: '×',
      atMost,
      of: (find) => ratio(find(workload, 'webassembly', precision), find(workload, 'c', inC)),
    }),
  );
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

const OF_SMALL: readonly Wanted[] = [
  ...overC('Small model', SMALL, 1.9),
  faster('sdeverywhere', 'JavaScript of SDEverywhere', 100),
  faster('numpy', 'numpy', 5),
  faster('squiggle', 'Squiggle', 300),
];

/** Milliseconds until all fans are there, on two workers. */
function fans(draws: number, precision: Precision, atMost: number): Wanted {
  return {
    name: `${fansOf(draws)}, ${precision}, two workers`,
    unit: 'ms',
    atMost,
    of: (find) => {
      const found = find(fansOf(draws), 'webassembly', precision, 2);
      return found?.draws === draws ? (found.warm * draws) / 1000 : undefined;
    },
  };
}

const MOST_DRAWS = 100_000;

/** Of each whole model. Fewer draws, as a quick look takes, say nothing about fans. */
const OF_WHOLE: readonly Wanted[] = [
  ...overC('kernel', 'kernel', 2.3),
  fans(256, 'f64', 30),
  fans(256, 'f32', 20),
  fans(2048, 'f64', 150),
  fans(2048, 'f32', 80),
  fans(MOST_DRAWS, 'f64', 8000),
  fans(MOST_DRAWS, 'f32', 4000),
  ...([2048, MOST_DRAWS] as const).flatMap((draws) =>
    PRECISIONS.map((precision) => ({
      name: `${fansOf(draws)}, ${precision}, one worker’s time over two workers’`,
      unit: '×',
      atLeast: 1.8,
      of: (find: Find) => {
        const [one, two] = [1, 2].map((workers) => find(fansOf(draws), 'webassembly', precision, workers));
        return one?.draws === draws ? ratio(one, two) : undefined;
      },
    })),
  ),
  ...PRECISIONS.map((precision) => ({
    name: `peak memory, ${fansOf(MOST_DRAWS)}, ${precision}, two workers`,
    unit: 'MB',
    atMost: 300,
    of: (find: Find) => {
      const found = find(fansOf(MOST_DRAWS), 'webassembly', precision, 2);
      return found?.draws === MOST_DRAWS ? found.peakMemoryMB : undefined;
    },
  })),
  ...PRECISIONS.map((precision) => ({
    name: `compiling, ${precision}`,
    unit: 'ms',
    atMost: 300,
    of: (find: Find) => find(fansOf(2048), 'webassembly', precision)?.stages[compileStage(precision)],
  })),
];

/** Of the program as it is started, with the draws it takes by itself. */
const OF_START: readonly Wanted[] = [
  {
    name: START,
    unit: 'ms',
    atMost: 1500,
    of: (find) => {
      const found = find(START, 'webassembly', 'f64', START_CASES[0]!.workers);
      return found?.draws === DEFAULT_DRAWS ? (found.warm * DEFAULT_DRAWS) / 1000 : undefined;
    },
  },
];

/** Targets whose cases were measured: those of the small model, of each whole one, of the program, and of Sobol points. */
export function compareTargets(
  results: readonly CaseResult[],
  sampling: readonly SamplingComparison[],
): Target[] {
  return [
    ...against(OF_SMALL, resultsOn(results, undefined), undefined),
    ...modelsOf(results).flatMap((model) => against(OF_WHOLE, resultsOn(results, model), model)),
    ...against(OF_START, resultsOn(results, undefined), undefined),
    ...sampling.map((compared) => samplingTarget(compared)),
  ];
}

/** The limit names no model, so it is judged at each. */
function samplingTarget({ model, ratio: median, errors, ...sizes }: SamplingComparison): Target {
  const ratios = errors.flatMap((each) => each.ratio ?? []);
  const count = (draws: number): string => draws.toLocaleString('en-US');
  return {
    name: `Error of ${count(sizes.sobolDraws)} Sobol draws over that of ${count(sizes.plainDraws)} plain draws, ${model}`,
    unit: '×',
    wanted: 1,
    atMost: true,
    median,
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    met: median <= 1,
    judged: true,
  };
}

/** Those of `wantedOnes` whose cases were measured on a model. */
function against(
  wantedOnes: readonly Wanted[],
  results: readonly CaseResult[],
  model: ModelSize | undefined,
): Target[] {
  const repeats = results[0]?.measured.length ?? 0;
  return wantedOnes.flatMap(({ name, unit, atMost, atLeast = 0, of }) => {
    const values = Array.from({ length: repeats }, (_, repeat) =>
      of((...which) => findRepeats(results, ...which)?.[repeat]),
    ).filter((value) => value !== undefined);
    if (values.length === 0) return [];
    const spread = spreadOf(nameOn(model, name), values);
    const wanted = atMost ?? atLeast;
    return {
      ...spread,
      unit,
      wanted,
      atMost: atMost !== undefined,
      met: atMost === undefined ? spread.median >= wanted : spread.median <= wanted,
      judged: model?.judged ?? true,
    };
  });
}
