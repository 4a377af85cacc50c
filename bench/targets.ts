import type { Engine, Measurement, Precision } from './measurement.ts';
import type { CaseResult } from './report.ts';
import { spreadOf } from './spread.ts';
import type { Spread } from './spread.ts';

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

/** Targets whose cases were measured. */
export function compareTargets(results: readonly CaseResult[]): Target[] {
  const repeats = results[0]?.measured.length ?? 0;
  return WANTED.flatMap(({ name, unit, atMost, atLeast = 0, of }) => {
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
