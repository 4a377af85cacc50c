import { browserWorkers } from './browser-workers.ts';
import type { WorkerHost } from './worker-host.ts';

/** Workers of the place this runs in, `undefined` where there are none. A page never loads the file for Node. */
export async function workersHere(): Promise<WorkerHost | undefined> {
  if (typeof process === 'undefined' || process.versions?.node === undefined) return browserWorkers();
  const { nodeWorkers } = await import('./node-workers.ts');
  return nodeWorkers();
}
