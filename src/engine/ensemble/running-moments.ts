/**
 * Mean and variance of values that come in parts: each part by two passes, then joined to those before by the formula
 * of Chan, Golub and LeVeque ("Updating formulae and a pairwise algorithm for computing sample variances", 1979).
 */
export class RunningMoments {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(values: Float64Array): void {
    const count = values.length;
    if (count === 0) return;
    let mean = 0;
    for (let i = 0; i < count; i++) mean += values[i]!;
    mean /= count;
    let squares = 0;
    for (let i = 0; i < count; i++) squares += (values[i]! - mean) * (values[i]! - mean);
    const total = this.#count + count;
    const apart = mean - this.#mean;
    this.#squares += squares + apart * apart * ((this.#count * count) / total);
    this.#mean += apart * (count / total);
    this.#count = total;
  }

  get count(): number {
    return this.#count;
  }

  /** NaN of no values. */
  get mean(): number {
    return this.#count === 0 ? NaN : this.#mean;
  }

  /** Of a sample; 0 of fewer than two values. */
  get variance(): number {
    return this.#count < 2 ? 0 : this.#squares / (this.#count - 1);
  }
}
