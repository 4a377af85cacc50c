import { describe, expect, it } from 'vitest';
import { SLOTS, smallJob } from '../../../e2e/support/ensemble-model.ts';
import { createSampler } from '../sampler.ts';
import { drawInline } from './draw-inline.ts';
import { runPoints } from './run-points.ts';

const COUNT = 37;

describe('stated points', () => {
  it.each(['webassembly', 'javascript'] as const)(
    'have the bits of the draws that they are (%s)',
    async (backend) => {
      const job = smallJob(COUNT, { backend, blockDraws: 64 });
      const sampler = createSampler(job.sampling);
      const { kernel, tables, months } = job;
      const progress: number[] = [];
      const block = await runPoints(
        { kernel, inputs: 3, tables, months },
        { count: COUNT, fill: (point, into) => sampler.fill(point, into) },
        { progress: (done) => progress.push(done) },
      );
      await drawInline(
        job,
        (drawn) => {
          for (let slot = 0; slot < SLOTS.all; slot++)
            expect([...block.values(slot)]).toEqual([...drawn.values(slot)]);
        },
        undefined,
      );
      expect(block.draws).toBe(COUNT);
      expect(progress.at(-1)).toBe(COUNT);
    },
  );

  it('stop when told to', async () => {
    const { kernel, tables, months } = smallJob(1);
    const signal = AbortSignal.abort('enough');
    const run = runPoints({ kernel, inputs: 3, tables, months }, { count: 4, fill: () => {} }, { signal });
    await expect(run).rejects.toBe('enough');
  });
});
