import { emitObserver, loadObserver } from '../engine/index.ts';
import type { EmittedFiles } from './emitted-files.ts';
import { emitRun } from './emitted-run.ts';
import type { EmittedKernel } from './emitted-run.ts';
import { keyOf, KernelStore } from './kernel-store.ts';
import { PLAIN } from './plain-scenario.ts';
import type { RunBase } from './run-base.ts';
import { runOn } from './scenario-run.ts';
import type { PreparedRun } from './scenario-run.ts';
import { answerShortage } from './shortage.ts';
import { writeEmitted } from './write-emitted.ts';
import type { WriteFile } from './write-emitted.ts';

/** Enough to have a kernel compiled. */
const ONE_DRAW = { draws: 1, seed: 1, workers: 1, backend: 'webassembly' } as const;

/** Asks what the first screen of the page asks, in both precisions: so its kernels become known to the run. */
export async function askFirstScreen(run: PreparedRun): Promise<void> {
  await answerShortage(run, ONE_DRAW);
  await answerShortage(run, { ...ONE_DRAW, precision: 'f32' });
}

/**
 * Compiles the kernels of the first screen for a base and writes both as the build writes those of its days, so that
 * whoever can load what was built can load this as well. Each kernel is compiled once.
 */
export async function writeFirstScreen(base: RunBase, write: WriteFile): Promise<EmittedFiles> {
  const emitted: EmittedKernel[] = [];
  const kernels = new KernelStore((graph, observations, options) => {
    const kernel = emitObserver(graph, observations, options);
    emitted.push({ key: keyOf({ observations, options }), kernel });
    return loadObserver(kernel);
  });
  await askFirstScreen(runOn({ ...base, kernels }, PLAIN));
  return writeEmitted(emitRun(base), emitted, write);
}
