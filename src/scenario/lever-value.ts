import type { Lever } from '../model/lever.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { checkCalendarDay } from './calendar-day.ts';
import { keyMeant, RANGE_KEYS } from './key-meant.ts';
import { readQuantity } from './quantity.ts';
import type { LeverValue } from './scenario.ts';
import { describeTree } from './tree.ts';
import type { Tree } from './tree.ts';

/**
 * Reads what a scenario sets a lever to: a number in the lever's unit, a text with a unit, a range, or the name of a
 * choice. Adds every problem to `problems`; `undefined` where there was one.
 */
export function readLeverValue(tree: Tree, lever: Lever, problems: Problem[]): LeverValue | undefined {
  if (lever.choices) return readChoice(tree, lever, lever.choices, problems);
  if (tree.kind === 'map') return readRange(tree, lever, problems);
  return readBounded(tree, lever, lever.path, 'number-or-range', problems);
}

function readChoice(
  tree: Tree,
  lever: Lever,
  choices: readonly string[],
  problems: Problem[],
): string | undefined {
  if (tree.kind === 'scalar' && choices.includes(tree.source)) return tree.source;
  const found = describeTree(tree);
  const known = { name: lever.path, expected: choices.join(', '), found };
  if (tree.kind === 'scalar' && typeof tree.value === 'string') {
    problems.push({
      code: 'unknown-choice',
      place: tree.place,
      params: withNearest(known, nearestName(found, choices)),
    });
  } else {
    problems.push({ code: 'wrong-type', place: tree.place, params: known });
  }
  return undefined;
}

function readRange(tree: Tree & { kind: 'map' }, lever: Lever, problems: Problem[]): LeverValue | undefined {
  const before = problems.length;
  const bounds = new Map<string, number | undefined>();
  for (const { key, keyPlace, value } of tree.entries) {
    if (Object.hasOwn(RANGE_KEYS, key)) {
      bounds.set(key, readBounded(value, lever, `${lever.path}.${key}`, 'number', problems));
    } else {
      const meant = keyMeant(key, RANGE_KEYS);
      const params = { name: lever.path, expected: Object.keys(RANGE_KEYS).join(', '), found: key };
      problems.push({ code: 'unknown-key', place: keyPlace, params: withNearest(params, meant) });
      // What was meant is there, under another name: it is not missing as well.
      if (meant !== undefined && !bounds.has(meant)) bounds.set(meant, undefined);
    }
  }
  for (const key of ['low', 'high']) {
    if (!bounds.has(key)) {
      problems.push({ code: 'missing-key', place: tree.place, params: { name: lever.path, expected: key } });
    }
  }
  const [low, mode, high] = [bounds.get('low'), bounds.get('mode'), bounds.get('high')];
  if (low === undefined || high === undefined || problems.length > before) return undefined;
  if (!(low < high && (mode === undefined || (low <= mode && mode <= high)))) {
    const expected = mode === undefined ? 'low < high' : 'low ≤ mode ≤ high, low < high';
    const found = mode === undefined ? `${low}, ${high}` : `${low}, ${mode}, ${high}`;
    problems.push({
      code: 'range-out-of-order',
      place: tree.place,
      params: { name: lever.path, expected, found },
    });
    return undefined;
  }
  return mode === undefined ? { kind: 'uniform', low, high } : { kind: 'triangular', low, mode, high };
}

function readBounded(
  tree: Tree,
  lever: Lever,
  name: string,
  expected: string,
  problems: Problem[],
): number | undefined {
  const dated = lever.origin === undefined ? undefined : monthsUntil(tree, lever.origin);
  const value = dated ?? readNumber(tree, lever.unit, name, expected, problems);
  if (value === undefined) return undefined;
  const bound = value < lever.minimum ? lever.minimum : value > lever.maximum ? lever.maximum : undefined;
  if (bound === undefined) return value;
  const code = value < lever.minimum ? 'below-minimum' : 'above-maximum';
  const params = {
    name,
    expected: lever.unit === '1' ? String(bound) : `${bound} ${lever.unit}`,
    found: describeTree(tree),
  };
  problems.push({ code, place: tree.place, params });
  return undefined;
}

/** Months from an ISO day to a month or day written as `2027-03` or `2027-03-15`; `undefined` for anything else. */
function monthsUntil(tree: Tree, origin: string): number | undefined {
  if (tree.kind !== 'scalar') return undefined;
  const written = /^\d{4}-\d{2}$/u.test(tree.source) ? `${tree.source}-01` : tree.source;
  if (checkCalendarDay(written) !== 'valid') return undefined;
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = origin.split('-').map(Number);
  return (year - fromYear) * 12 + month - fromMonth + (day - fromDay) / 30.4375;
}

/** A finite number in `unit`, from a bare number or a text with a unit. `expected` names what a wrong type should be. */
export function readNumber(
  tree: Tree,
  unit: string,
  name: string,
  expected: string,
  problems: Problem[],
): number | undefined {
  const found = describeTree(tree);
  const complain = (code: string, params: Record<string, string>, place: Place = tree.place): undefined => {
    problems.push({ code, place, params: { name, ...params, found } });
    return undefined;
  };
  if (tree.kind !== 'scalar' || tree.value === null || typeof tree.value === 'boolean') {
    return complain('wrong-type', { expected });
  }
  if (typeof tree.value === 'number') {
    if (!Number.isFinite(tree.value)) return complain('not-finite', { expected: unitAsked(unit) });
    return withoutSignOfZero(tree.value);
  }
  const read = readQuantity(tree.value, unit);
  if ('value' in read) return withoutSignOfZero(read.value);
  const { problem } = read;
  return complain(
    problem.code,
    withNearest({ expected: unitAsked(unit) }, problem.code === 'unknown-unit' ? problem.nearest : undefined),
  );
}

/** `-0` would survive JSON and text as `0` and so not round-trip. */
function withoutSignOfZero(value: number): number {
  return value === 0 ? 0 : value;
}

/** Adds the nearest valid name where there is one. */
export function withNearest<T extends Record<string, string>>(
  params: T,
  nearest: string | undefined,
): T & { nearest?: string } {
  return nearest === undefined ? params : { ...params, nearest };
}

/** What a value of a lever is in; without a unit it is a number and no more. */
function unitAsked(unit: string): string {
  return unit === '1' ? 'plain number' : unit;
}
