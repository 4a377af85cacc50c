import { browserWorkers, simdSupported, WorkerPool } from '../../engine/index.ts';
import { createWorkerLoop } from '../../engine/ensemble/worker-loop.ts';
import type { FromWorker, ToWorker } from '../../engine/ensemble/worker-message.ts';
import { Answerer } from './answerer.ts';
import { filesAt, loadManifest } from './page-base.ts';
import type { FromAnswerer, ToAnswerer } from './worker-message.ts';

// One script for the worker that answers and for those that draw futures for it, so that it is loaded once.
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

if (scope.name === DRAWS) {
  const loop = createWorkerLoop((message, transfer) => scope.postMessage(message, transfer));
  scope.addEventListener('message', ({ data }: { readonly data: ToWorker }) => loop(data));
} else {
  void answer();
}

async function answer(): Promise<void> {
  const post = (message: FromAnswerer): void => scope.postMessage(message, []);
  // Heard before there is anything to answer with.
  const waiting: ToAnswerer[] = [];
  let hear = (message: ToAnswerer): void => void waiting.push(message);
  scope.addEventListener('message', ({ data }: { readonly data: ToAnswerer }) => hear(data));
  try {
    if (!simdSupported()) throw new Error('WebAssembly SIMD');
    const pool = startPool();
    const files = filesAt(dataFolder());
    const manifest = await loadManifest(files);
    const { version, lastPublished, runs, scenarios } = manifest;
    const days = runs.map(({ day }) => day).toSorted((a, b) => (a < b ? 1 : -1));
    post({ kind: 'contents', contents: { version, lastPublished, days, scenarios } });
    const answerer = new Answerer(files, manifest, pool, post);
    hear = (message) => answerer.hear(message);
    for (const message of waiting) hear(message);
  } catch (error) {
    post({ kind: 'failed', id: null, reason: error instanceof Error ? error.message : String(error) });
  }
}

function startPool(): WorkerPool | undefined {
  const host = browserWorkers(() => new Worker(scope.location.href, { type: 'module', name: DRAWS }));
  if (host === undefined) return undefined;
  const pool = new WorkerPool({ ...host, cores: Math.min(host.cores, MOST_WORKERS) });
  pool.start(pool.cores);
  return pool;
}

/** The build puts this script into `assets/`, beside `data/`. */
function dataFolder(): URL {
  return new URL('../data/', scope.location.href);
}
