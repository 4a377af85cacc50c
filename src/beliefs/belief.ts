import type { Distribution } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import type { Outlier } from './outliers.ts';

/** What a belief rests on: rows of the register, an assumption, or a lever at the value that changes nothing. */
export type Basis = 'rows' | 'assumed' | 'lever';

/** One input's distribution with what made it. */
export interface Belief {
  /** Scalar input of the model: `family` or `family[members]`. */
  readonly input: string;
  readonly distribution: Distribution;
  /** Where a scenario replaced it: the distribution before, whose random numbers are kept. */
  readonly drawnAs?: Distribution;
  readonly basis: Basis;
  /** Name of the rule that made it, e.g. `consensus of latest figures`. */
  readonly rule: BilingualText;
  /** Keys `file#id` of the rows that made it, in order of the file. */
  readonly rows: readonly string[];
  /** Ids of the assumptions used. */
  readonly assumptions: readonly string[];
  readonly reason: BilingualText;
  /** Rows that lie far from what the others say. */
  readonly outliers?: readonly Outlier[];
  /** The past errors that made the spread, where any did. */
  readonly record?: SpreadRecord;
}

/** Past errors behind a spread. */
export interface SpreadRecord {
  /** Targets that were missed, each of which counts once, and the errors about them. */
  readonly groups: number;
  readonly errors: number;
  /** Groups that the assumed error is worth. */
  readonly priorWeight: number;
  /** Size of an error by horizon, as fitted: of a level just passed, added by the first year, by each later one. */
  readonly curve: readonly [number, number, number];
  /** Mean logarithm of what was said over what came, by groups; told, not corrected. */
  readonly bias: number;
  /** The worst errors, one of a target. */
  readonly largest: readonly {
    readonly target: string;
    /** ISO day as of which it was said. */
    readonly day: string;
    /** Years. */
    readonly horizon: number;
    /** Natural logarithm of what was said over what came. */
    readonly error: number;
  }[];
  /** Keys `file#id` of the rows that these errors were counted from. */
  readonly rows: readonly string[];
}

/** Correlation of two inputs in the Gaussian copula. */
export interface Correlation {
  readonly a: string;
  readonly b: string;
  readonly rho: number;
}

export interface Beliefs {
  readonly byInput: ReadonlyMap<string, Belief>;
  readonly correlations: readonly Correlation[];
}
