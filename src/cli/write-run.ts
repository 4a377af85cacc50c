import type { EmittedFiles } from '../answers/emitted-files.ts';
import { emitKernels, emitRun } from '../answers/emitted-run.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import type { PreparedRun } from '../answers/prepare-run.ts';
import { formBase } from '../answers/run-base.ts';
import type { Evidence, RunBase } from '../answers/run-base.ts';
import { writeEmitted } from '../answers/write-emitted.ts';
import type { WriteFile } from '../answers/write-emitted.ts';
import { readScenario } from './dated-scenario.ts';
import type { Files } from './files.ts';

const HISTORY = 'strict';
/** Enough to have a kernel compiled. */
export const ONE_DRAW = { draws: 1, seed: 1, workers: 1 } as const;

/** A run on a base of its own, which comes to know the kernels of the questions that are asked of it. */
export interface EmittedScenario {
  readonly base: RunBase;
  readonly run: PreparedRun;
}

/** The run of a shipped scenario, for its questions to be asked. */
export function emittedRun(name: string, files: Files, evidence: Evidence): EmittedScenario {
  const { scenario, day } = readScenario(name, files, evidence);
  const base = formBase(evidence, day, HISTORY);
  const emitted = { base: () => base };
  return { base, run: prepareRun({ ...evidence, emitted }, scenario, day, HISTORY) };
}

/** Writes the base of a run and every kernel that it has come to know. */
export function writeRun({ base }: EmittedScenario, write: WriteFile): EmittedFiles {
  return writeEmitted(emitRun(base), emitKernels(base), write);
}
