/** When something first holds, over futures. */
export interface FirstMonthTold {
  /** Share of futures in which it holds in the first month looked at. */
  readonly now: number;
  /** Share of futures in which it does within the horizon. */
  readonly within: number;
  /** First ISO month in which it does; `null` where that lies beyond the horizon. */
  readonly p10: string | null;
  readonly p50: string | null;
  readonly p90: string | null;
}

/** Notes, future by future, the first month in which something holds; months count from the first looked at. */
export class FirstMonths {
  readonly #first: Float64Array;

  constructor(futures: number) {
    this.#first = new Float64Array(futures).fill(Infinity);
  }

  note(future: number, month: number): void {
    if (month < (this.#first[future] ?? Infinity)) this.#first[future] = month;
  }

  /** Quantiles are months that occur: two of them are never averaged. */
  told(monthName: (month: number) => string): FirstMonthTold {
    const first = this.#first.toSorted();
    const at = (p: number): string | null => {
      const month = first[Math.ceil(p * first.length) - 1] ?? Infinity;
      return Number.isFinite(month) ? monthName(month) : null;
    };
    const shareOf = (isMeant: (month: number) => boolean): number =>
      first.filter(isMeant).length / first.length;
    return {
      now: shareOf((month) => month === 0),
      within: shareOf(Number.isFinite),
      p10: at(0.1),
      p50: at(0.5),
      p90: at(0.9),
    };
  }
}
