import { nearestName } from '../problem/nearest-name.ts';

/** Keys of a map in a scenario file, each with what people of the field write for it. */
export type KeyWords<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** Of a scenario, in the order in which they are told. */
export const SCENARIO_KEYS = {
  name: ['id'],
  extends: ['base', 'based on', 'from', 'inherits', 'parent'],
  title: ['heading', 'label'],
  why: ['because', 'comment', 'description', 'note', 'rationale', 'reason'],
  asOf: ['cutoff', 'date', 'day', 'vintage'],
  set: [
    'assumptions',
    'changes',
    'inputs',
    'levers',
    'overrides',
    'parameters',
    'params',
    'settings',
    'values',
    'variables',
  ],
  delay: ['late', 'postpone', 'slip'],
  remove: ['cancel', 'drop', 'exclude', 'omit', 'removal', 'without'],
} as const satisfies KeyWords<string>;

/** What a run is given beside a scenario: options of the commands, never keys of a file. */
export const RUN_KEYS: ReadonlySet<string> = new Set([
  'calibrate',
  'draws',
  'figures',
  'history',
  'lang',
  'seed',
  'workers',
]);

export const RANGE_KEYS = {
  low: ['lower', 'min', 'minimum'],
  mode: ['central', 'likely', 'mid', 'middle', 'most likely'],
  high: ['max', 'maximum', 'upper'],
} as const satisfies KeyWords<string>;

export const LANGUAGE_KEYS = {
  en: ['eng', 'english'],
  ja: ['japanese', 'jp', 'jpn'],
} as const satisfies KeyWords<string>;

/** Up to so many letters, two edits make another word. */
const SHORT = 4;

/**
 * The key meant by a word that is none: another word for it, else the key nearest in spelling, else the one whose other
 * word is an edit away; `undefined` where it is like none of them.
 */
export function keyMeant<Key extends string>(found: string, keys: KeyWords<Key>): Key | undefined {
  const names = Object.keys(keys) as Key[];
  const byWord = new Map(names.flatMap((key) => keys[key].map((word) => [word, key] as const)));
  const plain = found.toLowerCase().replaceAll(/[\s_-]+/gu, ' ');
  const said = byWord.get(plain);
  if (said !== undefined) return said;
  const near = nearestName(found, names, found.length > SHORT ? undefined : 1) as Key | undefined;
  return near ?? byWord.get(nearestName(plain, byWord.keys(), 1) ?? '');
}
