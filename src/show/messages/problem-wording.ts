/**
 * Wording of one kind of problem. `what` says what is wrong, `remedy` what to do where that is not plain. `{name}` stands
 * for a parameter; a part in `[…]` is left out where one of its parameters is missing.
 * `expected`, `found` and `nearest` are added after `what` unless it names them itself.
 */
export interface ProblemWording {
  readonly what: string;
  readonly remedy?: string;
}

/** Words around the parts of a problem's text. */
export interface ProblemFrame {
  readonly equation: string;
  readonly expected: string;
  readonly found: string;
  readonly nearest: string;
  readonly between: string;
  readonly quote: readonly [string, string];
}
