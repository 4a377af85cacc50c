import { groupBy } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { consensus } from './consensus.ts';
import { rowKey } from './context.ts';
import type { Outlier } from './outliers.ts';

/** Rows that a rule may take singly, and what was found among them. */
export interface SoundRows {
  readonly rows: readonly Row[];
  readonly outliers: readonly Outlier[];
}

/**
 * Rows of one quantity in many periods without those of low confidence that are off by a factor of three and more
 * from what the other sources say of the same period. For rules that take one row, the latest or the first, and so have no median to
 * keep a wrong one from deciding.
 */
export function soundRows(rows: readonly Row[], date: string): SoundRows {
  const periods = groupBy(rows, ({ periodStart, periodEnd }) => `${periodStart}|${periodEnd}`);
  const outliers = [...periods.values()].flatMap((ofPeriod) => consensus(ofPeriod, date)?.outliers ?? []);
  const aside = new Set(outliers.filter(({ setAside }) => setAside).map(({ key }) => key));
  return { rows: rows.filter((row) => !aside.has(rowKey(row))), outliers };
}
