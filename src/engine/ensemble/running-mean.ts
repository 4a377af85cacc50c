import { CompensatedSum } from '../quantiles.ts';

/** Mean of values that come in parts, with the bits that a `Fan` of them gives it. */
export class RunningMean {
  readonly #sum = new CompensatedSum();
  #count = 0;

  add(values: Float64Array): void {
    this.#sum.add(values);
    this.#count += values.length;
  }

  /** NaN of no values. */
  get mean(): number {
    return this.#count === 0 ? NaN : this.#sum.total / this.#count;
  }
}
