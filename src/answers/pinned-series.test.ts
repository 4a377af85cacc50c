import { beforeAll, describe, expect, it } from 'vitest';
import { evidence, PLAIN, runAsOf } from '../../e2e/support/evidence.ts';
import { pairedEffects } from './paired.ts';
import { answerPinnedSeries, answerSeriesDifferences } from './pinned-series.ts';
import { prepareRun } from './prepare-run.ts';
import { answerSeriesSet, planSeriesSet } from './series-set.ts';
import type { SetQuestion } from './series-set.ts';

const DAY = '2026-09-30';
const base = runAsOf(DAY);
const earlier = runAsOf('2025-02-15');
const overrides = [{ path: 'capex.all', unit: '1', value: 0.8, place: { file: 'test' } }];
const moved = prepareRun(evidence(), { ...PLAIN, name: 'moved', overrides }, DAY);
const options = { draws: 48, seed: 3 };
const questions: readonly SetQuestion[] = [
  { name: 'capacity', by: 'input', period: 'quarter', members: ['cowos', 'hbm'] },
  { name: 'deliveries', by: 'buyer', period: 'year' },
];

describe('series of pins', () => {
  let plain: Awaited<ReturnType<typeof answerSeriesSet>>;

  beforeAll(async () => {
    plain = await answerSeriesSet(base, questions, options);
  });

  it('are those of each pin by itself, of the members asked for', async () => {
    const [first, second] = await answerPinnedSeries([moved, earlier], questions, options);
    expect(first).toEqual(await answerSeriesSet(moved, questions, options));
    expect(second?.[0]?.members).toEqual(['cowos', 'hbm']);
    expect(plain[0]?.members).toEqual(['cowos', 'hbm']);
    const whole = await answerSeriesSet(
      base,
      [{ name: 'capacity', by: 'input', period: 'quarter' }],
      options,
    );
    expect(plain[0]?.rows).toEqual(whole[0]?.rows.filter(({ member }) => ['cowos', 'hbm'].includes(member)));
  });

  it('as differences are taken in each future; a pin with none in common has none', async () => {
    const [first, second] = await answerSeriesDifferences(base, [moved, earlier], questions, options);
    expect(second).toBeNull();
    const [effects] = await pairedEffects(
      base,
      planSeriesSet(base, questions).requests,
      [{ scenario: moved }],
      options,
    );
    const told = effects?.flatMap((ofRequest) => ofRequest.map(({ difference }) => difference.p50));
    expect(first?.flatMap(({ rows }) => rows.map(({ p50 }) => p50))).toEqual(told);
    // Means of differences are differences of means.
    const [changed] = await answerPinnedSeries([moved], questions, options);
    for (const [index, { rows }] of (first ?? []).entries())
      for (const [position, { mean }] of rows.entries()) {
        const [before, after] = [plain[index]?.rows[position], changed?.[index]?.rows[position]];
        expect(mean).toBeCloseTo((after?.mean ?? NaN) - (before?.mean ?? NaN), -2);
      }
    const budgets = first?.[1]?.rows.reduce((sum, { mean }) => sum + mean, 0) ?? 0;
    expect(budgets).toBeLessThan(0);
  });

  it('of the scenario itself are nothing', async () => {
    const [same] = await answerSeriesDifferences(base, [base], questions, options);
    for (const { rows } of same ?? [])
      for (const { p10, p90 } of rows) expect([Math.abs(p10), Math.abs(p90)]).toEqual([0, 0]);
  });

  it('are none where nothing can be paired', async () => {
    expect(await answerSeriesDifferences(base, [earlier], questions, options)).toEqual([null]);
  });
});
