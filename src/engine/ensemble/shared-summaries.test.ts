import { afterAll, describe, expect, it, vi } from 'vitest';
import { Fan } from './fan.ts';
import { nodeWorkers } from './node-workers.ts';
import { summariseFans } from './shared-summaries.ts';
import type { WorkerHost } from './worker-host.ts';
import { WorkerPool } from './worker-pool.ts';

const pool = new WorkerPool(nodeWorkers());
afterAll(() => pool.close());

const DRAWS = 1000;

/** Enough to be shared: series of numbers, of zeros and ones, of one number, and one with a NaN. */
function someFans(count: number): Fan[] {
  return Array.from({ length: count }, (_one, series) => {
    const fan = new Fan(DRAWS);
    const values = Float64Array.from(
      { length: DRAWS },
      (_, draw) => ((draw * 7919 + series * 31) % 1009) / 7,
    );
    if (series % 5 === 1) for (const [at, value] of values.entries()) values[at] = value > 100 ? 1 : 0;
    if (series % 5 === 2) values.fill(series);
    if (series === 3) values[17] = NaN;
    fan.add(values);
    return fan;
  });
}

const alone = (fans: readonly Fan[]): unknown[] => fans.map((fan) => fan.summary());

describe('summaries of many fans', () => {
  it.each([2, 3, 4])('are the same from %i threads as from one', async (workers) => {
    pool.start(workers);
    const asked = vi.spyOn(pool, 'summarise');
    const fans = someFans(151);
    expect(await summariseFans(fans, workers, { pool })).toEqual(alone(fans));
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('are the same where a worker stops instead of answering', async () => {
    const host: WorkerHost = {
      cores: 2,
      start: (listener) => ({
        post: () => queueMicrotask(() => listener.ended('stopped by the test')),
        keep: () => {},
        stop: () => {},
      }),
    };
    const failing = new WorkerPool(host);
    failing.start(2);
    const fans = someFans(151);
    expect(await summariseFans(fans, 2, { pool: failing })).toEqual(alone(fans));
    expect(failing.size).toBe(1);
  });

  it('are worked out by the caller where they are few, or counted in bins', async () => {
    const asked = vi.spyOn(pool, 'summarise');
    const few = someFans(20);
    expect(await summariseFans(few, 2, { pool })).toEqual(alone(few));
    const binned = someFans(151);
    for (const fan of binned)
      for (let more = 0; more < 4; more++) fan.add(new Float64Array(DRAWS).fill(more));
    expect(await summariseFans(binned, 2, { pool })).toEqual(alone(binned));
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
