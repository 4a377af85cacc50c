import { uniform } from '../philox.ts';
import { quantile } from '../quantiles.ts';
import { averageRanks } from './rank-correlation.ts';

/** Kolmogorov–Smirnov distances between an output as it is and in each slice of an input, from 0 to 1. */
export interface PawnIndex {
  readonly median: number;
  readonly maximum: number;
}

/** Slices that Pianosi and Wagener find enough for a few thousand draws. */
const SLICES = 10;

/**
 * PAWN of one output on draws that are there anyway: inputs are cut into slices of equal size, and what is asked is how
 * far the output’s distribution in a slice lies from that over all draws. Pianosi and Wagener, "Distribution-based
 * sensitivity analysis from a generic input-output sample" (Environmental Modelling & Software 108, 2018). Equal values
 * of an input stand in one slice, so the order of draws does not matter.
 */
export class Pawn {
  readonly #slices: number;
  /** Draws by rising output, and where runs of equal outputs end. */
  readonly #order: Uint32Array;
  readonly #ends: readonly number[];

  constructor(outputs: Float64Array, slices = SLICES) {
    this.#slices = slices;
    this.#order = Uint32Array.from(outputs.keys()).sort((a, b) => outputs[a]! - outputs[b]!);
    const ends: number[] = [];
    for (let i = 1; i <= this.#order.length; i++)
      if (i === this.#order.length || outputs[this.#order[i]!] !== outputs[this.#order[i - 1]!]) ends.push(i);
    this.#ends = ends;
  }

  /** `ranks` are the input’s `averageRanks`, in the order of the draws. */
  of(ranks: Float64Array): PawnIndex {
    const distances = this.#distances(ranks).sort();
    return { median: quantile(distances, 0.5), maximum: distances.at(-1) ?? 0 };
  }

  /**
   * What an input that does nothing would show with so many draws: the quantile `p` of the median over dummy inputs.
   * Indices below it say nothing.
   */
  noise(seed: number, { p = 0.95, dummies = 100 } = {}): number {
    const draws = this.#order.length;
    const medians = Float64Array.from({ length: dummies }, (_, dummy) => {
      const input = Float64Array.from({ length: draws }, (__, draw) => uniform(draw, dummy, 0, seed));
      return this.of(averageRanks(input)).median;
    });
    return quantile(medians.sort(), p);
  }

  /** One for each slice that has draws. */
  #distances(ranks: Float64Array): Float64Array {
    const draws = ranks.length;
    const slices = this.#slices;
    const sliceOf = Uint32Array.from(ranks, (rank) => Math.floor(((rank - 0.5) * slices) / draws));
    const sizes = new Float64Array(slices);
    for (const slice of sliceOf) sizes[slice]!++;
    const seen = new Float64Array(slices);
    const most = new Float64Array(slices);
    const note = (slice: number, below: number): void => {
      const apart = Math.abs(seen[slice]! / sizes[slice]! - below / draws);
      if (apart > most[slice]!) most[slice] = apart;
    };
    // A slice is farthest from all draws just before or just after one of its own.
    let start = 0;
    for (const end of this.#ends) {
      for (let i = start; i < end; i++) note(sliceOf[this.#order[i]!]!, start);
      for (let i = start; i < end; i++) seen[sliceOf[this.#order[i]!]!]!++;
      for (let i = start; i < end; i++) note(sliceOf[this.#order[i]!]!, end);
      start = end;
    }
    return most.filter((_, slice) => sizes[slice]! > 0);
  }
}
