import { hashName, uniform } from '../philox.ts';

/** What tells this use of random numbers from others. */
const [SHUFFLE] = hashName('order of draws in systematic resampling', 0);

/**
 * Draws picked by weight, `count` of them: systematic resampling (Kitagawa 1996) at the middles of `count` equal
 * parts, so that a draw of weight w is picked about `count`·w times, never off by one or more. `weights` sum to one.
 * Draws are taken in an order of chance, always the same: neither does a pattern in their own order (Sobol points have
 * one) beat with the parts, nor do the first picks stand for the first draws.
 */
export function systematicResample(weights: Float64Array, count: number): Uint32Array {
  const keys = weights.map((_, draw) => uniform(draw, SHUFFLE >>> 0, 0, 0));
  const order = Uint32Array.from(weights.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const picks = new Uint32Array(count);
  let place = 0;
  let reached = weights[order[0]!] ?? 0;
  for (let pick = 0; pick < count; pick++) {
    const point = (pick + 0.5) / count;
    while (reached < point && place < order.length - 1) reached += weights[order[++place]!]!;
    picks[pick] = order[place]!;
  }
  return picks;
}
