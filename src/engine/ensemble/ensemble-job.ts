import type { SamplerOptions } from '../sampling-plan.ts';
import type { ObserverSource } from '../wasm/observer.ts';

/** An input held at a value, whatever was drawn for it. */
export interface HeldInput {
  /** Position in `graph.inputs`. */
  readonly index: number;
  readonly value: number;
}

/** An input moved from what was drawn for it: `factor` times the drawn value, plus `plus`. */
export interface MovedInput {
  /** Position in `graph.inputs`. */
  readonly index: number;
  readonly factor: number;
  readonly plus: number;
}

/** A change of inputs under which the same draws run once more; what is named nowhere stays as drawn. */
export interface Variant {
  readonly held?: readonly HeldInput[];
  readonly moved?: readonly MovedInput[];
  /** How its inputs are drawn, where not as the job's: another scenario on the same random numbers. The job holds none of them. */
  readonly sampling?: SamplerOptions;
  /** Positions in `graph.inputs`: where given, `sampling` draws these inputs alone, and the job's own the others. */
  readonly taken?: readonly number[];
  /** Only the first draws run under it; all where not given. */
  readonly draws?: number;
}

/** An ensemble as plain data that can be posted to another thread. */
export interface EnsembleJob {
  /** What it observes of a draw fills its slots. */
  readonly kernel: ObserverSource;
  readonly sampling: SamplerOptions;
  /**
   * Inputs held at a value once they are drawn by `sampling`, whatever the variant: a scenario whose sampling is that of
   * another, so that the sampling is planned and posted once for both.
   */
  readonly held?: readonly HeldInput[];
  readonly tables: Float64Array;
  readonly months: number;
  readonly draws: number;
  /** Draws of a block, the last of which may have fewer. Part of the job, so that no result depends on who draws. */
  readonly blockDraws: number;
  /** At least one; every draw runs under each. */
  readonly variants: readonly Variant[];
  /** Positions in `graph.inputs` of the inputs to keep, as drawn and held by the job, in the kernel’s precision. */
  readonly inputs: readonly number[];
}

/** Few enough blocks to cost little, enough of them to keep several threads busy to the end. */
export function blockSize(draws: number): number {
  let size = 32;
  while (size < 256 && size * 16 < draws) size *= 2;
  return size;
}

export function blockCount({ draws, blockDraws }: Pick<EnsembleJob, 'draws' | 'blockDraws'>): number {
  return Math.ceil(draws / blockDraws);
}
