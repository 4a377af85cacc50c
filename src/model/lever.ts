/** A text in both languages of the program. */
export interface BilingualText {
  readonly en: string;
  readonly ja: string;
}

/**
 * One number or choice that people may set without touching code. Levers are inputs of the one compiled structure:
 * setting one never changes the structure.
 */
export interface Lever {
  /** Dotted path, unique in the catalogue: `packaging.total`. */
  readonly path: string;
  /** Unit of `default`, `minimum` and `maximum`, and of a bare number in a scenario; '1' for factors and choices. */
  readonly unit: string;
  /** An assumption about the world that cannot be observed, or an action that somebody could take. */
  readonly kind: 'assumption' | 'action';
  /** How a value meets the belief: it takes its place, multiplies it, or is added to it. */
  readonly apply: 'replace' | 'multiply' | 'shift';
  /** The value that changes nothing; null where the belief itself is the default. */
  readonly default: number | null;
  /** Smallest and largest value accepted (inclusive), in `unit`. */
  readonly minimum: number;
  readonly maximum: number;
  /** Lower and upper end of what has been seen or forecast, in `unit`; null where the belief's own range says it, or nothing does. */
  readonly evidence?: readonly [number, number] | null;
  /** Present for a month of the calendar: the ISO day from which its months count, so that `2027-03` may be written. */
  readonly origin?: string;
  /** Whether people read and type it in percent; files and commands take the plain number, 0.2 for 20%. */
  readonly isShare?: boolean;
  /** Present for a lever that takes one of several names instead of a number. */
  readonly choices?: readonly string[];
  readonly label: BilingualText;
  /** Why the default and the range are what they are. */
  readonly why: BilingualText;
}

/** Every name that a scenario may use. */
export interface LeverCatalogue {
  readonly levers: readonly Lever[];
  readonly plants: readonly string[];
  readonly products: readonly string[];
  readonly programmes: readonly string[];
}
