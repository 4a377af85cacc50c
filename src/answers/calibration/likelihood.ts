import { logOf } from '../../engine/index.ts';
import type { KnownQuantity } from './known-quantity.ts';

/** How errors are thought of; all three are assumed (`data/assumptions.csv`). */
export interface ErrorModel {
  /** Standard deviation of the logarithm by which the model itself is off in a quarter. */
  readonly model: number;
  /** Correlation of that error between quarters of one subject in one run. */
  readonly correlation: number;
  /** Degrees of freedom of Student's t: few, so that one wrong figure weighs little. */
  readonly tail: number;
}

/** Below this share of what is known, the model's figure counts as this. */
const LEAST = 1e-6;

/** By how many standard deviations a model's figure lies above what is known. */
export function misfit(known: KnownQuantity, modelled: number, { model }: ErrorModel): number {
  const error = logOf(Math.max(modelled / known.value, LEAST));
  return error / Math.sqrt(known.sigma * known.sigma + model * model);
}

/**
 * Logarithm of each draw's likelihood, up to a constant: for every quantity Student's t of its misfit, times what the
 * quantity counts (`countsOf`). `modelled` is `[quantity][draw]`.
 */
export function logLikelihoods(
  known: readonly KnownQuantity[],
  modelled: readonly Float64Array[],
  draws: number,
  errors: ErrorModel,
): Float64Array {
  const counts = countsOf(known, errors);
  const { tail } = errors;
  const total = new Float64Array(draws);
  for (const [index, quantity] of known.entries()) {
    const values = modelled[index]!;
    for (let draw = 0; draw < draws; draw++) {
      const z = misfit(quantity, values[draw]!, errors);
      total[draw]! -= ((counts[index]! * (tail + 1)) / 2) * logOf(1 + (z * z) / tail);
    }
  }
  return total;
}

/**
 * How much each quantity counts. All that is known of one subject in one quarter counts once, however many figures tell
 * it; and n quarters of one subject, whose errors are correlated by ρ, count n ÷ (1 + (n − 1)·ρ) in all, the effective
 * number of equally correlated observations (Kish's design effect).
 */
export function countsOf(known: readonly KnownQuantity[], { correlation }: ErrorModel): number[] {
  const figures = new Map<string, number>();
  const quarters = new Map<string, Set<string>>();
  for (const quantity of known) {
    const [subject, event] = [subjectOf(quantity), eventOf(quantity)];
    figures.set(event, (figures.get(event) ?? 0) + 1);
    quarters.set(subject, (quarters.get(subject) ?? new Set()).add(event));
  }
  return known.map((quantity) => {
    const events = quarters.get(subjectOf(quantity))?.size ?? 1;
    return 1 / (figures.get(eventOf(quantity)) ?? 1) / (1 + (events - 1) * correlation);
  });
}

function subjectOf({ subject, whose }: KnownQuantity): string {
  return `${subject} ${whose}`;
}

/** A fiscal quarter belongs to the calendar quarter in which most of it lies. */
function eventOf(quantity: KnownQuantity): string {
  const { first, last } = quantity.period;
  return `${subjectOf(quantity)} ${Math.floor((first + last) / 2 / 3)}`;
}
