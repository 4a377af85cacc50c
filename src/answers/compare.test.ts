import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { answerCompare } from './compare.ts';
import type { CompareAnswer } from './compare.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedRun } from './prepare-run.ts';

const DAY = '2026-09-30';
const base = runAsOf(DAY);
const options = { draws: 48, seed: 3 };

function scenario(name: string, levers: Readonly<Record<string, number>>): PreparedRun {
  const overrides = Object.entries(levers).map(([path, value]): Scenario['overrides'][number] => ({
    path,
    unit: '1',
    value,
    place: { file: 'test' },
  }));
  return prepareRun(evidence(), { ...PLAIN, name, overrides }, DAY);
}

function mean(answer: CompareAnswer, name: string, index = 0): number {
  return answer.figures.find((figure) => figure.name === name)?.differences[index]?.mean ?? NaN;
}

describe('compare', () => {
  it('finds no difference at all between a scenario and itself', async () => {
    const answer = await answerCompare([base, base], options);
    expect(answer.scenarios[1]).toMatchObject({ paired: true, changes: [] });
    for (const { differences, values } of answer.figures) {
      expect(values[1]).toEqual(values[0]);
      expect(differences[0]).toMatchObject({ mean: 0, p10: 0, p90: 0, higher: 0, lower: 0 });
    }
    expect(answer.attributions).toEqual([]);
  });

  it('takes a difference apart: each change alone is that change’s own comparison, and parts add up', async () => {
    const levers = { 'capex.all': 0.7, 'packaging.total': 1.2 };
    const [both, ...single] = await Promise.all([
      answerCompare([base, scenario('both', levers)], options),
      ...Object.entries(levers).map(([path, value]) =>
        answerCompare([base, scenario(path, { [path]: value })], options),
      ),
    ]);
    const parts = both.attributions.filter(({ name }) => name === 'months-short');
    expect(parts).toHaveLength(1);
    const [part] = parts;
    expect(part?.alone.map((each) => each.mean)).toEqual(
      single.map((answer) => mean(answer, 'months-short')),
    );
    const sum = (part?.alone ?? []).reduce((total, each) => total + each.mean, 0);
    expect(sum + (part?.interaction ?? NaN)).toBeCloseTo(part?.together.mean ?? NaN, 12);
    expect(mean(both, 'months-short')).toBeLessThan(0);
    expect(mean(both, 'capex-big-four')).toBeLessThan(0);
  });

  it('runs scenarios of other days on their own, and gives their differences no range', async () => {
    const answer = await answerCompare([base, runAsOf('2025-02-15')], options);
    expect(answer.scenarios.map(({ paired }) => paired)).toEqual([true, false]);
    expect(answer.figures.every(({ differences }) => differences[0] === null)).toBe(true);
    expect(answer.figures.find(({ name }) => name === 'h100e')?.values[1]?.p50).toBeGreaterThan(0);
    const again = await answerCompare([runAsOf('2025-02-15'), runAsOf('2025-02-15')], options);
    const of = (one: CompareAnswer): unknown =>
      one.figures.find(({ name, period }) => name === 'h100e' && period.start === '2026-01-01')?.values[1];
    expect(of(answer)).toEqual(of(again));
  });
});
