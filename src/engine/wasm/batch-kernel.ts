import type { Precision } from '../precision.ts';

/** A compiled model that runs several draws at a time. */
export interface BatchKernel {
  readonly backend: 'webassembly' | 'javascript';
  /** What it computes in; inputs, tables and outputs are rounded to it. */
  readonly precision: Precision;
  readonly outputs: readonly string[];
  /** Draws of one run. Whoever has fewer fills the other lanes with anything, such as the last draw again. */
  readonly lanes: number;
  /**
   * Runs one draw in each lane, from the first month on. `inputs` are `[input][lane]`, in the order of
   * `graph.inputs`; `tables` are `[table][month]`, the same for all lanes; `out` receives `[month][output][lane]`.
   * Every lane gets the bits that a `Kernel` of the same precision gives for its inputs (a NaN may have another
   * payload).
   * Throws `RangeError` when an array is too short.
   */
  run(inputs: Float64Array, tables: Float64Array, months: number, out: Float64Array): void;
}
