import { describe, expect, it } from 'vitest';
import { runAsOf } from '../../e2e/support/evidence.ts';
import { WorkerPool } from '../engine/index.ts';
import { checkWorkers } from './checkup.ts';

describe('checkWorkers', () => {
  it('finds threads that stop, with which answers are right but slower', async () => {
    const pool = new WorkerPool({
      cores: 2,
      start: (listener) => {
        queueMicrotask(() => listener.ended('stopped by the test'));
        return { post: () => {}, keep: () => {}, stop: () => {} };
      },
    });
    const check = await checkWorkers(runAsOf('2026-09-30'), 96, 2, pool);
    expect(check).toMatchObject({ state: 'slower', found: { draws: 96, threads: 2, same: true } });
    expect(check.problems.map(({ code }) => code)).toContain('worker-stopped');
  });
});
