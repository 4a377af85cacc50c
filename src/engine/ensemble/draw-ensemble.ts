import type { Problem } from '../../problem/problem.ts';
import type { Block } from './block.ts';
import { drawInline } from './draw-inline.ts';
import type { EnsembleJob } from './ensemble-job.ts';
import { WorkerPool } from './worker-pool.ts';
import { workersHere } from './workers-here.ts';

export interface DrawOptions {
  /**
   * Threads that draw beside the caller’s; 0 or 1 for the caller’s own alone. Where not given, as many as there are
   * cores when the draws are many enough to gain by it.
   */
  readonly workers?: number | undefined;
  /** Workers to use; the program’s own where not given. */
  readonly pool?: WorkerPool | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called in order with the number of draws done. */
  readonly progress?: ((done: number) => void) | undefined;
  /** Hears of `worker-stopped` (reason, left); the draws are then made by others. */
  readonly note?: ((problem: Problem) => void) | undefined;
}

/** Starting workers costs about what so many draws of a large model cost. */
const WORTH_STARTING = 512;
/** Handing out fewer draws costs more than it gains, even with workers standing ready. */
const WORTH_SHARING = 64;

let shared: Promise<WorkerPool | undefined> | undefined;

/** The program’s own workers, none of them started yet; `undefined` where the place has none. */
function sharedPool(): Promise<WorkerPool | undefined> {
  shared ??= workersHere().then((host) => host && new WorkerPool(host));
  return shared;
}

/** The pool that is named, or the program’s own. */
export async function poolOf({ pool }: Pick<DrawOptions, 'pool'>): Promise<WorkerPool | undefined> {
  return pool ?? (await sharedPool());
}

/** Starts the workers that `drawEnsemble` would use for so many draws, while the caller still prepares its job. */
export async function warmWorkers(draws: number, workers?: number): Promise<void> {
  const pool = await sharedPool();
  const count = pool && (workers ?? automatic(pool, draws));
  if (count !== undefined && count > 1) pool?.start(count);
}

/** Stops the program’s own workers and gives their memory back; they start again when needed. */
export async function stopWorkers(): Promise<void> {
  (await sharedPool())?.close();
}

/**
 * Draws a job; `consume` gets its blocks in order, and the same bytes whoever draws them; it copies what it keeps,
 * since their memory is used again. Resolves to the number of threads beside the caller’s that drew. Rejects with the
 * signal’s reason when aborted: then nothing more is called.
 */
export async function drawEnsemble(
  job: EnsembleJob,
  consume: (block: Block) => void,
  options: DrawOptions,
): Promise<number> {
  const { signal, note, progress } = options;
  signal?.throwIfAborted();
  const pool = options.workers !== undefined && options.workers < 2 ? undefined : await poolOf(options);
  const workers = pool === undefined ? 0 : (options.workers ?? automatic(pool, job.draws));
  const take = (block: Block): void => {
    consume(block);
    progress?.(block.first + block.draws);
  };
  if (pool !== undefined && workers > 1) return pool.run(job, workers, take, { signal, note });
  await drawInline(job, take, signal);
  return 0;
}

function automatic(pool: WorkerPool, draws: number): number {
  const worth = pool.size > 1 ? WORTH_SHARING : WORTH_STARTING;
  return draws < worth ? 0 : pool.cores;
}
