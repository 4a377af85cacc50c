import type { WorkerHost } from './worker-host.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

/** The part of a browser’s `Worker` that is used; stated here because Node’s types do not hold it. */
export interface BrowserWorker {
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'messageerror', listener: () => void): void;
  addEventListener(
    type: 'error',
    listener: (event: { readonly message?: string; preventDefault(): void }) => void,
  ): void;
  postMessage(message: ToWorker, transfer: ArrayBuffer[]): void;
  terminate(): void;
}

interface Browser {
  readonly Worker?: new (url: URL, options: { readonly type: 'module' }) => BrowserWorker;
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

/**
 * Workers of a browser, or `undefined` where it has none. `create` makes one that runs `browser-worker.ts`, for a page
 * whose bundler gives that file another address.
 */
export function browserWorkers(create?: () => BrowserWorker): WorkerHost | undefined {
  const { Worker, navigator } = globalThis as Browser;
  if (Worker === undefined && create === undefined) return undefined;
  const make =
    create ??
    (() => {
      if (Worker === undefined) throw new RangeError('no workers here');
      return new Worker(new URL('./browser-worker.js', import.meta.url), { type: 'module' });
    });
  return {
    cores: navigator?.hardwareConcurrency ?? 1,
    start(listener) {
      const worker = make();
      let over = false;
      // A browser does not tell that a worker has ended: the first error is taken as its end.
      const end = (reason: string): void => {
        if (over) return;
        over = true;
        worker.terminate();
        listener.ended(reason);
      };
      worker.addEventListener('message', ({ data }) => {
        if (!over) listener.message(data);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        end(event.message ?? 'error');
      });
      worker.addEventListener('messageerror', () => end('message could not be read'));
      return {
        post: (message, transfer = []) => worker.postMessage(message, transfer),
        keep: () => {},
        stop: () => {
          over = true;
          worker.terminate();
        },
      };
    },
  };
}
