/** Bins between the ends of the range. */
const BINS = 4096;
/** Of the values that set the range, so many at each end lie outside it: a far outlier must not widen all bins. */
const OUTSIDE = 0.002;

/**
 * Counts of draws in equal bins over the middle 99.6 % of the first ones. Values equal to an end of the range are
 * counted apart, since probability often sits there (nothing overdue, all of a share); so are values beyond, with the
 * least and the greatest kept. A quantile within the range is off by less than `resolution`.
 */
export class DrawHistogram {
  readonly #low: number;
  readonly #high: number;
  readonly #scale: number;
  readonly #bins = new Uint32Array(BINS);
  #below = 0;
  #atLow = 0;
  #atHigh = 0;
  #above = 0;
  #least = Infinity;
  #greatest = -Infinity;
  #count = 0;

  /** The range is that of `sorted`, in rising order and without NaN; they are counted too. */
  constructor(sorted: Float64Array) {
    const outside = Math.floor(sorted.length * OUTSIDE);
    this.#low = sorted[outside] ?? 0;
    this.#high = sorted[sorted.length - 1 - outside] ?? 0;
    this.#scale = BINS / (this.#high - this.#low);
    this.add(sorted);
  }

  /** Width of a bin. */
  get resolution(): number {
    return (this.#high - this.#low) / BINS;
  }

  get count(): number {
    return this.#count;
  }

  /** Values without NaN, in any order. */
  add(values: Float64Array): void {
    const low = this.#low;
    const high = this.#high;
    const scale = this.#scale;
    const bins = this.#bins;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value > low && value < high) {
        const bin = Math.min(BINS - 1, Math.floor((value - low) * scale));
        bins[bin] = bins[bin]! + 1;
      } else if (value === low) this.#atLow++;
      else if (value === high) this.#atHigh++;
      else if (value < low) {
        this.#below++;
        if (value < this.#least) this.#least = value;
      } else {
        this.#above++;
        if (value > this.#greatest) this.#greatest = value;
      }
    }
    this.#count += values.length;
  }

  /** Quantile `p` of type 7, as `quantile` gives it of sorted values. */
  quantile(p: number): number {
    const position = (this.#count - 1) * p;
    const index = Math.floor(position);
    const below = this.#orderStatistic(index);
    const share = position - index;
    return share === 0 ? below : below + (this.#orderStatistic(index + 1) - below) * share;
  }

  /** The value at a rank from zero; those of one bin are taken as evenly spread over it. */
  #orderStatistic(rank: number): number {
    if (rank < this.#below) return this.#least + (this.#low - this.#least) * (rank / this.#below);
    let left = rank - this.#below - this.#atLow;
    if (left < 0) return this.#low;
    for (let bin = 0; bin < BINS; bin++) {
      const count = this.#bins[bin]!;
      if (left < count) return this.#low + (bin + (left + 0.5) / count) * this.resolution;
      left -= count;
    }
    left -= this.#atHigh;
    if (left < 0) return this.#high;
    return this.#high + (this.#greatest - this.#high) * ((left + 1) / this.#above);
  }
}
