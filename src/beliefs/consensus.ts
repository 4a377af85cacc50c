import { exp, log } from '../engine/elementary.ts';
import { byDate, centralValue, latestBySource } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { monthsFrom } from './month-count.ts';

/** What rows about one quantity say together. */
export interface Consensus {
  /** Weighted median, in the rows' unit. */
  readonly median: number;
  /** Standard deviation of the natural logarithm between sources, with the ranges they state. */
  readonly sigma: number;
  /** Keys `file#id` of the rows used. */
  readonly rows: readonly string[];
  /** ISO day on which the newest of them was published. */
  readonly newest: string;
}

/** Trust in a row by its confidence: how sure it is that the publisher said it. */
const TRUST = { high: 1, medium: 0.6, low: 0.25 } as const;
/** Months after which a statement counts half. */
const HALF_LIFE = 6;

/**
 * Consensus of rows about one quantity at a date. Of each source only its latest word counts, and repeats of one
 * statement count once; a word loses half its weight in six months; low-confidence rows count a quarter. The centre
 * is the weighted median, so one wild row cannot move it far; the spread is the weighted mean absolute deviation of
 * logarithms (times 1.2533, which makes it a standard deviation for a normal) together with the stated ranges.
 * Bounds ("at least", "at most") and rows without a positive number are left out unless there is nothing else.
 */
export function consensus(rows: readonly Row[], date: string): Consensus | undefined {
  const positive = rows.filter((row) => (centralValue(row) ?? 0) > 0);
  const firm = positive.filter((row) => row.quantity === 'value' || row.quantity === 'range');
  const used = byDate(latestBySource(firm.length > 0 ? firm : positive));
  if (used.length === 0) return undefined;
  const points = used
    .map((row) => ({
      row,
      value: log(centralValue(row) ?? 1),
      weight: TRUST[row.confidence] * fading(row, date),
    }))
    .sort((a, b) => a.value - b.value || (a.row.id < b.row.id ? -1 : 1));
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  const centre = weightedMedian(points, total);
  const between =
    points.reduce((sum, point) => sum + point.weight * Math.abs(point.value - centre), 0) / total;
  const within = points.reduce((sum, point) => sum + point.weight * halfRange(point.row), 0) / total;
  const sigma = Math.sqrt(1.2533 * 1.2533 * between * between + within * within);
  const newest = used.at(-1)?.published ?? date;
  return { median: exp(centre), sigma, rows: used.map((row) => `${row.file}#${row.id}`), newest };
}

function fading(row: Row, date: string): number {
  const age = Math.max(0, monthsFrom(row.published, date));
  return exp((-age / HALF_LIFE) * 0.6931471805599453);
}

/** Half of the logarithmic width of a stated range, read as 80% of the publisher's belief. */
function halfRange(row: Row): number {
  const { low, high } = row;
  if (low === undefined || high === undefined || !(low > 0) || !(high > low)) return 0;
  return log(high / low) / 2 / 1.2815515655446004;
}

function weightedMedian(
  points: readonly { readonly value: number; readonly weight: number }[],
  total: number,
): number {
  let below = 0;
  for (const [index, point] of points.entries()) {
    below += point.weight;
    if (below > total / 2) return point.value;
    // Exactly half on either side: the middle of the two.
    if (below === total / 2) return (point.value + (points[index + 1]?.value ?? point.value)) / 2;
  }
  return points.at(-1)?.value ?? 0;
}
