import { openObserver } from '../wasm/observer.ts';
import type { Observer, ObserverSource } from '../wasm/observer.ts';
import type { Block } from './block.ts';
import { BlockRunner } from './block-runner.ts';
import { breather } from './breathe.ts';
import { blockCount } from './ensemble-job.ts';
import type { EnsembleJob } from './ensemble-job.ts';

/** Opened once in this thread; a run of a kernel leaves nothing behind for the next, so jobs may share it. */
const opened = new WeakMap<ObserverSource, Observer>();

/** Blocks drawn before, by number. */
export interface Drawn {
  readonly from: number;
  readonly ready: ReadonlyMap<number, Block>;
}

/**
 * Draws a job’s blocks in the caller’s thread, in order, letting the event loop turn now and then. Throws the
 * signal’s reason once aborted, and what `createSampler` throws.
 */
export async function drawInline(
  job: EnsembleJob,
  consume: (block: Block) => void,
  signal: AbortSignal | undefined,
  drawn: Drawn = { from: 0, ready: new Map() },
): Promise<void> {
  const kernel = opened.get(job.kernel) ?? openObserver(job.kernel);
  opened.set(job.kernel, kernel);
  const runner = new BlockRunner(job, kernel);
  const breathe = breather();
  const count = blockCount(job);
  let room: Block['numbers'] | undefined;
  for (let index = drawn.from; index < count; index++) {
    signal?.throwIfAborted();
    const block = drawn.ready.get(index) ?? runner.run(index, room);
    consume(block);
    room = block.numbers;
    await breathe();
  }
  signal?.throwIfAborted();
}
