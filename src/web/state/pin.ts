import { writeAddress } from '../../scenario/scenario-url.ts';
import type { Pair, ScenarioAddress } from '../../scenario/scenario-url.ts';

export const MOST_PINS = 4;
/** As long as fits a label of a chart in three lines. */
export const LONGEST_NAME = 60;
/** Of the pair that holds the name; no lever is called so. */
const NAME = 'name';

/** A scenario held beside the one of the page. */
export interface Pin {
  readonly scenario: ScenarioAddress;
  /** What somebody calls it; empty where it goes by what it holds. */
  readonly name: string;
}

/** A name as it is kept: on one line, no longer than there is room for. It is text wherever it is shown, never markup. */
export function tidyName(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_NAME).join('').trimEnd();
}

/** What an address says of a pin, without the version, which the page tells once. */
export function writePin({ scenario, name }: Pin): Pair[] {
  const pairs = writeAddress(scenario).filter(([key]) => key !== 'v');
  return name === '' ? pairs : [...pairs, [NAME, name]];
}

/** The name among the pairs of a pin, and the pairs of its scenario. */
export function partPin(pairs: readonly Pair[]): {
  readonly name: string;
  readonly scenario: readonly Pair[];
} {
  const named = pairs.find(([key]) => key === NAME);
  return { name: tidyName(named?.[1] ?? ''), scenario: pairs.filter(([key]) => key !== NAME) };
}
