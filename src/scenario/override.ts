import type { LeverCatalogue } from '../model/lever.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { readLeverValue, withNearest } from './lever-value.ts';
import type { Override } from './scenario.ts';
import type { Tree } from './tree.ts';

/** One lever and its value, wherever it was written. */
export function readOverride(
  path: string,
  pathPlace: Place,
  tree: Tree,
  catalogue: LeverCatalogue,
  problems: Problem[],
): Override | undefined {
  const lever = catalogue.levers.find((candidate) => candidate.path === path);
  if (!lever) {
    const paths = catalogue.levers.map((candidate) => candidate.path);
    const nearest = nearestName(path, paths) ?? paths.find((candidate) => candidate.startsWith(`${path}.`));
    const params = withNearest({ expected: 'lever', found: path }, nearest);
    problems.push({ code: 'unknown-lever', place: pathPlace, params });
    return undefined;
  }
  const value = readLeverValue(tree, lever, problems);
  return value === undefined
    ? undefined
    : { path, unit: lever.choices ? '1' : lever.unit, value, place: tree.place };
}
