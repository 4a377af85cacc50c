import { quantileOf } from '../engine/index.ts';
import type { BeliefBook, RuleContext } from './context.ts';

/** Median of what a rule has set for an input, else of what is assumed; undefined where neither is known yet. */
export function medianOf(
  { assumptions }: Pick<RuleContext, 'assumptions'>,
  book: BeliefBook,
  input: string,
): number | undefined {
  const assumed = assumptions.forInput(input);
  const distribution =
    book.beliefs.get(input)?.distribution ?? (assumed && assumptions.distribution(assumed));
  return distribution && quantileOf(distribution, 0.5);
}
