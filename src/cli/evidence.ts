import type { Evidence } from '../answers/prepare-run.ts';
import { readAssumptions } from '../beliefs/assumption.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { readRegister } from '../register/index.ts';
import type { Register } from '../register/index.ts';
import { readEmitted } from './emitted.ts';
import type { Files } from './files.ts';

const ASSUMPTIONS = 'assumptions.csv';

/**
 * The figures and assumptions of the package. Throws `ProblemError` with the problems of all files. Where the build
 * has made something of these very files, they are read only when somebody asks for them.
 */
export function readEvidence(files: Files): Evidence {
  const emitted = readEmitted(files);
  if (emitted === undefined) return parseEvidence(files);
  let parsed: Evidence | undefined;
  return {
    get register() {
      return (parsed ??= parseEvidence(files)).register;
    },
    get assumptions() {
      return (parsed ??= parseEvidence(files)).assumptions;
    },
    emitted,
  };
}

/** The register with any figures of one's own. Throws `ProblemError` with the problems of all files. */
export function readFullRegister(files: Files): Register {
  return readRegister(files.readRegisterFiles(), files.ownFigures);
}

/** The texts behind all evidence, by file; what was made of some stands for no others. */
export function evidenceTexts(files: Files): Record<string, string> {
  return {
    // A slash keeps them apart from files of the register by the same name.
    ...Object.fromEntries(Object.entries(files.ownFigures).map(([path, text]) => [`own/${path}`, text])),
    ...files.readRegisterFiles(),
    [ASSUMPTIONS]: files.readData(ASSUMPTIONS),
  };
}

export function parseEvidence(files: Files): Evidence {
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
  const register = gather(() => readFullRegister(files));
  const assumptions = gather(() => readAssumptions(files.readData(ASSUMPTIONS), ASSUMPTIONS));
  if (register === undefined || assumptions === undefined) throw new ProblemError(problems);
  return { register, assumptions };
}
