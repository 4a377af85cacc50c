import type { HeatMapSpec } from './chart-spec.ts';

/** Columns in which one row is the largest. */
export interface LargestRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Row of the largest value of a column; `undefined` where none is above zero. */
export function largestRow({ values }: Pick<HeatMapSpec, 'values'>, column: number): number | undefined {
  let found: number | undefined;
  let most = 0;
  for (const [row, line] of values.entries()) {
    const value = line[column] ?? NaN;
    if (value > most) {
      most = value;
      found = row;
    }
  }
  return found;
}

/** The largest row of each column, neighbours with the same one together. */
export function runsOfLargest(spec: Pick<HeatMapSpec, 'values' | 'quarters'>): LargestRun[] {
  const runs: { row: number; from: number; to: number }[] = [];
  for (let column = 0; column < spec.quarters.length; column++) {
    const row = largestRow(spec, column);
    if (row === undefined) continue;
    const last = runs.at(-1);
    if (last && last.row === row && last.to === column - 1) last.to = column;
    else runs.push({ row, from: column, to: column });
  }
  return runs;
}
