import { createHash } from 'node:crypto';
import { restoreRun } from '../answers/emitted-run.ts';
import type { EmittedRun } from '../answers/emitted-run.ts';
import type { EmittedFiles } from '../answers/emitted-files.ts';
import type { EmittedBases } from '../answers/run-base.ts';
import { loadObserver } from '../engine/index.ts';
import type { EmittedObserver, ObserverSource } from '../engine/index.ts';
import { evidenceTexts } from './evidence.ts';
import type { Files } from './files.ts';

export const MANIFEST = 'manifest.json';

/** What the build made, and of what. */
export interface Manifest {
  /** Hash of the figures and assumptions. */
  readonly evidence: string;
  /** Hash of the program that made it. */
  readonly program: string;
  readonly runs: readonly EmittedFiles[];
}

/** What the build made of these very figures and assumptions; undefined where there is nothing, or of other ones. */
export function readEmitted(files: Files): EmittedBases | undefined {
  const manifest = readJson(files, MANIFEST) as Manifest | undefined;
  if (manifest === undefined || manifest.evidence !== hashOf(evidenceTexts(files))) return undefined;
  return {
    base(day, history, evidence) {
      const found = manifest.runs.find((run) => run.day === day && run.history === history);
      const emitted = found && (readJson(files, found.run) as EmittedRun | undefined);
      return emitted && restoreRun(emitted, evidence, (key) => readKernel(files, found, key));
    },
  };
}

function readKernel(files: Files, { kernels }: EmittedFiles, key: string): ObserverSource | undefined {
  const found = kernels.find((kernel) => kernel.key === key);
  if (found === undefined) return undefined;
  const about = readJson(files, found.file) as EmittedObserver | undefined;
  const bytes = found.module === null ? undefined : files.readEmitted(found.module);
  if (about?.backend !== 'webassembly') return about && loadObserver(about);
  return bytes && loadObserver({ ...about, bytes });
}

/** What the JSON file says; only the build writes such files, so their form is taken on trust. */
function readJson(files: Files, name: string): unknown {
  const bytes = files.readEmitted(name);
  return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
}

/** Hash of texts and their names. */
export function hashOf(texts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(texts)) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex');
}
