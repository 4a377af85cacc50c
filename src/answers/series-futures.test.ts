import { describe, expect, it } from 'vitest';
import { runAsOf } from '../../e2e/support/evidence.ts';
import { quantile } from '../engine/index.ts';
import { ProblemError } from '../problem/problem.ts';
import { answerFutures } from './series-futures.ts';
import { answerSeries } from './series.ts';

const run = runAsOf('2026-09-30');
const options = { draws: 200, seed: 3 };

describe('answerFutures', () => {
  it('hands out the numbers that the summaries of the series are made of', async () => {
    const question = { name: 'shipments', by: 'designer', period: 'year' } as const;
    const futures = await answerFutures(run, question, options);
    const { rows } = await answerSeries(run, question, options);
    const found = futures.members.flatMap((_, member) =>
      futures.periods.map((_period, period) => {
        const values = futures.values(member, period).toSorted();
        return [0.1, 0.5, 0.9].map((p) => quantile(values, p));
      }),
    );
    expect(found).toEqual(rows.map(({ p10, p50, p90 }) => [p10, p50, p90]));
  });

  it('has the same futures in every series and cut, on any number of threads', async () => {
    const of = (by: 'designer' | 'total', workers?: number): ReturnType<typeof answerFutures> =>
      answerFutures(run, { name: 'revenue', by, period: 'year' }, { ...options, workers });
    const [cut, whole, alone] = [await of('designer'), await of('total'), await of('total', 1)];
    expect(whole.members).toHaveLength(1);
    for (const period of whole.periods.keys()) {
      const total = whole.values(0, period);
      expect(alone.values(0, period)).toEqual(total);
      for (const draw of total.keys()) {
        const sum = cut.members.reduce((all, _, member) => all + cut.values(member, period)[draw]!, 0);
        expect(sum / total[draw]!).toBeCloseTo(1, 9);
      }
    }
  });

  it('refuses more numbers than there is room for, before drawing any', async () => {
    const question = { name: 'shipments', by: 'product', period: 'month' } as const;
    const error: unknown = await answerFutures(run, question, { draws: 100_000, seed: 1 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error instanceof ProblemError && error.problems).toMatchObject([{ code: 'too-many-numbers' }]);
  });
});
