import { createWorkerLoop } from './worker-loop.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

// What a module worker of a browser runs.
const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer: ArrayBuffer[]): void;
};
const loop = createWorkerLoop((message, transfer) => scope.postMessage(message, transfer));
scope.addEventListener('message', ({ data }) => loop(data));
