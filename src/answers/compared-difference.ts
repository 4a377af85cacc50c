import type { Summary } from '../engine/index.ts';
import type { PairedSummary } from './paired.ts';

/** A difference from another run of the same futures, future by future. */
export interface ComparedDifference extends Summary {
  /** Share of futures in which the figure is higher than in the other, and in which it is lower. */
  readonly higher: number;
  readonly lower: number;
}

/** The difference of a pair. */
export function comparedDifference({ difference, raised, lowered }: PairedSummary): ComparedDifference {
  return { ...difference, higher: raised, lower: lowered };
}
