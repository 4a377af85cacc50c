import { memoryMakers } from '../model/catalogue.ts';
import type { LogicNode, MemoryMaker } from '../model/catalogue.ts';
import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import { inputIndex, inputQuantiles } from './ensemble.ts';
import type { Change, Nudge } from './paired.ts';
import type { PreparedRun } from './prepare-run.ts';

/** Inputs of packages that are made of wafers: CoWoS, HBM in all or by maker, logic by node. */
export type WaferInput = 'cowos' | 'hbm' | MemoryMaker | LogicNode;

/** An input that is there in another amount from a month of the run on. */
export interface MoreInput {
  readonly inputs: readonly WaferInput[];
  /** The first month, from zero. A scenario that asks for extra capacity of its own gets it from there, too. */
  readonly from: number;
}

/**
 * So many wafers a month more of each input than published, as the levers `more.<input>.wafers` say; of a logic node
 * those open to accelerators. More HBM in all is shared by its makers as the medians of their capacity are.
 */
export function moreWafers(run: PreparedRun, { inputs, from }: MoreInput, wafersPerMonth: number): Change {
  const plus = (resource: string, share: number): Nudge => ({
    input: `extra wafers[${resource}]`,
    plus: wafersPerMonth * share,
  });
  const shares = memoryShares(run, from);
  const nudged = inputs.flatMap((input) =>
    input === 'hbm' ? [...shares].map(([maker, share]) => plus(maker, share)) : [plus(input, 1)],
  );
  return { held: [{ input: START, value: from }], nudged };
}

/** Each input more by a share of its published path, as the levers `more.<input>.share` say. */
export function moreByShare({ inputs, from }: MoreInput, share: number): Change {
  const resources = inputs.flatMap((input): readonly string[] => (input === 'hbm' ? memoryMakers : [input]));
  const nudged = resources.map((resource): Nudge => ({ input: `extra share[${resource}]`, plus: share }));
  return { held: [{ input: START, value: from }], nudged };
}

const START = 'extra start';

/** Shares of makers in HBM capacity at the first year end after a month. */
function memoryShares(run: PreparedRun, month: number): ReadonlyMap<string, number> {
  const medians = inputQuantiles(run, 0.5);
  const yearEnd = run.catalogue.startYear + Math.floor(month / 12);
  const capacity = memoryMakers.map((maker) => {
    const index = inputIndex(run, `hbm path[${maker},${yearEnd}]`);
    return [maker, medians[index] ?? 0] as const;
  });
  const all = capacity.reduce((sum, [, median]) => sum + median, 0);
  return new Map(capacity.map(([maker, median]) => [maker, all > 0 ? median / all : 0]));
}

/**
 * A lever at a number, as a scenario would set it, on top of what the run's own scenario sets. Throws `ProblemError`
 * (`unknown-lever`) with the nearest.
 */
export function leverAt(run: PreparedRun, path: string, value: number): Change {
  const { levers } = run.levers;
  const lever = levers.find((candidate) => candidate.path === path);
  if (lever === undefined) {
    const near = nearestName(
      path,
      levers.map((candidate) => candidate.path),
    );
    const params = { found: path, ...(near === undefined ? {} : { nearest: near }) };
    throw new ProblemError([{ code: 'unknown-lever', params }]);
  }
  return lever.apply === 'shift'
    ? { nudged: lever.inputs.map((input) => ({ input, plus: value })) }
    : { held: lever.inputs.map((input) => ({ input, value })) };
}
