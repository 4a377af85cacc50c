import { sortDoubles } from './sort-doubles.ts';

/** Below so many values sorting all of them is as fast. */
const FEWEST = 256;
const BINS = 1024;
/** All but the first and the last, which hold the least and the greatest value alone: often nothing, or all of a share. */
const INNER_BINS = BINS - 2;
/** In-place insertion beats the general sort up to about so many values. */
const FEW = 40;

let bins = new Uint16Array(0);
const counts = new Uint32Array(BINS);
/** Where the next value of a bin that is asked for goes; 0 for the others, else one more than that. */
const places = new Uint32Array(BINS);

/**
 * Order statistics without sorting everything: what stands at each of some ranks, counted from 0, if `values` were
 * sorted. The values are left as they are; `scratch` is at least as long, and holds anything afterwards. `ranks` must
 * rise (equal ones are fine). Exactly what sorting gives, with 0 for -0; undefined when a value is NaN.
 *
 * Values are counted in bins of equal width, which keeps their order because subtraction, multiplication and rounding
 * down never reverse one; only bins with a rank in them are then sorted. Few ranks of many values cost a fifth of a sort.
 */
export function orderStatistics(
  values: Float64Array,
  ranks: readonly number[],
  scratch: Float64Array,
): number[] | undefined {
  const count = values.length;
  let least = values[0] ?? NaN;
  let most = least;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    if (value >= least && value <= most) continue;
    if (value < least) least = value;
    else if (value > most) most = value;
    else return undefined;
  }
  if (least === most) return ranks.map(() => least + 0);
  const scale = INNER_BINS / (most - least);
  if (count < FEWEST || !(scale > 0 && scale < Infinity)) {
    const sorted = scratch.subarray(0, count);
    sorted.set(values);
    sortDoubles(sorted);
    return ranks.map((rank) => sorted[rank]! + 0);
  }
  if (bins.length < count) bins = new Uint16Array(count);
  counts.fill(0);
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    let bin = 0;
    if (value === most) bin = BINS - 1;
    else if (value > least) bin = 1 + (Math.min((value - least) * scale, INNER_BINS - 1) | 0);
    bins[i] = bin;
    counts[bin]!++;
  }
  const found = findBins(ranks);
  for (let i = 0; i < count; i++) {
    const place = places[bins[i]!]!;
    if (place === 0) continue;
    scratch[place - 1] = values[i]!;
    places[bins[i]!] = place + 1;
  }
  const result: number[] = [];
  for (let next = 0; next < found.length; ) {
    const { from, to } = found[next]!;
    let end = next;
    while (found[end]?.from === from) end++;
    if (to - from > FEWEST) {
      // Much of a series with a long tail lies in one bin.
      const inBin = found.slice(next, end).map(({ at }) => at - from);
      const part = scratch.subarray(from, to);
      result.push(...orderStatistics(part.slice(), inBin, part)!);
    } else {
      sortPart(scratch, from, to);
      for (let one = next; one < end; one++) result.push(scratch[found[one]!.at]! + 0);
    }
    next = end;
  }
  return result;
}

interface Found {
  /** The bin’s values in `scratch`, and the one asked for. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Gives every bin that holds a rank a stretch of the scratch. */
function findBins(ranks: readonly number[]): Found[] {
  places.fill(0);
  let bin = 0;
  /** Values in the bins before this one, and in those of them that hold a rank. */
  let below = 0;
  let kept = 0;
  return ranks.map((rank) => {
    while (rank >= below + counts[bin]!) {
      if (places[bin] !== 0) kept += counts[bin]!;
      below += counts[bin]!;
      bin++;
    }
    places[bin] = kept + 1;
    return { from: kept, to: kept + counts[bin]!, at: kept + rank - below };
  });
}

function sortPart(values: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    sortDoubles(values.subarray(from, to));
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > from && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
