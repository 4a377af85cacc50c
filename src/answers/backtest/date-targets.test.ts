import { describe, expect, it } from 'vitest';
import { dataText, evidence, runFrom } from '../../../e2e/support/evidence.ts';
import { scoreDates } from './date-targets.ts';
import { readProtocol } from './protocol.ts';

const FILE = 'backtest-protocol.yaml';
const protocol = readProtocol(dataText(FILE), FILE);
const { register, assumptions } = evidence();
const datesAsOf = (day: string) => scoreDates(runFrom(evidence(), day), register, assumptions, protocol);

describe('dates', () => {
  it('are those reported to lie after the day, in months from it', () => {
    const { scored } = datesAsOf('2024-07-31');
    const b200 = scored.find(({ input }) => input === 'product start[nv_b200]');
    // Reported for November 2024.
    expect(b200?.row.periodStart).toBe('2024-11-01');
    expect(b200?.outcome).toBeCloseTo(3.5, 1);
    expect(b200?.median).toBeLessThan(b200?.outcome ?? 0);
    expect(b200?.score.error).toBeCloseTo((b200?.median ?? 0) - (b200?.outcome ?? 0), 6);
    for (const { row } of scored) expect(row.periodStart > '2024-07-31').toBe(true);
    expect(datesAsOf('2025-02-28').scored.map(({ input }) => input)).not.toContain('product start[nv_b200]');
  });

  it('are left out where the assumption is older than the product', () => {
    const { leftOut } = datesAsOf('2024-07-31');
    expect(leftOut.map(({ input, reason }) => [input, reason])).toContainEqual([
      'product start[intel_gaudi3]',
      'hindsight-assumption',
    ]);
  });

  it('count the first maker that ships', () => {
    const { scored } = datesAsOf('2025-07-31');
    const start = scored.find(({ entry }) => entry.id === 'hbm4-start');
    expect(start?.row.periodEnd).toBe('2026-02-12');
    expect(start?.horizon).toBeCloseTo(6.4, 1);
  });
});
