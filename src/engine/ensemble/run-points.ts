import { openObserver } from '../wasm/observer.ts';
import type { ObserverSource } from '../wasm/observer.ts';
import { Block } from './block.ts';
import { breather } from './breathe.ts';

/** Points in the space of a model’s inputs, each stated rather than drawn. */
export interface StatedPoints {
  readonly count: number;
  /** Writes the inputs of a point, in the order of `graph.inputs`. */
  readonly fill: (point: number, into: Float64Array) => void;
}

/** What a kernel is run with. */
export interface PointJob {
  readonly kernel: ObserverSource;
  /** How many inputs the model has. */
  readonly inputs: number;
  readonly tables: Float64Array;
  readonly months: number;
}

/**
 * Runs a kernel at stated points, in the caller’s thread, letting the event loop turn now and then: one block, with a
 * draw for each point. Throws the signal’s reason once aborted.
 */
export async function runPoints(
  { kernel: source, inputs, tables, months }: PointJob,
  { count, fill }: StatedPoints,
  { signal, progress }: { readonly signal?: AbortSignal; readonly progress?: (done: number) => void } = {},
): Promise<Block> {
  const kernel = openObserver(source);
  const { lanes, slots } = kernel;
  const block = new Block({ kernel: source, draws: count, blockDraws: count, variants: [{}], inputs: [] }, 0);
  const lanesOf = new Float64Array(inputs * lanes);
  const out = new Float64Array(slots * lanes);
  const point = new Float64Array(inputs);
  const breathe = breather();
  for (let from = 0; from < count; from += lanes) {
    signal?.throwIfAborted();
    const used = Math.min(lanes, count - from);
    for (let lane = 0; lane < lanes; lane++) {
      // Lanes that are left over run the last point again.
      if (lane < used) fill(from + lane, point);
      for (let input = 0; input < inputs; input++) lanesOf[input * lanes + lane] = point[input]!;
    }
    kernel.run(lanesOf, tables, months, out);
    for (let slot = 0; slot < slots; slot++)
      block.values(slot).set(out.subarray(slot * lanes, slot * lanes + used), from);
    progress?.(from + used);
    await breathe();
  }
  return block;
}
