import { cpus } from 'node:os';
import type { LoadSize } from './browser-size.ts';
import { findRepeats, modelsOf, resultsOn } from './case-results.ts';
import type { CaseResult } from './case-results.ts';
import type { Case, Engine, Measurement, Part, Precision } from './measurement.ts';
import { RATIOS } from './ratios.ts';
import type { SamplingComparison } from './sobol.ts';
import { middle, spreadOf } from './spread.ts';
import type { Spread } from './spread.ts';
import { compareTargets } from './targets.ts';
import type { Target } from './targets.ts';
import { nameOn } from './whole-models.ts';
import type { ModelSize } from './whole-models.ts';

/** One case over all repeats. */
export interface Row {
  readonly part: Part;
  /** After `whole model, N products (as of …): ` where it is of a whole model. */
  readonly workload: string;
  readonly engine: Engine;
  readonly precision: Precision;
  readonly workers: number;
  readonly draws: number;
  readonly outputs: number;
  /** Of a step, where the model is one of several sizes. */
  readonly operations: number | null;
  readonly microsecondsPerDraw: number;
  readonly microsecondsPerDrawLow: number;
  readonly microsecondsPerDrawHigh: number;
  readonly coldMicrosecondsPerDraw: number;
  readonly drawsPerSecond: number;
  /** Until all draws are done. */
  readonly milliseconds: number;
  /** Its time over that of the emitted C of the same precision on the same workload, repeat by repeat; null where C was not measured. */
  readonly ratioToC: number | null;
  readonly peakMemoryMB: number;
  /** Largest relative difference of a result from JavaScript’s on the same inputs; null where not looked at. */
  readonly largestDifference: number | null;
}

export interface Report {
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly scenario: string;
  readonly repeats: number;
  /** Whole models that were measured. */
  readonly models: readonly ModelSize[];
  readonly rows: readonly Row[];
  /** Milliseconds. */
  readonly stages: readonly Spread[];
  readonly ratios: readonly Spread[];
  readonly targets: readonly Target[];
  /** Sobol points against plain draws, by model; none where not asked for. */
  readonly sampling: readonly SamplingComparison[];
  /** What a page loads. */
  readonly sizes: readonly LoadSize[];
  /** What could not be measured here, and what to do about it. */
  readonly missing: readonly string[];
}

/** Gathers repeats, `measured[repeat][case]`. */
export function gather(
  cases: readonly Case[],
  measured: readonly (readonly Measurement[])[],
  about: Pick<Report, 'scenario' | 'missing' | 'sampling' | 'sizes'>,
): Report {
  const [processor] = cpus();
  const results = cases.map((which, number) => ({
    which,
    measured: measured.map((measurements) => measurements[number]!),
  }));
  const rows = results.map((result) => rowOf(result, results));
  return {
    machine: {
      processor: processor?.model ?? 'unknown',
      cores: cpus().length,
      node: process.version,
    },
    ...about,
    repeats: measured.length,
    models: modelsOf(results),
    rows,
    stages: stagesOf(measured.flat()),
    ratios: [undefined, ...modelsOf(results)].flatMap((model) => ratiosOf(results, model)),
    targets: compareTargets(results, about.sampling),
  };
}

function rowOf({ which, measured }: CaseResult, all: readonly CaseResult[]): Row {
  const warm = spreadOf(
    'warm',
    measured.map((measurement) => measurement.warm),
  );
  const { part, workload, engine, precision, workers } = which;
  const { draws = 0, outputs = 0, operations = null, model } = measured[0] ?? {};
  const inC = findRepeats(resultsOn(all, model), workload, 'c', precision);
  const differences = measured.flatMap(({ largestDifference }) => largestDifference ?? []);
  return {
    part,
    workload: nameOn(model, workload),
    engine,
    precision,
    workers,
    draws,
    outputs,
    operations,
    microsecondsPerDraw: warm.median,
    microsecondsPerDrawLow: warm.low,
    microsecondsPerDrawHigh: warm.high,
    coldMicrosecondsPerDraw: middle(measured.map(({ cold }) => cold)),
    drawsPerSecond: 1e6 / warm.median,
    milliseconds: (warm.median * draws) / 1000,
    ratioToC:
      inC === undefined
        ? null
        : middle(measured.map((measurement, repeat) => measurement.warm / inC[repeat]!.warm)),
    peakMemoryMB: Math.max(...measured.map(({ peakMemoryMB }) => peakMemoryMB)),
    largestDifference: differences.length === 0 ? null : Math.max(...differences),
  };
}

/** A stage measured in several cases counts every time. */
function stagesOf(measured: readonly Measurement[]): Report['stages'] {
  const times = new Map<string, number[]>();
  for (const { stages, model } of measured) {
    for (const [name, milliseconds] of Object.entries(stages)) {
      const stage = nameOn(model, name);
      times.set(stage, [...(times.get(stage) ?? []), milliseconds]);
    }
  }
  return [...times].map(([stage, values]) => spreadOf(stage, values));
}

/** Those on a model whose two sides were both measured, in doubles. */
function ratiosOf(all: readonly CaseResult[], model: ModelSize | undefined): Spread[] {
  const results = resultsOn(all, model);
  return RATIOS.flatMap(({ name, of, over, cold = false }) => {
    const [above, below] = [findRepeats(results, ...of), findRepeats(results, ...over)];
    if (above === undefined || below === undefined) return [];
    return spreadOf(
      nameOn(model, name),
      above.map((measurement, repeat) => measurement[cold ? 'cold' : 'warm'] / below[repeat]!.warm),
    );
  });
}
