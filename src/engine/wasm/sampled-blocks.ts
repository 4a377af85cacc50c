import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from './batch-sampler.ts';
import type { BatchSampler, BatchSamplerOptions } from './batch-sampler.ts';

export interface SampledBlocksOptions extends BatchSamplerOptions {
  /** So many blocks are kept: the first that were asked for. Others are drawn again each time. */
  readonly keep: number;
}

/**
 * Draws in blocks of `lanes`, block b being draws b * lanes to (b + 1) * lanes - 1, kept while a lever is dragged.
 * Each block kept takes `blockBytes`, and one more is in use.
 */
export class SampledBlocks {
  readonly #sampler: BatchSampler;
  readonly #keep: number;
  readonly #kept = new Map<number, Float64Array>();
  readonly #passing: Float64Array;

  /** Throws what `createBatchSampler` throws. */
  constructor(options: SamplerOptions, lanes: number, { keep, ...rest }: SampledBlocksOptions) {
    this.#sampler = createBatchSampler(options, lanes, rest);
    this.#keep = keep;
    this.#passing = new Float64Array(options.variables.length * lanes);
  }

  get sampler(): BatchSampler {
    return this.#sampler;
  }

  get blockBytes(): number {
    return this.#passing.byteLength;
  }

  /** `[variable][lane]` of a block: not to be written to, and good until the next call. */
  at(block: number): Float64Array {
    const known = this.#kept.get(block);
    if (known !== undefined) return known;
    const keeps = this.#kept.size < this.#keep;
    const drawn = keeps ? new Float64Array(this.#passing.length) : this.#passing;
    this.#sampler.fill(block * this.#sampler.lanes, drawn);
    if (keeps) this.#kept.set(block, drawn);
    return drawn;
  }
}
