/** One line of the history of scores: what a change of the model made of one group of targets. */
export interface KeptScore {
  readonly change: string;
  readonly history: 'strict' | 'pseudo-real-time';
  /** `all`, a subject, or the id of a series. */
  readonly group: string;
  /** `all`, or a class of horizon. */
  readonly horizon: string;
  readonly targets: number;
  readonly crps: number;
  readonly coverage: number;
}

/** Changes in the order in which they were made. */
export function changesOf(scores: readonly KeptScore[]): readonly string[] {
  return [...new Set(scores.map(({ change }) => change))];
}
