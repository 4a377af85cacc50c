import type { BilingualText, LeverCatalogue } from '../model/lever.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Place, Problem } from '../problem/problem.ts';
import { checkCalendarDay } from './calendar-day.ts';
import { keyMeant, LANGUAGE_KEYS, RUN_KEYS, SCENARIO_KEYS } from './key-meant.ts';
import { readNumber, withNearest } from './lever-value.ts';
import { readOverride } from './override.ts';
import type { Override, PlantDelay } from './scenario.ts';
import { describeTree } from './tree.ts';
import { parseYamlTree } from './yaml-tree.ts';
import type { Tree, TreeEntry } from './tree.ts';

/** The text of a scenario and the name of the file it came from. */
export interface ScenarioSource {
  readonly file: string;
  readonly text: string;
}

/** One file as written, before its parent is merged in. */
export interface ScenarioFile {
  readonly name: string;
  readonly file: string;
  readonly title: BilingualText;
  readonly why: BilingualText;
  readonly extends: Placed<string> | null;
  readonly asOf: string | null;
  readonly overrides: readonly Override[];
  readonly delays: readonly (PlantDelay & { readonly place: Place })[];
  readonly removals: readonly Placed<string>[];
}

export interface Placed<T> {
  readonly value: T;
  readonly place: Place;
}

type Entries = ReadonlyMap<string, TreeEntry>;

/** What stands at a key that names something elsewhere: a day, a scenario, things of the model. */
const naming: Readonly<Record<string, Tree['kind']>> = {
  extends: 'scalar',
  asOf: 'scalar',
  set: 'map',
  delay: 'map',
  remove: 'list',
};

/**
 * Reads one scenario file without following `extends`. Every problem of the file is added to `problems`; what could
 * not be read is left out, and the whole is `undefined` only where the YAML itself is broken.
 */
export function readScenarioFile(
  source: ScenarioSource,
  catalogue: LeverCatalogue,
  problems: Problem[],
): ScenarioFile | undefined {
  const parsed = parseYamlTree(source.text, (line, column) => ({ file: source.file, line, column }));
  problems.push(...parsed.problems);
  if (!parsed.tree) return undefined;
  const entries = knownEntries(mapEntries(parsed.tree, 'scenario-file', problems), problems);
  const name = readText(entries, 'name', problems)?.value ?? stemOf(source.file);
  return {
    name,
    file: source.file,
    title: readBilingual(entries, 'title', name, problems),
    why: readBilingual(entries, 'why', '', problems),
    extends: readText(entries, 'extends', problems) ?? null,
    asOf: readDay(entries, problems),
    overrides: readOverrides(entries, catalogue, problems),
    delays: readDelays(entries, catalogue, problems),
    removals: readRemovals(entries, catalogue, problems),
  };
}

/**
 * Entries by key. What stands at a wrong key is looked at as what stands at the one meant, where that is missing and
 * takes such a thing, so that every problem is told at once; the wrong key itself keeps it from being taken.
 */
function knownEntries(written: Entries, problems: Problem[]): Entries {
  const entries = new Map(written);
  for (const entry of written.values()) {
    const { key, keyPlace, value } = entry;
    if (Object.hasOwn(SCENARIO_KEYS, key)) continue;
    if (RUN_KEYS.has(key)) {
      problems.push({ code: 'key-of-run', place: keyPlace, params: { found: key } });
      continue;
    }
    const meant = keyMeant(key, SCENARIO_KEYS);
    const expected = Object.keys(SCENARIO_KEYS).join(', ');
    const params = withNearest({ name: 'scenario-file', expected, found: key }, meant);
    problems.push({ code: 'unknown-key', place: keyPlace, params });
    if (meant !== undefined && naming[meant] === value.kind && !entries.has(meant)) entries.set(meant, entry);
  }
  return entries;
}

function stemOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/, '');
}

function wrongType(tree: Tree, name: string, expected: string): Problem {
  return { code: 'wrong-type', place: tree.place, params: { name, expected, found: describeTree(tree) } };
}

function mapEntries(tree: Tree, name: string, problems: Problem[]): Entries {
  if (tree.kind !== 'map') {
    problems.push(wrongType(tree, name, 'map'));
    return new Map();
  }
  return new Map(tree.entries.map((entry) => [entry.key, entry]));
}

