import { basename } from 'node:path';
import type { Evidence } from '../answers/prepare-run.ts';
import { readAssumptions } from '../beliefs/assumption.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { readRegister, REGISTER_FILES } from '../register/index.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { readScenario } from './dated-scenario.ts';
import { readEvidence } from './evidence.ts';
import type { Files } from './files.ts';

/** What became of one file. */
export type Validation =
  | {
      readonly file: string;
      readonly kind: 'scenario';
      readonly scenario: Scenario;
      readonly problems: readonly [];
    }
  | { readonly file: string; readonly kind: 'data'; readonly rows: number; readonly problems: readonly [] }
  | { readonly file: string; readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Checks each file by its kind: a scenario with its parents against the levers, plants and products of its day, or a
 * data file together with the register, so that ids, products and statements are seen to fit. Nothing is written.
 */
export function validateFiles(paths: readonly string[], files: Files): Validation[] {
  let known: Evidence | undefined;
  const evidence = (): Evidence => (known ??= readEvidence(files));
  return paths.map((file): Validation => {
    try {
      if (/\.ya?ml$/u.test(file)) return validateScenario(file, files, evidence());
      if (basename(file) === 'assumptions.csv') return validateAssumptions(file, files);
      if (/\.csv$/iu.test(file)) return validateData(file, files);
      const problem = { code: 'unknown-file-type', place: { file }, params: {} };
      return { file, kind: 'invalid', problems: [problem] };
    } catch (error) {
      if (error instanceof ProblemError) return { file, kind: 'invalid', problems: error.problems };
      throw error;
    }
  });
}

function validateScenario(file: string, files: Files, evidence: Evidence): Validation {
  const { scenario } = readScenario({ file, text: files.readText(file) }, files, evidence);
  return { file, kind: 'scenario', scenario, problems: [] };
}

function validateAssumptions(file: string, files: Files): Validation {
  return { file, kind: 'data', rows: readAssumptions(files.readText(file), file).length, problems: [] };
}

function validateData(file: string, files: Files): Validation {
  const text = files.readText(file);
  // A file of the register by name stands in for the shipped one; any other is added to it.
  const shipped = REGISTER_FILES.find((name) => name === basename(file));
  const name = shipped ?? file;
  try {
    const known = files.readRegisterFiles();
    const register = shipped
      ? readRegister({ ...known, [name]: text })
      : readRegister(known, { [name]: text });
    const lines = [...register.places.values()].filter((place) => place.file === name).length;
    const rows = lines > 0 ? lines : register.facts.filter((row) => row.file === name).length;
    return { file, kind: 'data', rows, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { file, kind: 'invalid', problems: error.problems.map((problem) => inFile(problem, name, file)) };
  }
}

/** A problem in the register's file `name`, placed in the file by the path under which the user knows it. */
function inFile(problem: Problem, name: string, path: string): Problem {
  const { code, place, params } = problem;
  return place?.file === name ? { code, place: { ...place, file: path }, params } : problem;
}
