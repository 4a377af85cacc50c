import { browserWorkers, WorkerPool } from '../../engine/index.ts';
import { createWorkerLoop } from '../../engine/ensemble/worker-loop.ts';
import type { FromWorker, ToWorker } from '../../engine/ensemble/worker-message.ts';
import type { FromAnswerer } from './worker-message.ts';

/** The part of a worker's global scope that is used. */
interface Scope {
  readonly name: string;
  readonly location: { readonly href: string };
  addEventListener(type: 'message', listener: (event: { readonly data: never }) => void): void;
  postMessage(message: FromWorker | FromAnswerer, transfer: ArrayBuffer[]): void;
}

const DRAWS = 'draws';
/** More would stand idle over the few thousand futures of a page. */
const MOST_WORKERS = 8;
const scope = globalThis as unknown as Scope;

/** What a worker of the page is given to answer with. */
export interface Surroundings<ToThis> {
  readonly pool: WorkerPool | undefined;
  /** The folder that the build puts beside that of the scripts. */
  readonly data: URL;
  readonly post: (message: FromAnswerer) => void;
  /** Messages that came before are heard at once. */
  readonly hear: (listener: (message: ToThis) => void) => void;
}

/**
 * Runs a script both as the worker that answers and as those that draw futures for it, so that it is loaded once. What
 * `answer` throws is posted as a failure of everything.
 */
export function startWorker<ToThis>(answer: (surroundings: Surroundings<ToThis>) => Promise<void>): void {
  if (scope.name === DRAWS) {
    const loop = createWorkerLoop((message, transfer) => scope.postMessage(message, transfer));
    scope.addEventListener('message', ({ data }: { readonly data: ToWorker }) => loop(data));
    return;
  }
  const waiting: ToThis[] = [];
  let hear = (message: ToThis): void => void waiting.push(message);
  scope.addEventListener('message', ({ data }: { readonly data: ToThis }) => hear(data));
  const post = (message: FromAnswerer): void => scope.postMessage(message, []);
  answer({
    pool: startPool(),
    data: new URL('../data/', scope.location.href),
    post,
    hear(listener) {
      hear = listener;
      for (const message of waiting) listener(message);
    },
  }).catch((error: unknown) => {
    post({ kind: 'failed', id: null, reason: error instanceof Error ? error.message : String(error) });
  });
}

function startPool(): WorkerPool | undefined {
  const host = browserWorkers(() => new Worker(scope.location.href, { type: 'module', name: DRAWS }));
  if (host === undefined) return undefined;
  const pool = new WorkerPool({ ...host, cores: Math.min(host.cores, MOST_WORKERS) });
  pool.start(pool.cores);
  return pool;
}
