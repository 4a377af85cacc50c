import { C_FLAGS_128, findsCompiler } from './c-kernel.ts';
import type { Case, Engine, Part } from './measurement.ts';
import { missingPeer } from './peer-engines.ts';
import { SCALING_CASES } from './scaling-cases.ts';
import { SMALL_CASES } from './small-cases.ts';
import { WHOLE_CASES } from './whole-cases.ts';
import { START_CASES } from './start-cases.ts';
import { WHOLE_MODELS } from './whole-models.ts';
import type { WholeModel } from './whole-models.ts';
import { WORKERS_CASES } from './workers-cases.ts';

/** Everything that is timed; `repeat.ts` is told a position in this list. */
export const CASES: readonly Case[] = [
  ...SMALL_CASES,
  ...WHOLE_CASES,
  ...SCALING_CASES,
  ...WORKERS_CASES,
  ...START_CASES,
];

/** Engines of all cases, each once. */
export const ENGINES: readonly Engine[] = [...new Set(CASES.map(({ engine }) => engine))];

export interface Selection {
  /** Positions in `CASES`. */
  readonly numbers: readonly number[];
  /** What is left out since this machine lacks it, and what to do about it: a line each. */
  readonly missing: readonly string[];
}

/** The cases of some parts, engines and whole models that can be measured here; those on no whole model belong to all. */
export function selectCases(
  parts: ReadonlySet<Part>,
  engines: readonly Engine[] = ENGINES,
  models: readonly WholeModel[] = WHOLE_MODELS,
): Selection {
  const wanted = CASES.flatMap(({ part, engine, model }, number) =>
    parts.has(part) && engines.includes(engine) && (model === undefined || models.includes(model))
      ? [number]
      : [],
  );
  const lacking = new Map(
    [...new Set(wanted.map((number) => CASES[number]!.engine))].map((engine) => [engine, lackOf(engine)]),
  );
  return {
    numbers: wanted.filter((number) => lacking.get(CASES[number]!.engine) === undefined),
    missing: [...lacking.values()].filter((line) => line !== undefined),
  };
}

function lackOf(engine: Engine): string | undefined {
  if (engine === 'c')
    return findsCompiler() ? undefined : 'Not measured: emitted C, since there is no gcc here.';
  if (engine === 'c-128')
    return findsCompiler() && C_FLAGS_128 !== undefined
      ? undefined
      : 'Not measured: emitted C with vectors of 128 bits, which needs gcc on x64.';
  return missingPeer(engine);
}
