import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { answerCompare } from './compare.ts';
import { answerPinned } from './pinned.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';
import { answerShortage } from './shortage.ts';

const DAY = '2026-09-30';
const base = runAsOf(DAY);
const options = { draws: 48, seed: 3 };

function scenario(levers: Readonly<Record<string, number>>): PreparedRun {
  const overrides = Object.entries(levers).map(([path, value]): Scenario['overrides'][number] => ({
    path,
    unit: '1',
    value,
    place: { file: 'test' },
  }));
  return prepareRun(evidence(), { ...PLAIN, name: 'moved', overrides }, DAY);
}

describe('pinned scenarios', () => {
  const moved = scenario({ 'capex.all': 0.8, 'packaging.total': 1.2 });

  it('differ by nothing from themselves, in every month', async () => {
    const { overdue, months } = await answerPinned([base, base], options);
    expect(overdue[0]).toHaveLength(months.length);
    for (const summary of overdue[0] ?? [])
      expect(summary).toMatchObject({ mean: 0, p05: 0, p50: 0, p95: 0 });
  });

  it('differ by month in the same futures: means of differences are differences of means', async () => {
    const [{ overdue }, before, after] = await Promise.all([
      answerPinned([base, moved], options),
      answerShortage(base, options),
      answerShortage(moved, options),
    ]);
    const differences = overdue[0] ?? [];
    for (const [month, { mean }] of differences.entries()) {
      const [a, b] = [before, after].map(({ overdue: { summaries } }) => summaries[month]?.mean ?? NaN);
      expect(mean).toBeCloseTo((b ?? NaN) - (a ?? NaN), 9);
    }
    // That they are paired shows where quantiles are no differences of quantiles.
    const isOther = differences.some(({ p90 }, month) => {
      const [a, b] = [before, after].map(({ overdue: { summaries } }) => summaries[month]?.p90 ?? NaN);
      return Math.abs(p90 - ((b ?? NaN) - (a ?? NaN))) > 0.05;
    });
    expect(isOther).toBe(true);
  });

  it('have the key figures that compare has, without what each change does alone', async () => {
    const [{ compare }, { attributions, ...whole }] = await Promise.all([
      answerPinned([base, moved], options),
      answerCompare([base, moved], options),
    ]);
    expect(attributions.length).toBeGreaterThan(0);
    expect(compare).toEqual({ ...whole, attributions: [] });
  });

  it('of another day have no future in common with the scenario', async () => {
    const { overdue, compare } = await answerPinned([base, runAsOf('2025-02-15'), moved], options);
    expect(overdue.map((each) => each === null)).toEqual([true, false]);
    expect(compare.scenarios.map(({ paired }) => paired)).toEqual([true, false, true]);
  });
});
