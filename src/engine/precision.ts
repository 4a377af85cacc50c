import type { Nodes } from './node-table.ts';

/** What a backend computes in: doubles, or singles (IEEE 754 binary32), which fill twice as many lanes. */
export type Precision = 'f64' | 'f32';

/** Values of the CONSTANT nodes as a backend of that precision holds them. */
export function constantsOf(nodes: Nodes, precision: Precision): Float64Array {
  return precision === 'f64' ? nodes.constants : nodes.singleConstants.map(Math.fround);
}
