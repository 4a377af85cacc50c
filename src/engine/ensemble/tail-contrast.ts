/** What the draws in one tail of an input have in common. */
export interface Tail {
  readonly draws: number;
  /** Mean of the input; NaN of no draws. */
  readonly mean: number;
  /** Share of them in which the other quantity lies above the threshold; NaN of no draws. */
  readonly shareAbove: number;
}

/**
 * How often a quantity exceeds a threshold where an input is low, and where it is high: up to `low` and from `high`
 * on, which are quantiles of the input’s distribution, so that nothing has to be sorted.
 */
export class TailContrast {
  readonly #low: number;
  readonly #high: number;
  readonly #threshold: number;
  readonly #lowTail = { draws: 0, sum: 0, above: 0 };
  readonly #highTail = { draws: 0, sum: 0, above: 0 };

  constructor(low: number, high: number, threshold: number) {
    this.#low = low;
    this.#high = high;
    this.#threshold = threshold;
  }

  /** The input and the other quantity of the same draws. */
  add(input: Float64Array, quantity: Float64Array): void {
    for (let i = 0; i < input.length; i++) {
      const value = input[i]!;
      const tail = value <= this.#low ? this.#lowTail : value >= this.#high ? this.#highTail : undefined;
      if (tail === undefined) continue;
      tail.draws++;
      tail.sum += value;
      if (quantity[i]! > this.#threshold) tail.above++;
    }
  }

  get low(): Tail {
    return tailOf(this.#lowTail);
  }

  get high(): Tail {
    return tailOf(this.#highTail);
  }
}

function tailOf({ draws, sum, above }: Record<'draws' | 'sum' | 'above', number>): Tail {
  return { draws, mean: sum / draws, shareAbove: above / draws };
}
