import type { Nodes } from './node-table.ts';

/** What a backend computes in: doubles, or singles (IEEE 754 binary32), which fill twice as many lanes. */
export type Precision = 'f64' | 'f32';

/** Numbers in memory, whichever the precision. */
export type Numbers = Float64Array | Float32Array;

/** So many zeros. */
export function zeros(precision: Precision, count: number): Numbers {
  return precision === 'f64' ? new Float64Array(count) : new Float32Array(count);
}

/** Values of the CONSTANT nodes as a backend of that precision holds them. */
export function constantsOf(nodes: Nodes, precision: Precision): Float64Array {
  return precision === 'f64' ? nodes.constants : nodes.singleConstants.map(Math.fround);
}
