/** How the months of a period become one number. */
export type OverTime = 'sum' | 'mean' | 'last';

/** Months from the first to the last, both included, from zero. */
export interface MonthRange {
  readonly first: number;
  readonly last: number;
}

/** How one number is made of the scalars of a draw. */
export interface Reduction {
  /** What the sum of scalars is multiplied by. */
  readonly factor: number;
  /** Where given, a month counts 1 when the sum times the factor exceeds this and 0 when not. */
  readonly above?: number;
  readonly overTime: OverTime;
}

/** What is kept of every draw: a sum of scalars, one number for each period. */
export interface Observation extends Reduction {
  readonly scalars: readonly string[];
  readonly periods: readonly MonthRange[];
}

/** A reduction of what a kernel puts out: `columns` are the places of its scalars in a month. */
export interface Reading extends Reduction {
  readonly columns: readonly number[];
}

/** What a kernel put out: `[month][output][lane]`. */
export interface KernelOutput {
  readonly out: Float64Array;
  /** Outputs in a month. */
  readonly width: number;
  readonly lanes: number;
  readonly lane: number;
}

/** The number for a period, from one lane of a kernel’s output. */
export function periodValue(
  reading: Reading,
  { first, last }: MonthRange,
  { out, width, lanes, lane }: KernelOutput,
): number {
  const { columns, factor, above, overTime } = reading;
  let total = 0;
  for (let month = overTime === 'last' ? last : first; month <= last; month++) {
    let value = 0;
    const row = month * width;
    for (const position of columns) value += out[(row + position) * lanes + lane] ?? 0;
    value *= factor;
    total += above === undefined ? value : value > above ? 1 : 0;
  }
  return overTime === 'mean' ? total / (last - first + 1) : total;
}
