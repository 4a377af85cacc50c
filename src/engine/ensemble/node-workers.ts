import type { WorkerHost } from './worker-host.ts';

/** A worker does not inherit the loader with which its parent reads sources; only tests run from sources. */
const SOURCE_LOADER = `(async ([loader, entry]) => {
  (await import(loader)).register();
  await import(entry);
})(require('node:worker_threads').workerData);`;

/**
 * Workers of Node. Node’s modules are asked for when they are used, so that a bundler for the browser finds no import
 * of them; sources run through tsx, as tests do.
 */
export function nodeWorkers(): WorkerHost {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const { availableParallelism } = process.getBuiltinModule('node:os');
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./node-worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  return {
    cores: availableParallelism(),
    start(listener) {
      const worker = fromSource
        ? new Worker(SOURCE_LOADER, { eval: true, workerData: ['tsx/esm/api', entry.href] })
        : new Worker(entry);
      let over = false;
      const end = (reason: string): void => {
        if (!over) listener.ended(reason);
        over = true;
      };
      worker.on('message', (message) => {
        if (!over) listener.message(message);
      });
      worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
      worker.on('messageerror', (error) => end(error.message));
      worker.on('exit', (code) => end(`exit ${code}`));
      worker.unref();
      return {
        post: (message, transfer = []) => worker.postMessage(message, transfer),
        keep: (kept) => (kept ? worker.ref() : worker.unref()),
        stop: () => {
          over = true;
          void worker.terminate();
        },
      };
    },
  };
}
