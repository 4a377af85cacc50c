import type { EnsembleJob } from './ensemble-job.ts';

/** What a job says of its blocks. */
export type BlockJob = Pick<EnsembleJob, 'draws' | 'blockDraws' | 'variants' | 'inputs'> & {
  readonly kernel: Pick<EnsembleJob['kernel'], 'plan'>;
};

/**
 * What a run of consecutive draws gave: for each variant that runs in it each slot, then each kept input, in one
 * array that is handed from thread to thread without being copied.
 */
export class Block {
  /** The first draw. */
  readonly first: number;
  readonly draws: number;
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly #slots: number;
  /** By variant, how many draws of the block run under it. */
  readonly #active: readonly number[];
  readonly #starts: readonly number[];
  readonly #inputs: number;

  /** `numbers` as another thread filled them, or to be filled again; a new array where not given or of another size. */
  constructor(job: BlockJob, index: number, numbers?: Float64Array<ArrayBuffer>) {
    this.first = index * job.blockDraws;
    this.draws = Math.min(job.blockDraws, job.draws - this.first);
    this.#slots = job.kernel.plan.slots;
    this.#active = job.variants.map(({ draws = job.draws }) =>
      Math.max(0, Math.min(this.draws, draws - this.first)),
    );
    const starts: number[] = [];
    let next = 0;
    for (const active of this.#active) {
      starts.push(next);
      next += active * this.#slots;
    }
    this.#starts = starts;
    this.#inputs = next;
    const size = next + job.inputs.length * this.draws;
    this.numbers = numbers?.length === size ? numbers : new Float64Array(size);
  }

  /** Draws that run under a variant: the first ones of the block. */
  drawsOf(variant: number): number {
    return this.#active[variant] ?? 0;
  }

  /** Where the numbers of a variant begin, `[slot][draw]`. */
  startOf(variant: number): number {
    return this.#starts[variant] ?? 0;
  }

  /** A slot’s numbers, one for each of `drawsOf(variant)`. */
  values(slot: number, variant = 0): Float64Array {
    const count = this.drawsOf(variant);
    const start = this.startOf(variant) + slot * count;
    return this.numbers.subarray(start, start + count);
  }

  /** A kept input’s numbers, one for each draw; `position` counts through the inputs kept. */
  input(position: number): Float64Array {
    const start = this.#inputs + position * this.draws;
    return this.numbers.subarray(start, start + this.draws);
  }
}
