import { sortDoubles } from '../sort-doubles.ts';

/** Places of values in rising order, from 1; equal values share the mean of their places (midranks). */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = sortDoubles(values.slice());
  return values.map((value) => {
    const first = countBelow(sorted, value, false);
    const last = countBelow(sorted, value, true);
    return (first + 1 + last) / 2;
  });
}

/**
 * Spearman’s rank correlation of two columns of `averageRanks`, from -1 to 1: the correlation of the midranks, so that
 * ties are counted as Kendall does ("The treatment of ties in ranking problems", Biometrika 1945). 0 where one of them
 * does not vary: nothing goes along with what stands still.
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  // Midranks of n values always have this mean.
  const middle = (a.length + 1) / 2;
  let together = 0;
  let [ofA, ofB] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - middle, b[i]! - middle];
    together += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : together / Math.sqrt(ofA * ofB);
}

/** Values of a sorted array that are below one, or not above it. */
function countBelow(sorted: Float64Array, value: number, equalToo: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const below = equalToo ? sorted[middle]! <= value : sorted[middle]! < value;
    if (below) low = middle + 1;
    else high = middle;
  }
  return low;
}
