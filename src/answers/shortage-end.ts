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

/** How a draw has gone since the month looked from: never short, short only later, short, no longer so, short again. */
const Course = { EVEN: 0, SHORT_LATER: 1, SHORT: 2, ENDED: 3, BACK: 4 } as const;

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
    const months = this.#ends.length - 1;
    const [from, threshold] = [this.#from, this.#threshold];
    const courses = new Uint8Array(draws).fill(Course.EVEN);
    const below = new Uint8Array(draws);
    const ends = new Uint32Array(draws).fill(months);
    // Month by month, since a month's draws lie side by side.
    for (let month = from; month < months; month++) {
      const values = overdue[month]!;
      for (let draw = 0; draw < draws; draw++) {
        const isShort = values[draw]! > threshold;
        switch (courses[draw]) {
          case Course.EVEN:
            if (isShort) courses[draw] = month === from ? Course.SHORT : Course.SHORT_LATER;
            break;
          case Course.SHORT:
            below[draw] = isShort ? 0 : below[draw]! + 1;
            if (below[draw] !== MONTHS_BELOW) break;
            courses[draw] = Course.ENDED;
            ends[draw] = month - MONTHS_BELOW + 1;
            break;
          case Course.ENDED:
            if (isShort) courses[draw] = Course.BACK;
        }
      }
    }
    this.#draws += draws;
    for (let draw = 0; draw < draws; draw++) {
      const course = courses[draw]!;
      if (course === Course.EVEN) this.#neverShort++;
      if (course === Course.BACK) this.#returns++;
      if (course === Course.SHORT || course === Course.ENDED || course === Course.BACK) {
        this.#ends[ends[draw]!]!++;
      }
    }
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
