import type { Block } from '../engine/index.ts';

/** When the shortage of the present month ends, over draws. */
export interface ShortageEnd {
  /** Share of all draws that are short in the month looked from. */
  readonly shortNow: number;
  /** Draws short now by the month in which it ends; the last entry counts those in which it does not, by the horizon. */
  readonly ends: Uint32Array;
  /** Of the draws whose shortage ends, the share that is short again later. */
  readonly returns: number;
  /** Share of all draws never short from the month looked from to the horizon. */
  readonly neverShort: number;
}

/** A shortage has ended at the first of this many months in a row at or below the threshold. */
const MONTHS_BELOW = 3;

/**
 * Counts ends of the shortage, draw by draw. A shortage is overdue demand above a threshold in months of due demand;
 * it ends at the first of three consecutive months at or below (MODEL.md, sector 5).
 */
export class ShortageEnds {
  readonly #from: number;
  readonly #threshold: number;
  readonly #ends: Uint32Array;
  #draws = 0;
  #neverShort = 0;
  #returns = 0;

  /** Looks from month `from` of a run of so many months. */
  constructor(months: number, from: number, threshold: number) {
    this.#from = from;
    this.#threshold = threshold;
    this.#ends = new Uint32Array(months + 1);
  }

  /** Overdue months of the months of the run, which stand in slots one after the other. */
  addBlock(block: Block, firstSlot: number): void {
    const months = this.#ends.length - 1;
    this.add(Array.from({ length: months }, (_, month) => block.values(firstSlot + month)));
  }

  /** `overdue[month][draw]`, months of the run. */
  add(overdue: readonly Float64Array[]): void {
    const draws = overdue[0]?.length ?? 0;
    const short = (month: number, draw: number): boolean => (overdue[month]?.[draw] ?? 0) > this.#threshold;
    this.#draws += draws;
    for (let draw = 0; draw < draws; draw++) this.#count(draw, short);
  }

  get result(): ShortageEnd {
    const short = this.#ends.reduce((sum, count) => sum + count, 0);
    const ended = short - (this.#ends.at(-1) ?? 0);
    const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
    return {
      shortNow: share(short, this.#draws),
      ends: this.#ends,
      returns: share(this.#returns, ended),
      neverShort: share(this.#neverShort, this.#draws),
    };
  }

  #count(draw: number, short: (month: number, draw: number) => boolean): void {
    const months = this.#ends.length - 1;
    const shortFrom = (first: number): boolean => {
      for (let month = first; month < months; month++) if (short(month, draw)) return true;
      return false;
    };
    if (!short(this.#from, draw)) {
      if (!shortFrom(this.#from)) this.#neverShort++;
      return;
    }
    const end = endOf(this.#from, draw, months, short);
    this.#ends[end] = (this.#ends[end] ?? 0) + 1;
    if (shortFrom(end + MONTHS_BELOW)) this.#returns++;
  }
}

/**
 * The month by which the share `p` of the draws short now have left the shortage: the lower of two neighbours, so that
 * an end and a non-end are never averaged. `Infinity` where that is after the horizon, or where no draw is short.
 */
export function endQuantile(ends: Uint32Array, p: number): number {
  const short = ends.reduce((sum, count) => sum + count, 0);
  let left = Math.floor((short - 1) * p);
  const month = ends.subarray(0, -1).findIndex((count) => (left -= count) < 0);
  return month < 0 || short === 0 ? Infinity : month;
}

/** The month in which the shortage of one draw ends; `months`, the horizon, where it does not. */
function endOf(
  from: number,
  draw: number,
  months: number,
  short: (month: number, draw: number) => boolean,
): number {
  let below = 0;
  for (let month = from; month < months; month++) {
    below = short(month, draw) ? 0 : below + 1;
    if (below === MONTHS_BELOW) return month - MONTHS_BELOW + 1;
  }
  return months;
}
