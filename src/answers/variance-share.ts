import { RunningMoments } from '../engine/index.ts';
import type { Block, Variant } from '../engine/index.ts';
import { inputQuantiles } from './ensemble.ts';
import type { PreparedRun } from './prepare-run.ts';

/** Draws for a share of variance: plenty for one figure in words. */
const MOST_DRAWS = 256;

/**
 * Share of a quantity’s variance that rests on assumptions: V(assumptions vary) ÷ (V(assumptions vary) + V(rows vary)),
 * the other inputs at their medians. Interactions between the two are left out of both. Two more runs of the first
 * draws, inside the ensemble that is drawn anyway.
 */
export class VarianceShare {
  /** Only assumed inputs vary; only the others do. */
  readonly variants: readonly [assumed: Variant, rows: Variant];
  readonly #first: number;
  readonly #slots: readonly { readonly slot: number; readonly moments: readonly RunningMoments[] }[];

  /** `slots` are those of the quantities; `first` is the number of the first of `variants` in the ensemble. */
  constructor(run: PreparedRun, slots: readonly number[], first: number) {
    const medians = inputQuantiles(run, 0.5);
    const assumed = run.inputs.map(({ name }) => run.beliefs.get(name)?.basis !== 'rows');
    const holding = (which: boolean): Variant => ({
      held: assumed.flatMap((basis, index) =>
        basis === which ? [{ index, value: medians[index] ?? Number.NaN }] : [],
      ),
      draws: MOST_DRAWS,
    });
    this.variants = [holding(false), holding(true)];
    this.#first = first;
    this.#slots = slots.map((slot) => ({ slot, moments: [new RunningMoments(), new RunningMoments()] }));
  }

  add(block: Block): void {
    for (const { slot, moments } of this.#slots)
      for (const [index, of] of moments.entries()) of.add(block.values(slot, this.#first + index));
  }

  /** From 0 to 1, one for each quantity. */
  get shares(): number[] {
    return this.#slots.map(({ moments: [assumed, rows] }) => {
      const a = assumed?.variance ?? 0;
      const b = rows?.variance ?? 0;
      return a + b > 0 ? a / (a + b) : 0;
    });
  }
}
