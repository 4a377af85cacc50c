import type { Numbers } from './precision.ts';

/** A compiled model: runs one draw at a time. */
export interface Kernel {
  readonly backend: 'interpreter' | 'javascript';
  readonly outputs: readonly string[];
  /**
   * Runs one draw from the first month on. `inputs` are in the order of `graph.inputs`; `tables` hold
   * `months` values for each of `graph.tables`, one table after the other; `out` receives the outputs of the
   * first month, then those of the second, and so on (`months` x `outputs.length`).
   * Throws `RangeError` when an array is too short.
   */
  run(inputs: Float64Array, tables: Float64Array, months: number, out: Float64Array): void;
}

/** Reading past the end of an array would give NaN silently, so lengths are checked before every run. */
export function checkLengths(
  expected: { readonly inputs: number; readonly tables: number; readonly outputs: number },
  inputs: Numbers,
  tables: Float64Array,
  months: number,
  out: Float64Array,
): void {
  requireLength('inputs', expected.inputs, inputs.length);
  requireLength('tables', expected.tables * months, tables.length);
  requireLength('out', expected.outputs * months, out.length);
}

function requireLength(name: string, expected: number, found: number): void {
  if (found < expected)
    throw new RangeError(`${name}: expected at least ${expected} numbers, found ${found}`);
}

/** The month a table is read at: `ahead` months on, held at the first and the last. */
export function tableMonth(month: number, ahead: number, months: number): number {
  return Math.max(0, Math.min(month + ahead, months - 1));
}
