import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { answerForecast } from '../answers/forecast.ts';
import type { EmittedFiles } from '../answers/emitted-files.ts';
import { hashOf, MANIFEST } from './emitted.ts';
import type { Manifest } from './emitted.ts';
import { evidenceTexts, parseEvidence } from './evidence.ts';
import { EMITTED, readFilesFrom } from './files.ts';
import { emittedRun, ONE_DRAW, writeRun } from './write-run.ts';

/*
 * The last step of the build: forms the beliefs of the days that most questions are about, compiles the kernels of
 * the first screen for both backends, and leaves them beside the program, so that it starts at once.
 */

/** Scenarios whose days are emitted. */
const SCENARIOS = ['latest', 'february-2025'];
const BACKENDS = ['webassembly', 'javascript'] as const;

const files = readFilesFrom();
const hashes = { evidence: hashOf(evidenceTexts(files)), program: hashOf(programTexts()) };
if (!isUpToDate()) await emit();

function isUpToDate(): boolean {
  const bytes = files.readEmitted(MANIFEST);
  if (bytes === undefined) return false;
  const { evidence, program }: Manifest = JSON.parse(new TextDecoder().decode(bytes));
  return evidence === hashes.evidence && program === hashes.program;
}

/** The compiled program; what the emitted files hold depends on all of it. */
function programTexts(): Record<string, string> {
  const root = new URL('..', EMITTED);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, root), 'utf8')]));
}

async function emit(): Promise<void> {
  rmSync(EMITTED, { recursive: true, force: true });
  mkdirSync(EMITTED, { recursive: true });
  const evidence = parseEvidence(files);
  const runs: EmittedFiles[] = [];
  for (const name of SCENARIOS) {
    const run = emittedRun(name, files, evidence);
    // Asking the questions of the first screen is how its kernels become known.
    for (const backend of BACKENDS) await answerForecast(run.run, { ...ONE_DRAW, backend });
    runs.push(writeRun(run, write));
  }
  const manifest: Manifest = { ...hashes, runs };
  write(MANIFEST, JSON.stringify(manifest));
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, EMITTED), content);
}
