/** A number and how much it counts. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The middle of the weight; where it falls between two values, the middle of the two. NaN of nothing. */
export function weightedMedian(points: readonly Weighted[]): number {
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, point) => sum + point.weight, 0);
  let below = 0;
  for (const [index, point] of sorted.entries()) {
    below += point.weight;
    if (below > total / 2) return point.value;
    if (below === total / 2) return (point.value + (sorted[index + 1]?.value ?? point.value)) / 2;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
