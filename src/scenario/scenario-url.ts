import type { LeverCatalogue } from '../model/lever.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { checkCalendarDay } from './calendar-day.ts';
import { codeUnitOrder } from './code-unit-order.ts';
import { withNearest } from './lever-value.ts';
import { readOverride } from './override.ts';
import type { LeverValue, Override, PlantDelay, Scenario } from './scenario.ts';
import type { Tree } from './tree.ts';

/**
 * A scenario as an address holds it: one that ships with the program, and what differs from it. Written as the query of
 * a URL, `v=1&scenario=packaging-slips&packaging.total=1.2`: each lever by its path, as `--set` takes it; a range as
 * `low~high` or `low~mode~high`; `delay.<plant>` in months; `remove` once for each name; `as-of` as an ISO day.
 */
export interface ScenarioAddress {
  /** Name of a shipped scenario. */
  readonly scenario: string;
  /** ISO day that takes the place of the scenario's own; null for that. */
  readonly asOf: string | null;
  /** By path; later ones take the place of the scenario's own. */
  readonly levers: ReadonlyMap<string, LeverValue>;
  readonly delays: readonly PlantDelay[];
  readonly removals: readonly string[];
  readonly seed: number;
  /** Futures; null for as many as the program draws by itself. */
  readonly draws: number | null;
}

export const DEFAULT_SCENARIO = 'latest';
export const DEFAULT_SEED = 1;
export const PLAIN_ADDRESS: ScenarioAddress = {
  scenario: DEFAULT_SCENARIO,
  asOf: null,
  levers: new Map(),
  delays: [],
  removals: [],
  seed: DEFAULT_SEED,
  draws: null,
};

/** Of what is written. */
export const ADDRESS_VERSION = 1;

/** What an address of one version is called in the next: `MIGRATIONS[0]` takes version 1 to version 2. */
export type Migration = (pairs: readonly Pair[]) => readonly Pair[];
export type Pair = readonly [name: string, value: string];
const MIGRATIONS: readonly Migration[] = [];

const OWN_NAMES = new Set(['v', 'scenario', 'as-of', 'remove', 'seed', 'draws']);
const DELAY = 'delay.';
const MOST_DRAWS = 1_000_000;

/** The pairs of an address that differ from `PLAIN_ADDRESS`, in one fixed order; none where nothing does. */
export function writeAddress(address: ScenarioAddress): Pair[] {
  const { scenario, asOf, levers, delays, removals, seed, draws } = address;
  const pairs: Pair[] = [
    ...(scenario === DEFAULT_SCENARIO ? [] : [['scenario', scenario] as const]),
    ...(asOf === null ? [] : [['as-of', asOf] as const]),
    ...[...levers]
      .toSorted(([a], [b]) => codeUnitOrder(a, b))
      .map(([path, value]) => [path, writeValue(value)] as const),
    ...delays
      .toSorted((a, b) => codeUnitOrder(a.plant, b.plant))
      .map(({ plant, months }) => [DELAY + plant, String(months)] as const),
    ...removals.toSorted(codeUnitOrder).map((name) => ['remove', name] as const),
    ...(seed === DEFAULT_SEED ? [] : [['seed', String(seed)] as const]),
    ...(draws === null ? [] : [['draws', String(draws)] as const]),
  ];
  return pairs.length === 0 ? [] : [['v', String(ADDRESS_VERSION)], ...pairs];
}

function writeValue(value: LeverValue): string {
  if (typeof value !== 'object') return String(value);
  const ends = value.kind === 'uniform' ? [value.low, value.high] : [value.low, value.mode, value.high];
  return ends.join('~');
}

/** What an address says, and what of it cannot be understood; that is left out. */
export interface ReadAddress {
  readonly address: ScenarioAddress;
  readonly problems: readonly Problem[];
}

/**
 * Reads an address of this version or an earlier one. Names of levers, plants and products are checked only by
 * `scenarioAt`, since they depend on the day. Pairs named in `others` belong to somebody else.
 */
