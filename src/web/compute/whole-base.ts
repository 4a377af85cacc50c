import type { EmittedFiles, PageManifest } from '../../answers/emitted-files.ts';
import { readAssumptions } from '../../beliefs/assumption.ts';
import { restoreRun } from '../../answers/emitted-run.ts';
import type { EmittedRun } from '../../answers/emitted-run.ts';
import type { Evidence, RunBase } from '../../answers/run-base.ts';
import { readRegister } from '../../register/index.ts';
import type { PageFiles } from './page-base.ts';

const ASSUMPTIONS = 'assumptions.csv';
let evidence: Promise<Evidence> | undefined;

/** Figures and assumptions, read once. */
export function loadEvidence(files: PageFiles, { texts }: PageManifest): Promise<Evidence> {
  evidence ??= readEvidence(files, texts);
  return evidence;
}

async function readEvidence(files: PageFiles, names: readonly string[]): Promise<Evidence> {
  const read = await Promise.all(names.map(async (name) => [name, await files.text(name)] as const));
  const texts = Object.fromEntries(read);
  const { [ASSUMPTIONS]: assumptions = '', ...register } = texts;
  return { register: readRegister(register), assumptions: readAssumptions(assumptions, ASSUMPTIONS) };
}

/** The base of a run with its figures, equations and compilers: for what the first screen does not ask. */
export async function loadWholeBase(
  files: PageFiles,
  manifest: PageManifest,
  { run }: EmittedFiles,
): Promise<RunBase> {
  const [known, emitted] = await Promise.all([
    loadEvidence(files, manifest),
    files.json(run) as Promise<EmittedRun>,
  ]);
  return restoreRun(emitted, known, () => undefined);
}
