import { describe, expect, it } from 'vitest';
import { evidence, runFrom } from '../../e2e/support/evidence.ts';
import { centralValue } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import type { SpreadRecord } from './belief.ts';
import { errorAt } from './error-curve.ts';
import type { ErrorCurve } from './error-curve.ts';

const DAY = '2026-09-30';
type Evidence = Parameters<typeof runFrom>[0];
const CAPACITIES = new Set(['cowos_capacity', 'hbm_capacity', 'wafer_capacity']);

/**
 * The shipped figures, in which everything ever said about capacities at past year ends lies `factor` times as far, in
 * logarithms, from what is said of them last.
 */
function missing(factor: number): Evidence {
  const { register, assumptions } = evidence();
  const last = new Map<string, number>();
  const past = (row: Row): boolean => CAPACITIES.has(row.metric) && row.periodEnd < '2026-06-30';
  const about = (row: Row): string =>
    [row.metric, row.entity, row.product, row.site, row.periodEnd.slice(0, 4)].join('|');
  for (const row of register.facts.toSorted((a, b) => (a.published < b.published ? -1 : 1)))
    if (past(row)) last.set(about(row), centralValue(row) ?? Number.NaN);
  const facts = register.facts.map((row): Row => {
    const [anchor, value] = [last.get(about(row)), centralValue(row)];
    if (!past(row) || anchor === undefined || value === undefined) return row;
    const { low: _low, high: _high, ...rest } = row;
    const quantity = row.quantity === 'range' ? 'value' : row.quantity;
    return { ...rest, quantity, value: anchor * Math.pow(value / anchor, factor) };
  });
  return { register: { ...register, facts }, assumptions };
}

function recordOf(known: Evidence, input: string): SpreadRecord {
  const record = runFrom(known, DAY).beliefs.get(input)?.record;
  if (record === undefined) throw new Error(`no record of ${input}`);
  return record;
}

describe('the spread of a capacity', () => {
  const records = [0, 1, 2].map((factor) => recordOf(missing(factor), 'cowos path[2028]'));
  const sizeAt = (index: number, horizon: number): number => {
    const curve: ErrorCurve = records[index]?.curve ?? [0, 0, 0];
    return errorAt(curve, horizon);
  };

  it('comes from the record: twice the past errors, twice the spread but for what the prior is worth', () => {
    for (const horizon of [0.25, 0.75, 1.25]) {
      expect(sizeAt(2, horizon)).toBeGreaterThan(1.2 * sizeAt(1, horizon));
      const expected = 2 * sizeAt(1, horizon) - sizeAt(0, horizon);
      expect(sizeAt(2, horizon) / expected).toBeCloseTo(1, 1);
    }
  });

  it('is as wide as the record says, and no median moves for it', () => {
    const [, once, twice] = [0, 1, 2].map((factor) => runFrom(missing(factor), DAY).beliefs);
    for (const input of ['cowos path[2027]', 'hbm path[micron,2027]', 'logic path[n2,2027]']) {
      const [before, after] = [once, twice].map((beliefs) => beliefs?.get(input)?.distribution);
      if (before?.kind !== 'lognormal' || after?.kind !== 'lognormal') throw new Error(input);
      expect(after.sigma, input).toBeGreaterThan(before.sigma);
      expect(after.median, input).toBe(before.median);
    }
  });
});

describe('a belief’s record', () => {
  it('shares no row with the belief itself, and knows nothing published later', () => {
    for (const day of ['2024-07-31', '2025-07-31', '2026-01-31', DAY]) {
      const { beliefs, view } = runFrom(evidence(), day);
      const known = new Set(view.facts.map((row) => `${row.file}#${row.id}`));
      const recorded = [...beliefs.values()].filter(({ record }) => record !== undefined);
      expect(recorded.length).toBeGreaterThan(20);
      for (const { input, rows, record } of recorded) {
        expect(
          record?.rows.filter((key) => !known.has(key)),
          input,
        ).toEqual([]);
        // Past guides and what was spent are what the guide error is made of, centre and spread.
        if (input.startsWith('guide error')) continue;
        expect(
          record?.rows.filter((key) => rows.includes(key)),
          input,
        ).toEqual([]);
      }
    }
  });
});
