import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { REGISTER_FILES } from '../register/index.ts';

/** All access to files; the rest of the program sees texts by name. */
export interface Files {
  /** Texts of the register's data files, by file name. */
  readRegisterFiles(): Record<string, string>;
  /** Texts of figures of one's own that are added to those of the register, by path; none unless asked for. */
  readonly ownFigures: Readonly<Record<string, string>>;
  /** One data file of the package by name, e.g. `assumptions.csv`. Throws `unreadable-file`. */
  readData(name: string): string;
  /** Names of the scenarios that ship with the package, in code-unit order. */
  scenarioNames(): readonly string[];
  /** A shipped scenario by name, or any file by path; `undefined` where there is none. */
  readScenario(name: string): { readonly file: string; readonly text: string } | undefined;
  /** A file named by the user. Throws `unreadable-file`. */
  readText(path: string): string;
  /** Writes a file named by the user, text in UTF-8. Throws `unwritable-file`. */
  write(path: string, contents: string | Uint8Array): void;
  /** The text that a problem's place names, to show its line: a data file, a shipped scenario or a file by path. */
  readSource(file: string): string | undefined;
  /** What the build left for later, `undefined` where there is no such file, or where sources run unbuilt. */
  readEmitted(name: string): Uint8Array | undefined;
  version(): string;
}

/** Beside the compiled program; sources have no such folder, so what is tested is what stands in them. */
export const EMITTED = new URL('../emitted/', import.meta.url);

/** Files of this package, wherever it is installed: `dist/cli` and `src/cli` lie equally deep. */
export function readFilesFrom(packageFolder = fileURLToPath(new URL('../..', import.meta.url))): Files {
  const data = join(packageFolder, 'data');
  const scenarios = join(data, 'scenarios');
  return {
    readRegisterFiles: () =>
      Object.fromEntries(
        REGISTER_FILES.flatMap((name) => {
          const text = readOrNothing(join(data, name));
          return text === undefined ? [] : [[name, text] as const];
        }),
      ),
    ownFigures: {},
    scenarioNames: () =>
      readdirSync(scenarios)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => basename(name, '.yaml'))
        .sort(),
    readScenario: (name) => {
      const shipped = /^[\w-]+$/u.test(name) ? readOrNothing(join(scenarios, `${name}.yaml`)) : undefined;
      if (shipped !== undefined) return { file: `data/scenarios/${name}.yaml`, text: shipped };
      const text = readOrNothing(name);
      return text === undefined ? undefined : { file: name, text };
    },
    readData: (name) => readOrThrow(join(data, name), `data/${name}`),
    readText: (path) => readOrThrow(path, path),
    write: (path, contents) => {
      try {
        writeFileSync(path, contents);
      } catch {
        throw new ProblemError([{ code: 'unwritable-file', place: { file: path }, params: {} }]);
      }
    },
    readSource: (file) =>
      readOrNothing(join(data, basename(file) === file ? file : `../${file}`)) ?? readOrNothing(file),
    readEmitted: (name) => {
      try {
        return new Uint8Array(readFileSync(new URL(name, EMITTED)));
      } catch {
        return undefined;
      }
    },
    version: () => versionIn(readFileSync(join(packageFolder, 'package.json'), 'utf8')),
  };
}

/** The same files with figures of one's own beside those of the register. Throws `unreadable-file`, every one at once. */
export function withFigures(files: Files, paths: readonly string[]): Files {
  const ownFigures = { ...files.ownFigures };
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      ownFigures[path] = files.readText(path);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return { ...files, ownFigures };
}

function readOrNothing(path: string): string | undefined {
  try {
    // A byte-order mark, as Excel writes it, is no part of the first column's name.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    return undefined;
  }
}

function readOrThrow(path: string, file: string): string {
  const text = readOrNothing(path);
  if (text === undefined) throw new ProblemError([{ code: 'unreadable-file', place: { file }, params: {} }]);
  return text;
}

function versionIn(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}
