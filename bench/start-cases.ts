import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { DEFAULT_DRAWS } from '../src/cli/run-options.ts';
import type { Case, Settings, Timing } from './measurement.ts';
import { drawsOf } from './measurement.ts';
import { middle } from './spread.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;

export const START = 'chokepoint forecast, from its start';

/** The built program as a user starts it, from nothing to the whole answer. */
export const START_CASES: readonly Case[] = [
  {
    part: 'start',
    workload: START,
    engine: 'webassembly',
    precision: 'f64',
    workers: availableParallelism(),
    measure: wholeProgram,
  },
];

/** One process after the other, each with as many threads as it takes by itself. */
function wholeProgram(settings: Settings): Timing {
  const draws = drawsOf(DEFAULT_DRAWS, settings);
  const launcher = `${root}bin/chokepoint.js`;
  const times: number[] = [];
  let peakMemoryMB = 0;
  for (let run = 0; run < RUNS; run++) {
    const before = performance.now();
    const args = [
      '--import',
      TELL_MEMORY,
      launcher,
      'forecast',
      '--scenario',
      settings.scenario,
      '--draws',
      `${draws}`,
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    times.push(((performance.now() - before) * 1000) / draws);
    if (status !== 0 || stdout === '') throw new Error(`chokepoint forecast ended with ${status}: ${stderr}`);
    peakMemoryMB = Math.max(peakMemoryMB, (Number(stderr.trim().split('\n').at(-1)) * 1024) / 1e6);
  }
  return { draws, outputs: 0, warm: middle(times), cold: times[0]!, peakMemoryMB };
}

/** Tells on stderr, as the last line, the highest resident memory of a process in kilobytes. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
   if (isMainThread) process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS));`,
)}`;
