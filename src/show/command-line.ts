import type { LeverValue } from '../scenario/scenario.ts';
import { DEFAULT_SCENARIO, DEFAULT_SEED } from '../scenario/scenario-url.ts';
import type { ScenarioAddress } from '../scenario/scenario-url.ts';
import type { Language } from './language.ts';

const PROGRAM = 'npx --no-install chokepoint';

/**
 * The command that gives the same numbers. Delays and removals cannot be set one by one on the command line: a scenario
 * that has them is named by the file to export it to. `figures` are files of figures of one's own.
 */
export function commandLine(
  address: ScenarioAddress,
  language: Language,
  command = 'forecast',
  figures: readonly string[] = [],
): string {
  const { scenario, asOf, levers, delays, removals, seed, draws } = address;
  const hasFile = delays.length + removals.length > 0;
  const name = hasFile ? 'my-scenario.yaml' : scenario;
  const set = hasFile
    ? []
    : [...levers].map(([path, value]) => `--set ${quoted(`${path}=${written(value)}`)}`);
  return [
    `${PROGRAM} ${command}`,
    ...(name === DEFAULT_SCENARIO ? [] : [`--scenario ${quoted(name)}`]),
    ...(asOf === null ? [] : [`--as-of ${asOf}`]),
    ...figuresOptions(figures),
    ...set,
    ...(draws === null ? [] : [`--draws ${draws}`]),
    ...(seed === DEFAULT_SEED ? [] : [`--seed ${seed}`]),
    ...(language === 'en' ? [] : [`--lang ${language}`]),
  ].join(' ');
}

function written(value: LeverValue): string {
  if (typeof value !== 'object') return String(value);
  const { kind: _, ...ends } = value;
  return `{${Object.entries(ends)
    .map(([key, end]) => `${key}: ${end}`)
    .join(', ')}}`;
}

/** Options that add files of figures of one's own. */
export function figuresOptions(names: readonly string[]): string[] {
  return names.map((name) => `--figures ${quoted(name)}`);
}

/** A command that no scenario changes. */
export function plainCommand(command: string, language: Language): string {
  return `${PROGRAM} ${command}${language === 'en' ? '' : ` --lang ${language}`}`;
}

/** As a POSIX shell takes it. */
export function quoted(text: string): string {
  return /^[\w.=/-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
