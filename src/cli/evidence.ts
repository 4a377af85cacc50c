import type { Evidence } from '../answers/prepare-run.ts';
import { readAssumptions } from '../beliefs/assumption.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { readRegister } from '../register/index.ts';
import type { Files } from './files.ts';

const ASSUMPTIONS = 'assumptions.csv';

/** The figures and assumptions of the package. Throws `ProblemError` with the problems of all files. */
export function readEvidence(files: Files): Evidence {
  const problems: Problem[] = [];
  const gather = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const register = gather(() => readRegister(files.readRegisterFiles()));
  const assumptions = gather(() => readAssumptions(files.readData(ASSUMPTIONS), ASSUMPTIONS));
  if (register === undefined || assumptions === undefined) throw new ProblemError(problems);
  return { register, assumptions };
}

/** The last day on which anything in the register was published: the date of a run that names none. */
export function lastPublished({ register }: Evidence): string {
  return register.facts.reduce((last, row) => (row.published > last ? row.published : last), '');
}