/** The entries below `key`; none where the key is absent. */
function childEntries(entries: Entries, key: string, problems: Problem[]): readonly TreeEntry[] {
  const entry = entries.get(key);
  return entry ? [...mapEntries(entry.value, key, problems).values()] : [];
}

function readText(entries: Entries, key: string, problems: Problem[]): Placed<string> | undefined {
  const tree = entries.get(key)?.value;
  if (!tree) return undefined;
  if (tree.kind === 'scalar' && typeof tree.value === 'string' && tree.value !== '') {
    return { value: tree.value, place: tree.place };
  }
  problems.push(wrongType(tree, key, 'text'));
  return undefined;
}

/** A text for both languages, or one for each; where one language is missing, the other stands in for it. */
function readBilingual(entries: Entries, key: string, fallback: string, problems: Problem[]): BilingualText {
  const tree = entries.get(key)?.value;
  if (!tree) return { en: fallback, ja: fallback };
  if (tree.kind === 'scalar' && typeof tree.value === 'string') return { en: tree.value, ja: tree.value };
  const languages = mapEntries(tree, key, problems);
  for (const entry of languages.values()) {
    if (entry.key === 'en' || entry.key === 'ja') continue;
    const params = { name: key, expected: 'en, ja', found: entry.key };
    problems.push({
      code: 'unknown-key',
      place: entry.keyPlace,
      params: withNearest(params, keyMeant(entry.key, LANGUAGE_KEYS)),
    });
  }
  const read = (language: string): string | undefined => {
    const value = languages.get(language)?.value;
    if (!value) return undefined;
    if (value.kind === 'scalar' && typeof value.value === 'string') return value.value;
    problems.push(wrongType(value, `${key}.${language}`, 'text'));
    return undefined;
  };
  const [en, ja] = [read('en'), read('ja')];
  return { en: en ?? ja ?? fallback, ja: ja ?? en ?? fallback };
}

function readDay(entries: Entries, problems: Problem[]): string | null {
  const tree = entries.get('asOf')?.value;
  if (!tree) return null;
  const found = describeTree(tree);
  const state = tree.kind === 'scalar' ? checkCalendarDay(found) : 'format';
  if (state === 'valid') return found;
  const code = state === 'format' ? 'date-format' : 'no-such-day';
  problems.push({ code, place: tree.place, params: { name: 'asOf', expected: 'YYYY-MM-DD', found } });
  return null;
}

function readOverrides(entries: Entries, catalogue: LeverCatalogue, problems: Problem[]): Override[] {
  return childEntries(entries, 'set', problems).flatMap((entry) => {
    const override = readOverride(entry.key, entry.keyPlace, entry.value, catalogue, problems);
    return override ? [override] : [];
  });
}

function readDelays(
  entries: Entries,
  catalogue: LeverCatalogue,
  problems: Problem[],
): ScenarioFile['delays'] {
  return childEntries(entries, 'delay', problems).flatMap((entry) => {
    const known = knownName(entry.key, entry.keyPlace, 'plant', catalogue.plants, problems);
    const months = readNumber(entry.value, 'month', entry.key, 'duration', problems);
    if (months === undefined) return [];
    const { place } = entry.value;
    if (months < 0) {
      const params = { name: entry.key, expected: '0 month', found: describeTree(entry.value) };
      problems.push({ code: 'negative-delay', place, params });
      return [];
    }
    return known ? [{ plant: entry.key, months, place }] : [];
  });
}

function readRemovals(entries: Entries, catalogue: LeverCatalogue, problems: Problem[]): Placed<string>[] {
  const tree = entries.get('remove')?.value;
  if (!tree) return [];
  if (tree.kind !== 'list') {
    problems.push(wrongType(tree, 'remove', 'list'));
    return [];
  }
  const names = [...catalogue.plants, ...catalogue.products, ...catalogue.programmes];
  return tree.items.flatMap((item) => {
    if (item.kind !== 'scalar' || item.value === null) {
      problems.push(wrongType(item, 'remove', 'text'));
      return [];
    }
    const known = knownName(item.source, item.place, 'plant, product or programme', names, problems);
    return known ? [{ value: item.source, place: item.place }] : [];
  });
}

function knownName(
  name: string,
  place: Place,
  expected: string,
  names: readonly string[],
  problems: Problem[],
): boolean {
  if (names.includes(name)) return true;
  const params = withNearest({ expected, found: name }, nearestName(name, names));
  problems.push({ code: 'unknown-name', place, params });
  return false;
}