export function readAddress(
  pairs: readonly Pair[],
  others: ReadonlySet<string> = new Set(),
  migrations: readonly Migration[] = MIGRATIONS,
): ReadAddress {
  const problems: Problem[] = [];
  const complain = (code: string, name: string, found: string, expected = ''): void => {
    problems.push({ code, place: placeOf(name), params: { name, expected, found } });
  };
  const newest = migrations.length + 1;
  const version = Number(pairs.find(([name]) => name === 'v')?.[1] ?? newest);
  if (!Number.isInteger(version) || version < 1 || version > newest) {
    complain('address-version', 'v', String(version), String(newest));
    return { address: PLAIN_ADDRESS, problems };
  }
  const migrated = migrations.slice(version - 1).reduce((before, migrate) => migrate(before), pairs);
  const levers = new Map<string, LeverValue>();
  const delays = new Map<string, number>();
  const removals = new Set<string>();
  let { scenario, asOf, seed, draws } = PLAIN_ADDRESS;
  for (const [name, value] of migrated) {
    if (name === 'scenario') scenario = value;
    else if (name === 'as-of') {
      if (checkCalendarDay(value) === 'valid') asOf = value;
      else complain('not-a-date', name, value);
    } else if (name === 'seed') {
      const read = wholeNumber(value, 0, Number.MAX_SAFE_INTEGER);
      if (read === undefined) complain('not-a-number', name, value);
      else seed = read;
    } else if (name === 'draws') {
      const read = wholeNumber(value, 1, MOST_DRAWS);
      if (read === undefined) complain('not-a-number', name, value);
      else draws = read;
    } else if (name === 'remove') removals.add(value);
    else if (name.startsWith(DELAY)) {
      const months = numberOf(value);
      if (months === undefined || months < 0) complain('not-a-number', name, value);
      else delays.set(name.slice(DELAY.length), months);
    } else if (!OWN_NAMES.has(name) && !others.has(name)) levers.set(name, valueOf(value));
  }
  const delayed = [...delays].map(([plant, months]) => ({ plant, months }));
  const address = { scenario, asOf, levers, delays: delayed, removals: [...removals], seed, draws };
  return { address, problems };
}

function placeOf(name: string): Place {
  return { file: `?${name}` };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = numberOf(text);
  return number !== undefined && Number.isSafeInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}

function numberOf(text: string): number | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A number, a range, or else the name of a choice. */
function valueOf(text: string): LeverValue {
  const numbers = text.split('~').map(numberOf);
  const [low, middle, high] = numbers;
  if (numbers.includes(undefined) || low === undefined) return text;
  if (middle === undefined) return low === 0 ? 0 : low;
  if (high === undefined) return { kind: 'uniform', low, high: middle };
  return numbers.length === 3 ? { kind: 'triangular', low, mode: middle, high } : text;
}

/** A scenario, and what of an address came to be part of it. */
export interface TakenAddress {
  readonly scenario: Scenario;
  /** The address without what was left out. */
  readonly taken: ScenarioAddress;
  readonly problems: readonly Problem[];
}

/**
 * The scenario of an address: the one it names, which the caller has resolved, with the levers, delays and removals of
 * the address taking the place of its own. What the catalogue does not know, or what lies outside a lever's limits, is
 * left out and told.
 */
export function scenarioAt(
  address: ScenarioAddress,
  named: Scenario,
  catalogue: LeverCatalogue,
): TakenAddress {
  const problems: Problem[] = [];
  const set = overridesOf(address, catalogue, problems);
  const overrides = new Map(named.overrides.map((override) => [override.path, override]));
  for (const override of set) overrides.set(override.path, override);
  const known = (name: string, names: readonly string[], expected: string): boolean => {
    if (names.includes(name)) return true;
    const params = withNearest({ expected, found: name }, nearestName(name, names));
    problems.push({ code: 'unknown-name', place: placeOf(name), params });
    return false;
  };
  const { plants, products, programmes } = catalogue;
  const removable = [...plants, ...products, ...programmes];
  const removed = address.removals.filter((name) => known(name, removable, 'plant, product or programme'));
  const removals = new Set([...named.removals, ...removed]);
  const delayed = address.delays.filter(({ plant }) => known(plant, plants, 'plant'));
  const delays = new Map([...named.delays, ...delayed].map(({ plant, months }) => [plant, months]));
  for (const name of removals) delays.delete(name);
  const scenario: Scenario = {
    ...named,
    asOf: address.asOf ?? named.asOf,
    overrides: [...overrides.values()].sort((a, b) => codeUnitOrder(a.path, b.path)),
    delays: [...delays]
      .map(([plant, months]) => ({ plant, months }))
      .sort((a, b) => codeUnitOrder(a.plant, b.plant)),
    removals: [...removals].sort(codeUnitOrder),
  };
  const paths = new Set(set.map(({ path }) => path));
  const levers = new Map([...address.levers].filter(([path]) => paths.has(path)));
  return { scenario, taken: { ...address, levers, delays: delayed, removals: removed }, problems };
}

function overridesOf(address: ScenarioAddress, catalogue: LeverCatalogue, problems: Problem[]): Override[] {
  return [...address.levers].flatMap(([path, value]): Override[] => {
    const place = placeOf(path);
    const override = readOverride(path, place, treeOf(value, place), catalogue, problems);
    return override === undefined ? [] : [override];
  });
}

function treeOf(value: LeverValue, place: Place): Tree {
  if (typeof value !== 'object') return { kind: 'scalar', place, value, source: String(value) };
  const { kind: _, ...ends } = value;
  const entries = Object.entries(ends).map(([key, end]) => ({
    key,
    keyPlace: place,
    value: treeOf(end, place),
  }));
  return { kind: 'map', place, entries };
}
