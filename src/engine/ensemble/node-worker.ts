import { createWorkerLoop } from './worker-loop.ts';

// What a worker thread of Node runs.
const { parentPort } = process.getBuiltinModule('node:worker_threads');
if (parentPort !== null) {
  const port = parentPort;
  port.on(
    'message',
    createWorkerLoop((message, transfer) => port.postMessage(message, transfer)),
  );
}
