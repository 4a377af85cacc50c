import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, Timing } from './measurement.ts';

export type PeerEngine = 'numpy' | 'sdeverywhere' | 'squiggle';

/** What a peer printed, and its results, `[step][draw]`. */
export interface PeerRun {
  readonly timing: Omit<Timing, 'outputs'>;
  readonly results: Float64Array;
}

const folder = fileURLToPath(new URL('peers/', import.meta.url));

/** Draws that go through numpy at a time: what ran fastest of 512 to 10,000. */
const NUMPY_PART = 2048;

/** Timed passes over all draws, so that each peer takes some tenths of a second or more. */
const PASSES: Readonly<Record<PeerEngine, number>> = { numpy: 30, sdeverywhere: 3, squiggle: 1 };

/** Why an engine cannot be measured here, in one line with what to do about it; undefined where it can. */
export function missingPeer(engine: Engine): string | undefined {
  switch (engine) {
    case 'numpy':
      return runs('python3', ['-c', 'import numpy'])
        ? undefined
        : 'Not measured: numpy, since python3 does not find it here (Debian: apt install python3-numpy).';
    case 'sdeverywhere':
      return missingPackage('SDEverywhere', '@sdeverywhere/compile');
    case 'squiggle':
      return missingPackage('Squiggle', '@quri/squiggle-lang');
    default:
      return undefined;
  }
}

function missingPackage(name: string, specifier: string): string | undefined {
  return existsSync(join(folder, 'node_modules', specifier))
    ? undefined
    : `Not measured: ${name}, which is not installed (npm ci --prefix bench/peers).`;
}

function runs(command: string, words: readonly string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the small model in a process of the peer’s own; `inputs` are `[draw][input]`. Squiggle draws its own. */
export function runPeer(engine: PeerEngine, inputs: Float64Array, draws: number): PeerRun {
  const temporary = mkdtempSync(join(tmpdir(), 'chokepoint-peer-'));
  try {
    const [from, to] = [join(temporary, 'inputs'), join(temporary, 'results')];
    writeFileSync(from, inputs);
    const passes = String(PASSES[engine]);
    const [command, ...words] = {
      numpy: ['python3', join(folder, 'small_model.py'), from, to, passes, String(NUMPY_PART)],
      sdeverywhere: [process.execPath, join(folder, 'sdeverywhere.js'), from, to, passes],
      squiggle: [process.execPath, join(folder, 'squiggle.js'), to, String(draws), passes],
    }[engine] as [string, ...string[]];
    const text = execFileSync(command, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      // The libraries of linear algebra under numpy would take all cores.
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
    });
    const timing: PeerRun['timing'] = JSON.parse(text);
    const bytes = new Uint8Array(readFileSync(to));
    return { timing, results: new Float64Array(bytes.buffer) };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
