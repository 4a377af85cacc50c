import { memoryMakers } from '../model/catalogue.ts';
import type { LogicNode, MemoryMaker } from '../model/catalogue.ts';
import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Change } from './paired.ts';
import type { PreparedRun } from './prepare-run.ts';

/** Inputs of packages that are made of wafers: CoWoS, HBM by maker, logic by node. */
export type WaferInput = 'cowos' | MemoryMaker | LogicNode;

/** So many wafers a month more of one input, in all months, before ramps and levers. */
export function moreWafers(run: PreparedRun, input: WaferInput, wafersPerMonth: number): Change {
  const isMaker = memoryMakers.some((maker) => maker === input);
  const path = input === 'cowos' ? 'cowos path[' : `${isMaker ? 'hbm' : 'logic'} path[${input},`;
  const names = run.model.graph.inputs.map(({ name }) => name).filter((name) => name.startsWith(path));
  return { nudged: names.map((name) => ({ input: name, plus: wafersPerMonth })) };
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
