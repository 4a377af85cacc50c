import { RunningMoments } from '../engine/index.ts';
import type { Block, Variant } from '../engine/index.ts';
import { inputQuantiles, inputVariant } from './ensemble.ts';
import type { InputChange } from './figure/address.ts';
import { UNCHANGED } from './figure/address.ts';
import type { Reader } from './figures.ts';
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
  readonly #readings: readonly { readonly read: Reader; readonly moments: readonly RunningMoments[] }[];

  /**
   * `quantities` are slots of a block, or what is read of it; `first` is the number of the first of `variants` in the
   * ensemble; `change` is what is otherwise in both than in the run.
   */
  constructor(
    run: PreparedRun,
    quantities: readonly (number | Reader)[],
    first: number,
    change: InputChange = UNCHANGED,
  ) {
    const medians = inputQuantiles(run, 0.5);
    const assumed = run.inputs.map(({ name }) => run.beliefs.get(name)?.basis !== 'rows');
    const { held = [], moved = [] } = inputVariant(run, change);
    for (const { index, factor, plus } of moved) medians[index] = medians[index]! * factor + plus;
    const changed = new Set(held.map(({ index }) => index));
    const holding = (which: boolean): Variant => ({
      held: [
        ...held,
        ...assumed.flatMap((basis, index) =>
          basis === which && !changed.has(index) ? [{ index, value: medians[index] ?? Number.NaN }] : [],
        ),
      ],
      moved: moved.filter(({ index }) => assumed[index] !== which),
      draws: MOST_DRAWS,
    });
    this.variants = [holding(false), holding(true)];
    this.#first = first;
    this.#readings = quantities.map((quantity) => ({
      read: typeof quantity === 'number' ? (block, variant) => block.values(quantity, variant) : quantity,
      moments: [new RunningMoments(), new RunningMoments()],
    }));
  }

  add(block: Block): void {
    for (const { read, moments } of this.#readings)
      for (const [index, of] of moments.entries()) of.add(read(block, this.#first + index));
  }

  /** From 0 to 1, one for each quantity. */
  get shares(): number[] {
    return this.#readings.map(({ moments: [assumed, rows] }) => {
      const a = assumed?.variance ?? 0;
      const b = rows?.variance ?? 0;
      return a + b > 0 ? a / (a + b) : 0;
    });
  }
}
