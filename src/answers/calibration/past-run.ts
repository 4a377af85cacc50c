import type { Belief } from '../../beliefs/belief.ts';
import { logOf, normalQuantile, quantileOf } from '../../engine/index.ts';
import type { Distribution } from '../../engine/index.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { Problem } from '../../problem/problem.ts';
import type { History } from '../../register/index.ts';
import { PLAIN } from '../plain-scenario.ts';
import { formBase } from '../run-base.ts';
import type { Evidence } from '../run-base.ts';
import { runOn } from '../scenario-run.ts';
import type { PreparedRun } from '../scenario-run.ts';
import { assumptionsOfYear } from './standing-inputs.ts';

/** A run through a year of the past. */
export interface PastRun {
  readonly run: PreparedRun;
  /** By designer, the logarithmic error of the units that the year started from. */
  readonly startErrors: ReadonlyMap<string, number>;
}

/**
 * The run from January of a past year, on what is known by a day; the problems where too little is. Units of the year
 * before stand at their median: how far off they may be is no one else's business, so their spread goes into the error
 * of what the year sold (`startErrors`) instead of into the draws, where it would drown the rest.
 */
export function pastRun(
  { register, assumptions }: Evidence,
  day: string,
  history: History,
  year: number,
): PastRun | readonly Problem[] {
  try {
    const then = { register, assumptions: assumptionsOfYear(assumptions, year) };
    const base = formBase(then, day, history, year);
    const beliefs = new Map(base.beliefs);
    const startErrors = new Map<string, number>();
    for (const { id, designer } of base.catalogue.lines) {
      const belief = beliefs.get(`base units[${id}]`);
      if (belief === undefined || belief.distribution.kind === 'point') continue;
      beliefs.set(belief.input, atMedian(belief));
      startErrors.set(designer, logarithmicSpread(belief.distribution));
    }
    return { run: runOn({ ...base, beliefs }, PLAIN), startErrors };
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

function atMedian(belief: Belief): Belief {
  return { ...belief, distribution: { kind: 'point', value: quantileOf(belief.distribution, 0.5) } };
}

/** Half the logarithmic width between P10 and P90, as that of a normal. */
function logarithmicSpread(distribution: Distribution): number {
  const [low, high] = [quantileOf(distribution, 0.1), quantileOf(distribution, 0.9)];
  return low > 0 ? logOf(high / low) / 2 / normalQuantile(0.9) : 0;
}
