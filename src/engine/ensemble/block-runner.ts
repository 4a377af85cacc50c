import type { SampledBlocks } from '../wasm/sampled-blocks.ts';
import type { Observer } from '../wasm/observer.ts';
import { zeros } from '../precision.ts';
import type { Numbers } from '../precision.ts';
import { Block } from './block.ts';
import type { EnsembleJob, HeldInput, Variant } from './ensemble-job.ts';
import { sharedSampler } from './shared-sampler.ts';

/** Runs blocks of a job, in any order: draws the inputs, runs the kernel under every variant, keeps what is asked for. */
export class BlockRunner {
  readonly #job: EnsembleJob;
  readonly #kernel: Observer;
  readonly #sampled: SampledBlocks;
  /** Samplers of the variants that have their own. */
  readonly #others: ReadonlyMap<Variant, SampledBlocks>;
  /** What they drew last: several variants may ask for the same. */
  readonly #filled = new Map<SampledBlocks, { first: number; readonly values: Numbers }>();
  /** Inputs as drawn and as a variant changes them, `[input][lane]`. */
  readonly #drawn: Numbers;
  readonly #varied: Numbers;
  readonly #out: Float64Array;

  /** Throws `ProblemError` as `createSampler` does. */
  constructor(job: EnsembleJob, kernel: Observer) {
    const { lanes, precision } = kernel;
    this.#job = job;
    this.#kernel = kernel;
    this.#sampled = sharedSampler(job.sampling, kernel);
    this.#others = new Map(
      job.variants.flatMap((variant) =>
        variant.sampling === undefined ? [] : [[variant, sharedSampler(variant.sampling, kernel)]],
      ),
    );
    const inputs = job.sampling.variables.length;
    this.#drawn = zeros(precision, inputs * lanes);
    this.#varied = zeros(precision, inputs * lanes);
    this.#out = new Float64Array(kernel.slots * lanes);
  }

  /** In `room`, which held another block of the job, if it has the size. */
  run(index: number, room?: Float64Array<ArrayBuffer>): Block {
    const block = new Block(this.#job, index, room);
    const { lanes } = this.#kernel;
    for (let from = 0; from < block.draws; from += lanes) {
      const used = Math.min(lanes, block.draws - from);
      this.#sample(block, from, used);
      for (const [position, variant] of this.#job.variants.entries()) {
        const active = Math.min(used, block.drawsOf(position) - from);
        if (active <= 0) continue;
        this.#kernel.run(
          this.#inputsUnder(variant, block.first + from),
          this.#job.tables,
          this.#job.months,
          this.#out,
        );
        this.#observe(block, position, from, active);
      }
    }
    return block;
  }

  /** Lanes beyond the last draw get the draws that would follow; nothing is kept of them. */
  #sample(block: Block, from: number, used: number): void {
    const { lanes } = this.#kernel;
    draw(this.#sampled, block.first + from, this.#drawn);
    hold(this.#drawn, this.#job.held, lanes);
    for (const [position, input] of this.#job.inputs.entries())
      block.input(position).set(this.#drawn.subarray(input * lanes, input * lanes + used), from);
  }

  /** For the draws from `first` on. */
  #inputsUnder(variant: Variant, first: number): Numbers {
    const { held = [], moved = [], taken } = variant;
    const sampler = this.#others.get(variant);
    if (sampler === undefined && held.length === 0 && moved.length === 0) return this.#drawn;
    const { lanes } = this.#kernel;
    if (sampler === undefined || taken !== undefined) this.#varied.set(this.#drawn);
    else this.#varied.set(this.#drawnBy(sampler, first));
    if (sampler !== undefined && taken !== undefined) {
      const other = this.#drawnBy(sampler, first);
      for (const index of taken)
        this.#varied.set(other.subarray(index * lanes, (index + 1) * lanes), index * lanes);
    }
    hold(this.#varied, held, lanes);
    for (const { index, factor, plus } of moved) {
      for (let at = index * lanes; at < (index + 1) * lanes; at++)
        this.#varied[at] = this.#varied[at]! * factor + plus;
    }
    return this.#varied;
  }

  #drawnBy(sampler: SampledBlocks, first: number): Numbers {
    const kept = this.#filled.get(sampler) ?? {
      first: -1,
      values: zeros(this.#kernel.precision, this.#drawn.length),
    };
    this.#filled.set(sampler, kept);
    if (kept.first !== first) draw(sampler, first, kept.values);
    kept.first = first;
    return kept.values;
  }

  /** `[slot][lane]` of the kernel to `[slot][draw]` of the block. */
  #observe(block: Block, variant: number, from: number, count: number): void {
    const { lanes, slots } = this.#kernel;
    const { numbers } = block;
    const stride = block.drawsOf(variant);
    let to = block.startOf(variant) + from;
    for (let slot = 0; slot < slots; slot++, to += stride) {
      const at = slot * lanes;
      for (let lane = 0; lane < count; lane++) numbers[to + lane] = this.#out[at + lane]!;
    }
  }
}

/** Draws from `first` on; such as start between two blocks of the sampler are kept nowhere. */
function draw(sampled: SampledBlocks, first: number, into: Numbers): void {
  const { sampler } = sampled;
  if (first % sampler.lanes === 0) {
    into.set(sampled.at(first / sampler.lanes));
    return;
  }
  const drawn = into instanceof Float64Array ? into : new Float64Array(into.length);
  sampler.fill(first, drawn);
  if (drawn !== into) into.set(drawn);
}

function hold(inputs: Numbers, held: readonly HeldInput[] | undefined, lanes: number): void {
  for (const { index, value } of held ?? []) inputs.fill(value, index * lanes, (index + 1) * lanes);
}
