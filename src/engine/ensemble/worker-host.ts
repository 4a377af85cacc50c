import type { FromWorker, ToWorker } from './worker-message.ts';

/** One thread beside the caller’s. */
export interface WorkerHandle {
  /** What is transferred is here no more. */
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** While kept, the process does not end before the thread does. A page is not kept, nor does it end. */
  keep(kept: boolean): void;
  stop(): void;
}

/** What a worker tells; `ended` comes once at most, and nothing after it. */
export interface WorkerListener {
  message(message: FromWorker): void;
  /** The worker is gone without having been stopped: `reason` says why, in the host’s words. */
  ended(reason: string): void;
}

/** Where workers come from. */
export interface WorkerHost {
  /** Threads that can run at the same time. */
  readonly cores: number;
  /** Throws where the host allows no worker. */
  start(listener: WorkerListener): WorkerHandle;
}
