import type { LeverCatalogue } from '../model/lever.ts';
import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { codeUnitOrder } from './code-unit-order.ts';
import { withNearest } from './lever-value.ts';
import { readScenarioFile } from './scenario-file.ts';
import type { ScenarioFile, ScenarioSource } from './scenario-file.ts';
import type { Override, Scenario } from './scenario.ts';

export interface ScenarioOptions {
  readonly catalogue: LeverCatalogue;
  /**
   * Finds a scenario by shipped name (`latest`) or by file (`plans/mine.yaml`). A file named by `extends` has already
   * been resolved against the folder of the file that names it.
   */
  readonly load: (name: string) => ScenarioSource | undefined;
  /** Shipped names, for the nearest one to a misspelt name. */
  readonly names?: readonly string[];
}

/**
 * Reads a scenario, given by name or as text, and merges its parents into it: a child's `asOf`, lever or delay takes
 * the place of its parent's, removals add up, and a removal drops a delay inherited for the same plant.
 * Throws `ProblemError` with every problem of every file of the chain; then nothing is taken in.
 */
export function resolveScenario(source: string | ScenarioSource, options: ScenarioOptions): Scenario {
  const problems: Problem[] = [];
  const chain = readChain(source, options, problems);
  const child = chain[0];
  const scenario = child ? merge(child, chain.toReversed(), problems) : undefined;
  if (problems.length > 0 || !scenario) throw new ProblemError(problems);
  return scenario;
}

/**
 * The day of a scenario, its own or its nearest parent's, which must be known before the names that a scenario may use
 * are. Problems are left for `resolveScenario` to tell; `undefined` where no readable file of the chain says.
 */
export function scenarioDay(
  source: string | ScenarioSource,
  options: Omit<ScenarioOptions, 'catalogue'>,
): string | undefined {
  const catalogue: LeverCatalogue = { levers: [], plants: [], products: [], programmes: [] };
  const chain = readChain(source, { ...options, catalogue }, []);
  return chain.find((file) => file.asOf !== null)?.asOf ?? undefined;
}

/** The child first, then its parent, and so on. */
function readChain(
  start: string | ScenarioSource,
  options: ScenarioOptions,
  problems: Problem[],
): ScenarioFile[] {
  const chain: ScenarioFile[] = [];
  const seen = new Map<string, string>();
  let source = typeof start === 'string' ? options.load(start) : start;
  if (!source && typeof start === 'string') problems.push(unknownScenario(start, undefined, options));
  while (source) {
    const found: Problem[] = [];
    const file = readScenarioFile(source, options.catalogue, found);
    problems.push(...found.sort(byPlace));
    if (!file) break;
    chain.push(file);
    seen.set(file.file, file.name);
    if (!file.extends) break;
    const { value: parent, place } = file.extends;
    source = options.load(isFileName(parent) ? relativeTo(file.file, parent) : parent);
    if (!source) {
      problems.push(unknownScenario(parent, place, options));
    } else if (seen.has(source.file)) {
      const files = [...seen.keys()];
      const cycle = files.slice(files.indexOf(source.file)).map((name) => seen.get(name) ?? name);
      const params = { name: parent, found: [...cycle, cycle[0]].join(' → ') };
      problems.push({ code: 'cyclic-extends', place, params });
      break;
    }
  }
  return chain;
}

function byPlace(a: Problem, b: Problem): number {
  const lines = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return lines === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : lines;
}

function unknownScenario(name: string, place: Place | undefined, options: ScenarioOptions): Problem {
  const params = withNearest({ expected: 'scenario', found: name }, nearestName(name, options.names ?? []));
  return { code: 'unknown-scenario', ...(place ? { place } : {}), params };
}

function isFileName(name: string): boolean {
  return name.includes('/') || /\.ya?ml$/.test(name);
}

/** `name` as seen from the folder of `file`; an absolute name stays as it is. */
function relativeTo(file: string, name: string): string {
  if (name.startsWith('/')) return name;
  const parts = file.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '.' || part === '') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function merge(child: ScenarioFile, oldestFirst: readonly ScenarioFile[], problems: Problem[]): Scenario {
  const overrides = new Map<string, Override>();
  const delays = new Map<string, ScenarioFile['delays'][number]>();
  const removals = new Set<string>();
  let asOf: string | null = null;
  for (const file of oldestFirst) {
    asOf = file.asOf ?? asOf;
    for (const override of file.overrides) overrides.set(override.path, override);
    for (const { value } of file.removals) {
      removals.add(value);
      delays.delete(value);
    }
    for (const delay of file.delays) {
      if (removals.has(delay.plant)) {
        problems.push({ code: 'delayed-and-removed', place: delay.place, params: { name: delay.plant } });
      }
      delays.set(delay.plant, delay);
    }
  }
  return {
    name: child.name,
    file: child.file,
    asOf,
    title: child.title,
    why: child.why,
    chain: oldestFirst.map((file) => file.name),
    overrides: sortedOverrides(overrides),
    delays: [...delays.values()]
      .map(({ plant, months }) => ({ plant, months }))
      .sort((a, b) => codeUnitOrder(a.plant, b.plant)),
    removals: [...removals].sort(codeUnitOrder),
  };
}

function sortedOverrides(overrides: ReadonlyMap<string, Override>): Override[] {
  return [...overrides.values()].sort((a, b) => codeUnitOrder(a.path, b.path));
}

/** The scenario with further levers set, each taking the place of the scenario's own; a later one wins. */
export function withOverrides(scenario: Scenario, further: readonly Override[]): Scenario {
  const merged = new Map([...scenario.overrides, ...further].map((override) => [override.path, override]));
  return { ...scenario, overrides: sortedOverrides(merged) };
}
