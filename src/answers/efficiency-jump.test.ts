import { describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { answerEfficiencyJump } from './efficiency-jump.ts';
import { prepareRun } from './prepare-run.ts';
import type { PairedFigure } from './paired-table.ts';

const run = runAsOf('2025-02-15');
const options = { draws: 32, seed: 8 };

function mean(figures: readonly PairedFigure[], member: string, change: number, year = 2): number {
  const found = figures.filter((each) => each.name === 'demand' && each.member === member)[year];
  return found?.changed[change]?.difference.mean ?? NaN;
}

describe('an efficiency jump', () => {
  it('changes nothing at all with an elasticity of one, or without a gain', async () => {
    for (const question of [
      { gain: 10, elasticities: [1] },
      { gain: 1, elasticities: [0.5, 1.5] },
    ]) {
      const { figures } = await answerEfficiencyJump(run, question, options);
      for (const { changed, unit } of figures)
        for (const { difference, value } of changed) {
          const size = unit === '1' ? 1 : Math.max(1, Math.abs(value.mean));
          expect(Math.abs(difference.mean) / size).toBeLessThan(1e-9);
        }
    }
  });

  it('raises demand by 7.9 % where it doubles and the elasticity is 1.11 (Jevons), once it has spread', async () => {
    // 2^0.11 = 1.0792, the value of MODEL.md, sector 4.
    const scenario = {
      ...PLAIN,
      overrides: [{ path: 'demand.efficiency-spread', unit: 'month', value: 0, place: { file: 'test' } }],
    };
    const spread = prepareRun(evidence(), scenario, '2025-02-15');
    const { figures } = await answerEfficiencyJump(spread, { gain: 2, elasticities: [1.11] }, options);
    const demand = figures.filter((each) => each.name === 'demand' && each.member === 'catch-up training')[1];
    const ratio = (demand?.changed[0]?.value.mean ?? NaN) / (demand?.base.mean ?? NaN);
    expect(ratio).toBeGreaterThan(1.06);
    expect(ratio).toBeLessThan(1.1);
  });

  it('lowers demand below one and raises it above; parts add up; catch-up training moves first', async () => {
    const question = { gain: 4, elasticities: [0.5, 1.5] };
    const { figures } = await answerEfficiencyJump(run, question, options);
    expect(mean(figures, 'all', 0)).toBeLessThan(0);
    expect(mean(figures, 'all', 1)).toBeGreaterThan(0);
    const parts = ['frontier training', 'catch-up training', 'inference'];
    for (const change of [0, 1]) {
      const sum = parts.reduce((total, part) => total + mean(figures, part, change), 0);
      expect(sum / mean(figures, 'all', change)).toBeCloseTo(1, 9);
    }
    const fall = (part: string): number => {
      const found = figures.find((each) => each.name === 'demand' && each.member === part);
      return (found?.changed[0]?.difference.mean ?? NaN) / (found?.base.mean ?? NaN);
    };
    expect(fall('catch-up training')).toBeLessThan(fall('frontier training'));
  });
});
