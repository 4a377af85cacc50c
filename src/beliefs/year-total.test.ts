import { describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../e2e/support/evidence.ts';
import type { Day } from '../../e2e/support/evidence.ts';
import { asOf } from '../register/index.ts';
import { Assumptions } from './assumption.ts';
import type { RuleContext } from './context.ts';
import { yearTotal } from './year-total.ts';

function contextAsOf(day: Day): RuleContext {
  const { register, assumptions } = evidence();
  const { catalogue, start } = runAsOf(day);
  const view = asOf(register, day);
  return {
    view,
    catalogue,
    start,
    assumptions: new Assumptions(assumptions, day, start),
    specifications: new Map(),
  };
}

/** Reported data-centre revenue of a fiscal quarter, USD. */
function quarter(id: string): number {
  return evidence().register.facts.find((row) => row.id === `nvda-dc-${id}`)?.value ?? Number.NaN;
}

const dataCentre = { metric: 'datacenter_revenue', entity: 'NVIDIA', product: '', unit: 'USD' } as const;
const QUARTER_DAYS = 91;
const DAYS_A_MONTH = 365.25 / 12;

describe('a calendar year of a company with another fiscal year', () => {
  it('runs on from the last quarter known: NVIDIA 2024 as of 2025-02-15', () => {
    const total = yearTotal(contextAsOf('2025-02-15'), dataCentre, 2024);
    // The fourth quarter of fiscal 2024 ends on 28 January 2024; that of fiscal 2025 was reported later.
    const known =
      (quarter('fy24q4') * 28) / QUARTER_DAYS + quarter('fy25q1') + quarter('fy25q2') + quarter('fy25q3');
    const covered = (28 + 3 * QUARTER_DAYS) / DAYS_A_MONTH;
    const growth = quarter('fy25q3') / quarter('fy25q2');
    const lastRate = quarter('fy25q3') / (QUARTER_DAYS / DAYS_A_MONTH);
    const expected = known + (12 - covered) * lastRate * growth;
    expect(total?.covered).toBeCloseTo(covered, 9);
    expect(total?.value).toBeCloseTo(expected, -1);
    expect(total?.exit).toBeCloseTo((lastRate * growth) / (expected / 12), 9);
    expect(total?.rows).toEqual(
      ['fy24q4', 'fy25q1', 'fy25q2', 'fy25q3'].map((id) => `demand.csv#nvda-dc-${id}`),
    );
    // What was reported ten days later shows how far off running on was.
    const actual = known + (quarter('fy25q4') * 65) / QUARTER_DAYS;
    expect(Math.abs(expected / actual - 1)).toBeLessThan(0.01);
  });

  it('is all reported a year on: NVIDIA 2025 as of 2026-09-30', () => {
    const total = yearTotal(contextAsOf('2026-09-30'), dataCentre, 2025);
    const reported =
      (quarter('fy25q4') * 26) / QUARTER_DAYS +
      quarter('fy26q1') +
      quarter('fy26q2') +
      quarter('fy26q3') +
      (quarter('fy26q4') * 66) / QUARTER_DAYS;
    expect(total?.covered).toBeCloseTo(365 / DAYS_A_MONTH, 9);
    expect(Math.abs((total?.value ?? 0) / reported - 1)).toBeLessThan(2e-3);
    expect(total?.rows).toHaveLength(5);
  });

  it('comes of one accounting basis, the one that covers most of the year', () => {
    const context = contextAsOf('2026-09-30');
    for (const entity of ['Microsoft', 'Amazon', 'Google', 'Meta', 'Oracle']) {
      const total = yearTotal(context, { metric: 'capex', entity, product: '', unit: 'USD' }, 2025);
      const rows = context.view.facts.filter((row) => total?.rows.includes(`${row.file}#${row.id}`));
      expect(rows.length, entity).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.basis)).size, entity).toBe(1);
      expect(total?.covered, entity).toBeGreaterThan(5.5);
    }
  });

  it('is backed out before the first report, run on after the last: Oracle 2025 as of 2026-09-30', () => {
    const context = contextAsOf('2026-09-30');
    const total = yearTotal(context, { metric: 'capex', entity: 'Oracle', product: '', unit: 'USD' }, 2025);
    const reported = (id: string): number =>
      context.view.facts.find((row) => row.id === `orcl-capex-${id}`)?.value ?? Number.NaN;
    // June to November is reported; five months before it grow into it, one month after it goes on.
    const [first, last] = [reported('fy26q1') / 3, reported('fy26q2') / 3];
    const expected = reported('fy26q1') + reported('fy26q2') + (5 * first) / 1.25 + last * 1.25;
    expect(Math.abs((total?.value ?? 0) / expected - 1)).toBeLessThan(0.02);
  });

  it('is unknown where nothing was said', () => {
    const context = contextAsOf('2025-02-15');
    expect(yearTotal(context, { ...dataCentre, entity: 'Nobody' }, 2024)).toBeUndefined();
    expect(yearTotal(context, dataCentre, 2015)).toBeUndefined();
  });
});
