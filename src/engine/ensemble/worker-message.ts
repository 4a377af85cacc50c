import type { ObserverSource } from '../wasm/observer.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import type { Summary } from '../quantiles.ts';
import type { PostedJob } from './posted-job.ts';
import type { SeriesTogether } from './series-summaries.ts';

/** How many of the kernels posted to a worker it keeps: the last ones. */
export const KEPT_KERNELS = 2;

/** To a worker. Kernels are kept between jobs, since opening one costs more than a small job. */
export type ToWorker =
  | { readonly kind: 'kernel'; readonly kernel: number; readonly source: ObserverSource }
  /** Ways of drawing: those to keep, and of these the ones that the worker does not have yet. */
  | {
      readonly kind: 'samplings';
      readonly keep: readonly number[];
      readonly more: ReadonlyMap<number, SamplerOptions>;
    }
  | {
      readonly kind: 'open';
      readonly job: number;
      readonly kernel: number;
      readonly about: PostedJob;
    }
  /** `room` held an earlier block of the job, and may hold this one, so that not every block takes memory anew. */
  | {
      readonly kind: 'block';
      readonly job: number;
      readonly block: number;
      readonly room?: Float64Array<ArrayBuffer> | undefined;
    }
  /** After it the worker knows nothing of the job, and answers `closed`. */
  | { readonly kind: 'close'; readonly job: number }
  /** Asks for `summaries`. */
  | { readonly kind: 'summarise'; readonly series: SeriesTogether };

/** From a worker, of a job. */
export type FromJob =
  | {
      readonly kind: 'block';
      readonly job: number;
      readonly block: number;
      readonly numbers: Float64Array<ArrayBuffer>;
    }
  | { readonly kind: 'closed'; readonly job: number };

export type FromWorker = FromJob | { readonly kind: 'summaries'; readonly summaries: readonly Summary[] };
