import type { BilingualText } from '../model/lever.ts';
import type { Place } from '../problem/problem.ts';

/** A range given instead of a number: three figures make a triangular distribution, two a uniform one. */
export type LeverRange =
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number };

/** A number or range in the lever's unit, or the name of a choice. */
export type LeverValue = number | string | LeverRange;

export interface Override {
  readonly path: string;
  /** The lever's own unit, into which `value` has been converted; '1' for choices. */
  readonly unit: string;
  readonly value: LeverValue;
  readonly place: Place;
}

export interface PlantDelay {
  readonly plant: string;
  readonly months: number;
}

/** What one scenario asks for, its parents merged in. Plain data: it survives JSON. */
export interface Scenario {
  readonly name: string;
  readonly file: string;
  /** ISO day after which nothing published is known; null where no file of the chain says. */
  readonly asOf: string | null;
  readonly title: BilingualText;
  readonly why: BilingualText;
  /** Names from the furthest parent to this scenario itself. */
  readonly chain: readonly string[];
  /** By path, in code-unit order; one at most for each lever. */
  readonly overrides: readonly Override[];
  readonly delays: readonly PlantDelay[];
  readonly removals: readonly string[];
}
