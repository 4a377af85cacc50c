/** How many values lie above a threshold, and how many below. */
export class ThresholdCount {
  readonly #threshold: number;
  #count = 0;
  #above = 0;
  #below = 0;

  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  add(values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      if (values[i]! > this.#threshold) this.#above++;
      else if (values[i]! < this.#threshold) this.#below++;
    }
    this.#count += values.length;
  }

  /** 0 of no values, as `shareBelow`. */
  get shareAbove(): number {
    return this.#count === 0 ? 0 : this.#above / this.#count;
  }

  get shareBelow(): number {
    return this.#count === 0 ? 0 : this.#below / this.#count;
  }
}
