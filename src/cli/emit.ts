import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { emitKernels, emitRun } from '../answers/emitted-run.ts';
import { answerForecast } from '../answers/forecast.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import { formBase } from '../answers/run-base.ts';
import type { Evidence } from '../answers/run-base.ts';
import { readScenario } from './dated-scenario.ts';
import { hashOf, MANIFEST } from './emitted.ts';
import type { EmittedFiles, Manifest } from './emitted.ts';
import { evidenceTexts, lastPublished, parseEvidence } from './evidence.ts';
import { EMITTED, readFilesFrom } from './files.ts';
import type { Files } from './files.ts';

/*
 * The last step of the build: forms the beliefs of the days that most questions are about, compiles the kernels of
 * the first screen for both backends, and leaves them beside the program, so that it starts at once.
 */

/** Scenarios whose days are emitted. */
const SCENARIOS = ['latest', 'february-2025'];
const BACKENDS = ['webassembly', 'javascript'] as const;
const HISTORY = 'strict';

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
  for (const name of SCENARIOS) runs.push(await emitScenario(name, files, evidence));
  const manifest: Manifest = { ...hashes, lastPublished: lastPublished(evidence), runs };
  write(MANIFEST, JSON.stringify(manifest));
}

async function emitScenario(name: string, from: Files, evidence: Evidence): Promise<EmittedFiles> {
  const { scenario, day } = readScenario(name, from, evidence);
  const base = formBase(evidence, day, HISTORY);
  const emitted = { lastPublished: lastPublished(evidence), base: () => base };
  const run = prepareRun({ ...evidence, emitted }, scenario, day, HISTORY);
  // Asking the questions of the first screen is how its kernels become known.
  for (const backend of BACKENDS) await answerForecast(run, { draws: 1, seed: 1, workers: 1, backend });
  const stem = `${day}-${HISTORY}`;
  write(`${stem}.json`, JSON.stringify(emitRun(base)));
  const kernels = emitKernels(base).map(({ key, kernel }, index) => {
    const file = `${stem}-${index}.json`;
    if (kernel.backend === 'javascript') {
      write(file, JSON.stringify(kernel));
      return { key, file, module: null };
    }
    const { bytes, ...about } = kernel;
    const module = `${stem}-${index}.wasm`;
    write(file, JSON.stringify(about));
    write(module, bytes);
    return { key, file, module };
  });
  return { day, history: HISTORY, run: `${stem}.json`, kernels };
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, EMITTED), content);
}
