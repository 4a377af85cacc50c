import { exp, log } from '../engine/elementary.ts';
import { byDate, centralValue, latestBySource } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { rowKey } from './context.ts';
import { monthsFrom } from './month-count.ts';
import { outliersAmong } from './outliers.ts';
import type { Outlier } from './outliers.ts';
import { weightedMedian } from './weighted-median.ts';

/** What rows about one quantity say together. */
export interface Consensus {
  /** Weighted median, in the rows' unit. */
  readonly median: number;
  /** Standard deviation of the natural logarithm between sources, with the ranges they state. */
  readonly sigma: number;
  /** Keys `file#id` of the rows used. */
  readonly rows: readonly string[];
  /** Those of them that lie far from the others. */
  readonly outliers: readonly Outlier[];
  /** ISO day on which the newest of them was published. */
  readonly newest: string;
}

/** Trust in a row by its confidence: how sure it is that the publisher said it. */
const TRUST = { high: 1, medium: 0.6, low: 0.25 } as const;
/** Months after which a statement counts half. */
const HALF_LIFE = 6;

/**
 * Consensus of rows about one quantity at a date. Of each source only its latest word counts, and repeats of one
 * statement count once; a word loses half its weight in six months; low-confidence rows count a quarter, and not at all
 * where they are off by a factor of three (`outliers.ts`). The centre is the weighted median, so one wild row cannot
 * move it far; the spread is the weighted mean absolute deviation of logarithms (times 1.2533, which makes it a standard
 * deviation for a normal) together with the stated ranges. Bounds ("at least", "at most") are left out unless all else
 * is of low confidence, and so are rows without a positive number.
 */
export function consensus(rows: readonly Row[], date: string): Consensus | undefined {
  const positive = rows.filter((row) => (centralValue(row) ?? 0) > 0);
  const firm = positive.filter((row) => row.quantity === 'value' || row.quantity === 'range');
  const used = byDate(latestBySource(firm.some(({ confidence }) => confidence !== 'low') ? firm : positive));
  if (used.length === 0) return undefined;
  const words = used.map((row) => ({
    row,
    key: rowKey(row),
    confidence: row.confidence,
    value: log(centralValue(row) ?? 1),
    weight: TRUST[row.confidence] * fading(row, date),
  }));
  const outliers = outliersAmong(words);
  const aside = new Set(outliers.filter(({ setAside }) => setAside).map(({ key }) => key));
  const kept = words.filter(({ key }) => !aside.has(key));
  const points = kept.length > 0 ? kept : words;
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  const centre = weightedMedian(points);
  const between =
    points.reduce((sum, point) => sum + point.weight * Math.abs(point.value - centre), 0) / total;
  const within = points.reduce((sum, point) => sum + point.weight * halfRange(point.row), 0) / total;
  const sigma = Math.sqrt(1.2533 * 1.2533 * between * between + within * within);
  const newest = used.at(-1)?.published ?? date;
  return { median: exp(centre), sigma, rows: words.map(({ key }) => key), outliers, newest };
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
