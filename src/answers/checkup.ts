import { simdSupported } from '../engine/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { answerForecast } from './forecast.ts';
import type { PreparedRun } from './prepare-run.ts';

/** `slower`: every answer is right, but takes longer than it need. */
export type CheckState = 'well' | 'slower' | 'wrong';

/** What each check found, in the order in which they are made. */
export interface CheckFindings {
  /** Version of Node, which the launcher refuses where it is too old; threads that run side by side; bytes of memory. */
  readonly machine: {
    readonly node: string;
    readonly platform: string;
    readonly threads: number;
    readonly memory: number;
  };
  /** Whether there are vectors in WebAssembly. */
  readonly vectors: { readonly backend: 'webassembly' | 'javascript' };
  /** What the build left for the first answer: of these very figures, of other ones, or nothing. */
  readonly build: { readonly made: 'these' | 'others' | 'none' };
  /** Rows and assumptions; null where they cannot be read, for which there are problems then. */
  readonly figures: { readonly rows: number; readonly assumptions: number } | null;
  /** Shipped scenarios, and how many of them are in order. */
  readonly scenarios: { readonly shipped: number; readonly valid: number };
  /** The same futures in WebAssembly and in JavaScript. */
  readonly backends: { readonly draws: number; readonly compared: boolean; readonly same: boolean };
  /** The same futures on one thread and on several; `threads` had a share in the second run, which took so many ms. */
  readonly workers: {
    readonly draws: number;
    readonly threads: number;
    readonly same: boolean;
    readonly milliseconds: number;
  };
}

export type CheckName = keyof CheckFindings;

export interface CheckOf<Name extends CheckName> {
  readonly name: Name;
  readonly state: CheckState;
  readonly found: CheckFindings[Name];
  /** Why, where something is wrong with a file or a thread. */
  readonly problems: readonly Problem[];
}

export type Check = { [Name in CheckName]: CheckOf<Name> }[CheckName];

/** Whether a machine runs Chokepoint as it should. */
export interface Checkup {
  readonly version: string;
  /** The worst of its checks. */
  readonly state: CheckState;
  readonly checks: readonly Check[];
}

/** Of checks, the worst. */
export function worstOf(checks: readonly Check[]): CheckState {
  if (checks.some(({ state }) => state === 'wrong')) return 'wrong';
  return checks.some(({ state }) => state === 'slower') ? 'slower' : 'well';
}

/** Whether the forecast of a run is the same, to the last bit, in WebAssembly and in JavaScript. */
export async function checkBackends(run: PreparedRun, draws: number): Promise<CheckOf<'backends'>> {
  if (!simdSupported())
    return { name: 'backends', state: 'well', found: { draws, compared: false, same: true }, problems: [] };
  const options = { draws, seed: 1, workers: 1 };
  const compiled = await forecastText(run, { ...options, backend: 'webassembly' });
  const same = (await forecastText(run, { ...options, backend: 'javascript' })) === compiled;
  const found = { draws, compared: true, same };
  return { name: 'backends', state: same ? 'well' : 'wrong', found, problems: [] };
}

/**
 * Whether the forecast of a run is the same on one thread and on as many as there are, and how long the second takes.
 * Threads that stopped are among the problems; `pool` stands in for the program’s own.
 */
export async function checkWorkers(
  run: PreparedRun,
  draws: number,
  threads: number,
  pool?: EnsembleOptions['pool'],
): Promise<CheckOf<'workers'>> {
  const problems: Problem[] = [];
  const alone = await forecastText(run, { draws, seed: 1, workers: 1 });
  const shared: EnsembleOptions = {
    draws,
    seed: 1,
    workers: threads,
    pool,
    note: (problem) => problems.push(problem),
  };
  // The first run starts the threads.
  await forecastText(run, shared);
  const start = performance.now();
  const same = (await forecastText(run, shared)) === alone;
  const milliseconds = Math.round(performance.now() - start);
  const state = same ? (problems.length > 0 ? 'slower' : 'well') : 'wrong';
  return { name: 'workers', state, found: { draws, threads, same, milliseconds }, problems };
}

async function forecastText(run: PreparedRun, options: EnsembleOptions): Promise<string> {
  return JSON.stringify(await answerForecast(run, options));
}
