import { openObserver } from '../wasm/observer.ts';
import type { Observer, ObserverSource } from '../wasm/observer.ts';
import { BlockRunner } from './block-runner.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { fromPosted } from './posted-job.ts';
import { summariesTogether } from './series-summaries.ts';
import { KEPT_KERNELS } from './worker-message.ts';
import type { FromWorker, ToWorker } from './worker-message.ts';

/**
 * What a worker does with messages. An error in a block is not caught: it stops the worker, and whoever then draws
 * the block in the caller’s thread throws it to the caller.
 */
export function createWorkerLoop(
  post: (message: FromWorker, transfer: ArrayBuffer[]) => void,
): (message: ToWorker) => void {
  const sources = new Map<number, ObserverSource>();
  const kernels = new Map<number, Observer>();
  const samplings = new Map<number, SamplerOptions>();
  const runners = new Map<number, BlockRunner>();
  const optionsOf = (sampling: number): SamplerOptions => {
    const options = samplings.get(sampling);
    if (options === undefined) throw new RangeError(`no sampling ${sampling}`);
    return options;
  };
  return (message) => {
    switch (message.kind) {
      case 'kernel': {
        sources.set(message.kernel, message.source);
        for (const old of [...sources.keys()].slice(0, -KEPT_KERNELS)) {
          sources.delete(old);
          kernels.delete(old);
        }
        return;
      }
      case 'samplings': {
        for (const [number, options] of message.more) samplings.set(number, options);
        for (const number of samplings.keys()) if (!message.keep.includes(number)) samplings.delete(number);
        return;
      }
      case 'open': {
        const source = sources.get(message.kernel);
        if (source === undefined) throw new RangeError(`no kernel ${message.kernel}`);
        const kernel = kernels.get(message.kernel) ?? openObserver(source);
        kernels.set(message.kernel, kernel);
        const job = { ...fromPosted(message.about, optionsOf), kernel: source };
        runners.set(message.job, new BlockRunner(job, kernel));
        return;
      }
      case 'block': {
        const { job, block, room } = message;
        const runner = runners.get(job);
        if (runner === undefined) throw new RangeError(`no job ${job}`);
        const { numbers } = runner.run(block, room);
        post({ kind: 'block', job, block, numbers }, [numbers.buffer]);
        return;
      }
      case 'close':
        runners.delete(message.job);
        post({ kind: 'closed', job: message.job }, []);
        return;
      case 'summarise':
        post({ kind: 'summaries', summaries: summariesTogether(message.series) }, []);
    }
  };
}
