import { readFilesFrom } from '../../src/cli/files.ts';
import { PLAIN as NOTHING_SET } from '../../src/answers/plain-scenario.ts';
import { prepareRun } from '../../src/answers/prepare-run.ts';
import type { Evidence, PreparedRun } from '../../src/answers/prepare-run.ts';
import { seriesOf } from '../../src/answers/series-catalogue.ts';
import { readAssumptions } from '../../src/beliefs/assumption.ts';
import { readRegister } from '../../src/register/index.ts';
import type { History } from '../../src/register/index.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** The two days that the project’s tests stand on: the article’s, and one with everything known. */
export const DAYS = ['2025-02-15', '2026-09-30'] as const;
export type Day = (typeof DAYS)[number];

/** Texts of the shipped data by file name, `assumptions.csv` among them. */
export function shippedTexts(): Record<string, string> {
  const files = readFilesFrom();
  return { ...files.readRegisterFiles(), 'assumptions.csv': files.readData('assumptions.csv') };
}

/** Text of one shipped data file. */
export function dataText(name: string): string {
  return readFilesFrom().readData(name);
}

/** Reads texts such as `shippedTexts` gives. Throws `ProblemError`. */
export function evidenceFrom(texts: Readonly<Record<string, string>>): Evidence {
  const { 'assumptions.csv': assumptions = '', ...register } = texts;
  return {
    register: readRegister(register),
    assumptions: readAssumptions(assumptions, 'assumptions.csv'),
  };
}

let shipped: Evidence | undefined;

/** The shipped figures and assumptions, read once. */
export function evidence(): Evidence {
  return (shipped ??= evidenceFrom(shippedTexts()));
}

/** A scenario that sets nothing, with a name for headings. */
export const PLAIN: Scenario = { ...NOTHING_SET, name: 'plain' };

/** Any figures as of a day, nothing set. */
export function runFrom(known: Evidence, day: string, history: History = 'strict'): PreparedRun {
  return prepareRun(known, PLAIN, day, history);
}

const runs = new Map<string, PreparedRun>();

/** The shipped figures as of a day, nothing set, prepared once. */
export function runAsOf(day: Day): PreparedRun {
  const known = runs.get(day) ?? runFrom(evidence(), day);
  runs.set(day, known);
  return known;
}

/** Names of all scalars that a published series is made of, each once. */
export function publishedScalars({ catalogue }: PreparedRun): string[] {
  const members = seriesOf(catalogue).flatMap(({ dimensions }) => [...dimensions.values()].flat());
  return [...new Set(members.flatMap(({ scalars }) => scalars))];
}
