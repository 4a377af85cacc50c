import type { Expr } from '../expression.ts';
import { less, select } from '../expression-functions.ts';

/**
 * Halves `rounds` times the interval in which a falling function passes `target`: at `low` it is not below it, at
 * `high` not above. A fixed count, relative to the interval given, so it converges at any scale of units.
 */
export function bracketFalling(
  falling: (x: Expr) => Expr,
  target: Expr,
  interval: { readonly low: Expr; readonly high: Expr },
  rounds: number,
): { readonly low: Expr; readonly high: Expr } {
  let { low, high } = interval;
  for (let round = 0; round < rounds; round++) {
    const middle = low.plus(high).times(0.5);
    const tooMuch = less(target, falling(middle));
    [low, high] = [select(tooMuch, middle, low), select(tooMuch, high, middle)];
  }
  return { low, high };
}
