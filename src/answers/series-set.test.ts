import { describe, expect, it } from 'vitest';
import { runAsOf } from '../../e2e/support/evidence.ts';
import { answerSeries } from './series.ts';
import type { SeriesQuestion } from './series.ts';
import { answerSeriesSet } from './series-set.ts';

describe('several series at once', () => {
  it('have the numbers that each has alone', async () => {
    const run = runAsOf('2026-09-30');
    const options = { draws: 40, seed: 1, workers: 1 };
    const questions: SeriesQuestion[] = [
      { name: 'shipments', by: 'designer', period: 'year' },
      { name: 'capacity', period: 'quarter' },
    ];
    const set = await answerSeriesSet(run, questions, options);
    expect(set).toHaveLength(questions.length);
    for (const [index, question] of questions.entries()) {
      const alone = await answerSeries(run, question, options);
      expect(set[index]?.rows).toEqual(alone.rows);
      expect(set[index]?.members).toEqual(alone.members);
    }
  });

  it('tells a series that it does not know', async () => {
    const question = { name: 'shipment', period: 'year' } as const;
    await expect(answerSeriesSet(runAsOf('2026-09-30'), [question], { draws: 1, seed: 1 })).rejects.toThrow();
  });
});
