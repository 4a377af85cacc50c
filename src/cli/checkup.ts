import { availableParallelism, totalmem } from 'node:os';
import { checkBackends, checkWorkers, worstOf } from '../answers/checkup.ts';
import type { Check, CheckFindings, Checkup, CheckOf } from '../answers/checkup.ts';
import { prepareRun } from '../answers/prepare-run.ts';
import type { Evidence } from '../answers/prepare-run.ts';
import { simdSupported } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { DEFAULT_SCENARIO } from '../scenario/scenario-url.ts';
import { readScenario } from './dated-scenario.ts';
import { MANIFEST, readEmitted } from './emitted.ts';
import { parseEvidence, readEvidence } from './evidence.ts';
import type { Files } from './files.ts';
import { DEFAULT_DRAWS } from './run-options.ts';

/** Draws that both backends make: JavaScript takes a few milliseconds for each. */
const COMPARED_DRAWS = 64;

/** Looks at everything that an answer needs, and makes the first one in every way there is. Changes nothing. */
export async function checkUp(files: Files, machine: CheckFindings['machine']): Promise<Checkup> {
  const checks: Check[] = [
    { name: 'machine', state: 'well', found: machine, problems: [] },
    checkVectors(),
    checkBuild(files),
  ];
  const figures = checkFigures(files);
  checks.push(figures);
  if (figures.state !== 'wrong') {
    const evidence = readEvidence(files);
    checks.push(checkScenarios(files, evidence));
    if (worstOf(checks) !== 'wrong') checks.push(...(await checkForecast(files, evidence, machine)));
  }
  return { version: files.version(), state: worstOf(checks), checks };
}

/** The machine that this runs on. */
export function thisMachine(): CheckFindings['machine'] {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    threads: availableParallelism(),
    // Of a container that is held to less; 0 or more than there is where nothing holds it.
    memory: Math.min(totalmem(), process.constrainedMemory() || Infinity),
  };
}

function checkVectors(): CheckOf<'vectors'> {
  const supported = simdSupported();
  const backend = supported ? 'webassembly' : 'javascript';
  return { name: 'vectors', state: supported ? 'well' : 'slower', found: { backend }, problems: [] };
}

function checkBuild(files: Files): CheckOf<'build'> {
  const isThere = files.readEmitted(MANIFEST) !== undefined;
  const made = readEmitted(files) !== undefined ? 'these' : isThere ? 'others' : 'none';
  return { name: 'build', state: made === 'these' ? 'well' : 'slower', found: { made }, problems: [] };
}

function checkFigures(files: Files): CheckOf<'figures'> {
  const { value, problems } = tried(() => parseEvidence(files));
  const found = value && { rows: value.register.facts.length, assumptions: value.assumptions.length };
  return { name: 'figures', state: found ? 'well' : 'wrong', found: found ?? null, problems };
}

function checkScenarios(files: Files, evidence: Evidence): CheckOf<'scenarios'> {
  const names = files.scenarioNames();
  const results = names.map((name) => tried(() => readScenario(name, files, evidence)));
  const valid = results.filter(({ value }) => value !== undefined).length;
  const state = valid === names.length ? 'well' : 'wrong';
  const problems = results.flatMap((result) => result.problems);
  return { name: 'scenarios', state, found: { shipped: names.length, valid }, problems };
}

/** The default forecast, in both backends and on all threads. */
async function checkForecast(
  files: Files,
  evidence: Evidence,
  { threads }: CheckFindings['machine'],
): Promise<Check[]> {
  const { scenario, day } = readScenario(DEFAULT_SCENARIO, files, evidence);
  const run = prepareRun(evidence, scenario, day, 'strict');
  return [
    await checkBackends(run, COMPARED_DRAWS),
    await checkWorkers(run, DEFAULT_DRAWS, Math.max(2, threads)),
  ];
}

/** What something gives, or the problems for which it gives nothing. */
function tried<Value>(give: () => Value): { readonly value?: Value; readonly problems: readonly Problem[] } {
  try {
    return { value: give(), problems: [] };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems };
    throw error;
  }
}
