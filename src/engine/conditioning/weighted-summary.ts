import { summaryOf } from '../quantiles.ts';
import type { Summary } from '../quantiles.ts';

/**
 * Mean and quantiles of draws by weights that sum to one. A quantile lies on the straight line between the middles of
 * the draws' shares of the weight (Hazen's plotting position, type 5 where all weigh the same). All NaN without
 * draws, or where one of them is NaN.
 */
export function summariseWeighted(values: Float64Array, weights: Float64Array): Summary {
  const order = Array.from(values.keys()).filter((draw) => (weights[draw] ?? 0) > 0);
  order.sort((a, b) => values[a]! - values[b]! || a - b);
  if (order.length === 0 || values.some((value) => Number.isNaN(value))) return summaryOf(NaN, () => NaN);
  let mean = 0;
  for (const draw of order) mean += weights[draw]! * values[draw]!;
  const middles = new Float64Array(order.length);
  let reached = 0;
  for (const [place, draw] of order.entries()) {
    middles[place] = reached + weights[draw]! / 2;
    reached += weights[draw]!;
  }
  return summaryOf(mean, (p) => {
    const target = p * reached;
    const above = middles.findIndex((middle) => middle >= target);
    if (above === 0) return values[order[0]!]!;
    if (above < 0) return values[order.at(-1)!]!;
    const [low, high] = [middles[above - 1]!, middles[above]!];
    const [from, to] = [values[order[above - 1]!]!, values[order[above]!]!];
    return from + ((to - from) * (target - low)) / (high - low);
  });
}
