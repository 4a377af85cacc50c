import { logOf, normalQuantile } from '../../engine/index.ts';

/** Points of an outcome’s own distribution, with their weights, which sum to one. A certain outcome is one point. */
export interface OutcomePoints {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** How many points stand for a range: the middles of as many equal shares. */
export const RANGE_POINTS = 9;

const Z95 = 1.6448536269514722;

/**
 * The logarithm of an amount that a source gives as one figure or with a range, read as its 5th percentile, median and
 * 95th percentile (as Epoch AI publishes them) of a lognormal distribution with a width of its own on either side.
 * `undefined` for an amount that is not positive.
 */
export function logPointsOf(amount: {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}): OutcomePoints | undefined {
  const { low, value, high } = amount;
  if (!(low > 0 && value > 0 && high > 0)) return undefined;
  const middle = logOf(value);
  if (low === high) return { values: [middle], weights: [1] };
  const below = (middle - logOf(low)) / Z95;
  const above = (logOf(high) - middle) / Z95;
  const values = Array.from({ length: RANGE_POINTS }, (_, index) => {
    const z = normalQuantile((index + 0.5) / RANGE_POINTS);
    return middle + z * (z < 0 ? below : above);
  });
  return { values, weights: values.map(() => 1 / RANGE_POINTS) };
}

/** What several sources say of one outcome, each with the same weight. */
export function mixPoints(sources: readonly OutcomePoints[]): OutcomePoints {
  return {
    values: sources.flatMap(({ values }) => values),
    weights: sources.flatMap(({ weights }) => weights.map((weight) => weight / sources.length)),
  };
}
