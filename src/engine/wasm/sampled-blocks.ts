import { zeros } from '../precision.ts';
import type { Numbers, Precision } from '../precision.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from './batch-sampler.ts';
import type { BatchSampler, BatchSamplerOptions } from './batch-sampler.ts';

export interface SampledBlocksOptions extends BatchSamplerOptions {
  /** So many blocks are kept: the first that were asked for. Others are drawn again each time. */
  readonly keep: number;
  /** How they are kept: doubles, unless singles are asked for, in which they take half the room. */
  readonly precision?: Precision;
}

/**
 * Draws in blocks of `lanes`, block b being draws b * lanes to (b + 1) * lanes - 1, kept while a lever is dragged.
 * Each block kept takes `blockBytes`, and one more is in use.
 */
export class SampledBlocks {
  readonly #sampler: BatchSampler;
  readonly #keep: number;
  readonly #precision: Precision;
  readonly #kept = new Map<number, Numbers>();
  readonly #passing: Float64Array;

  /** Throws what `createBatchSampler` throws. */
  constructor(
    options: SamplerOptions,
    lanes: number,
    { keep, precision = 'f64', ...rest }: SampledBlocksOptions,
  ) {
    this.#sampler = createBatchSampler(options, lanes, rest);
    this.#keep = keep;
    this.#precision = precision;
    this.#passing = new Float64Array(options.variables.length * lanes);
  }

  get sampler(): BatchSampler {
    return this.#sampler;
  }

  get blockBytes(): number {
    return zeros(this.#precision, 0).BYTES_PER_ELEMENT * this.#passing.length;
  }

  /** `[variable][lane]` of a block: not to be written to, and good until the next call. */
  at(block: number): Numbers {
    const known = this.#kept.get(block);
    if (known !== undefined) return known;
    this.#sampler.fill(block * this.#sampler.lanes, this.#passing);
    if (this.#kept.size === this.#keep) return this.#passing;
    const kept = zeros(this.#precision, this.#passing.length);
    kept.set(this.#passing);
    this.#kept.set(block, kept);
    return kept;
  }
}
