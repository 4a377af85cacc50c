import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { SLOTS, smallJob } from '../../../e2e/support/ensemble-model.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Block } from './block.ts';
import { drawEnsemble } from './draw-ensemble.ts';
import type { DrawOptions } from './draw-ensemble.ts';
import type { EnsembleJob } from './ensemble-job.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { nodeWorkers } from './node-workers.ts';
import type { WorkerHost } from './worker-host.ts';
import { WorkerPool } from './worker-pool.ts';

const pool = new WorkerPool(nodeWorkers());

afterAll(() => pool.close());
afterEach(() => vi.unstubAllGlobals());

/** All numbers of a run, block by block, as text; and who drew. */
async function drawn(
  job: EnsembleJob,
  options: DrawOptions = {},
): Promise<{ readonly text: string; readonly workers: number; readonly firsts: readonly number[] }> {
  const parts: string[] = [];
  const firsts: number[] = [];
  const consume = (block: Block): void => {
    firsts.push(block.first);
    parts.push(Buffer.from(block.numbers.buffer.slice(0)).toString('base64'));
  };
  const workers = await drawEnsemble(job, consume, { pool, ...options });
  return { text: parts.join('\n'), workers, firsts };
}

/** A host whose workers stop of themselves after so many messages to the pool; `Infinity` for never. */
function failingHost(messages: readonly number[]): WorkerHost {
  const host = nodeWorkers();
  let started = 0;
  return {
    cores: host.cores,
    start(listener) {
      let left = messages[started++] ?? Infinity;
      const handle = host.start({
        message(message) {
          if (left <= 0) return;
          listener.message(message);
          if (--left > 0) return;
          handle.stop();
          listener.ended('stopped by the test');
        },
        ended: (reason) => listener.ended(reason),
      });
      return handle;
    },
  };
}

/** Of the variables of `smallJob`, independent of its own draws. */
const otherSampling: SamplerOptions = { ...smallJob(1).sampling, method: 'philox', seed: 8 };

describe('an ensemble', () => {
  const variants = [
    {},
    { held: [{ index: 2, value: 90 }] },
    { moved: [{ index: 0, factor: 1.1, plus: 1 }], draws: 50 },
    { sampling: otherSampling, taken: [0, 2] },
    { sampling: otherSampling },
  ];

  it('has the same bytes drawn by 1, 2 and 8 threads, on either backend', async () => {
    const texts = new Set<string>();
    for (const backend of ['webassembly', 'javascript'] as const) {
      const job = smallJob(300, { backend, variants });
      expect(job.kernel.backend).toBe(backend);
      for (const workers of [1, 2, 8]) {
        const run = await drawn(job, { workers });
        expect(run.workers).toBe(workers === 1 ? 0 : workers);
        expect(run.firsts).toEqual([0, 32, 64, 96, 128, 160, 192, 224, 256, 288]);
        texts.add(run.text);
      }
    }
    expect(texts.size).toBe(1);
  });

  it('has the same numbers whatever the size of its blocks', async () => {
    const valuesOf = async (blockDraws: number): Promise<number[]> => {
      const values: number[] = [];
      const job = smallJob(100, { variants, blockDraws });
      await drawEnsemble(job, (block) => values.push(...block.values(SLOTS.built, 1)), { workers: 1 });
      return values;
    };
    const values = await valuesOf(32);
    expect(values).toHaveLength(100);
    expect(new Set(values).size).toBeGreaterThan(20);
    expect(await valuesOf(64)).toEqual(values);
  });

  it('runs a variant on the first draws alone, and gives the inputs as drawn', async () => {
    const counts: number[] = [];
    const inputs: number[] = [];
    const job = smallJob(100, { variants });
    await drawEnsemble(
      job,
      (block) => {
        counts.push(block.values(SLOTS.backlog, 2).length);
        inputs.push(...block.input(0));
      },
      { workers: 1 },
    );
    expect(counts).toEqual([32, 18, 0, 0]);
    expect(inputs).toHaveLength(100);
    expect(inputs.every((demand) => demand > 20 && demand < 500)).toBe(true);
  });

  it('holds inputs throughout, as if every variant that draws as the job does held them', async () => {
    const held = [{ index: 0, value: 90 }];
    const valuesOf = async (job: EnsembleJob): Promise<number[][]> => {
      const values: number[][] = [];
      await drawEnsemble(
        job,
        (block) => {
          for (const variant of [0, 1, 2]) values.push([...block.values(SLOTS.built, variant)]);
          values.push([...block.input(0)]);
        },
        { workers: 1 },
      );
      return values;
    };
    const moved = { moved: [{ index: 0, factor: 1.1, plus: 1 }] };
    const own = { sampling: otherSampling };
    const through = await valuesOf({ ...smallJob(32, { variants: [{}, moved, own] }), held });
    const each = await valuesOf(smallJob(32, { variants: [{ held }, { held, ...moved }, own] }));
    expect(through.slice(0, 3)).toEqual(each.slice(0, 3));
    expect(new Set(through[3])).toEqual(new Set([90]));
    expect(new Set(each[3]).size).toBe(32);
  });

  it('draws some inputs by a sampling of their own, each with the numbers it has in that sampling', async () => {
    const numbersOf = async (
      sampling: SamplerOptions,
      other: SamplerOptions,
      taken: readonly (readonly number[])[],
    ): Promise<number[][]> => {
      const values: number[][] = taken.map(() => []);
      const job = {
        ...smallJob(100, { variants: taken.map((of) => ({ sampling: other, taken: of })) }),
        sampling,
      };
      await drawEnsemble(
        job,
        (block) => {
          for (const [variant, of] of values.entries()) of.push(...block.values(SLOTS.built, variant));
        },
        { workers: 1 },
      );
      return values;
    };
    const one = smallJob(1).sampling;
    const taken = [[], [0], [1, 2], [0, 1, 2]];
    const there = await numbersOf(one, otherSampling, taken);
    // Taking some from the other is leaving the rest with it.
    expect(there).toEqual(await numbersOf(otherSampling, one, [...taken].reverse()));
    expect(new Set(there.map((values) => values.join())).size).toBe(4);
  });

  it('is drawn in JavaScript where WebAssembly has no vectors', async () => {
    const compiled = await drawn(smallJob(70), { workers: 1 });
    vi.stubGlobal('WebAssembly', { validate: () => false });
    const job = smallJob(70);
    expect(job.kernel.backend).toBe('javascript');
    expect((await drawn(job, { workers: 2 })).text).toBe(compiled.text);
  });

  it('draws few in the caller’s thread, and tells how far it is', async () => {
    const progress: number[] = [];
    const run = await drawn(smallJob(40), {
      pool: new WorkerPool(nodeWorkers()),
      progress: (done) => progress.push(done),
    });
    expect(run.workers).toBe(0);
    expect(progress).toEqual([32, 40]);
  });
});

describe('a cancelled ensemble', () => {
  it.each([1, 2])('with %i threads calls nothing more and rejects with the reason', async (workers) => {
    const controller = new AbortController();
    const done: number[] = [];
    const job = smallJob(100_000);
    const run = drawEnsemble(job, () => {}, {
      pool,
      workers,
      signal: controller.signal,
      progress: (draws) => {
        done.push(draws);
        if (done.length === 3) controller.abort('enough');
      },
    });
    await expect(run).rejects.toBe('enough');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual([32, 64, 96]);
    // The workers have forgotten it and draw the next job.
    expect((await drawn(smallJob(64), { workers: 2 })).firsts).toEqual([0, 32]);
  });

  it('before it began draws nothing', async () => {
    const consume = vi.fn<(block: Block) => void>();
    const signal = AbortSignal.abort('no');
    await expect(drawEnsemble(smallJob(64), consume, { pool, workers: 2, signal })).rejects.toBe('no');
    expect(consume).not.toHaveBeenCalled();
  });

  it('stops when its consumer throws', async () => {
    const run = drawEnsemble(
      smallJob(10_000),
      () => {
        throw new Error('full');
      },
      { pool, workers: 2 },
    );
    await expect(run).rejects.toThrow('full');
  });
});

describe('a worker that stops', () => {
  it.each([
    ['one of two', [3], 1],
    ['all', [2, 4], 2],
    ['one before its first block', [1, Infinity], 1],
  ])('%s: the run goes on with the same bytes, and it is told', async (_, messages, stopped) => {
    const whole = await drawn(smallJob(640), { workers: 1 });
    const failing = new WorkerPool(failingHost(messages));
    const notes: Problem[] = [];
    const run = await drawn(smallJob(640), {
      pool: failing,
      workers: 2,
      note: (problem) => notes.push(problem),
    });
    failing.close();
    expect(run.text).toBe(whole.text);
    expect(notes).toHaveLength(stopped);
    for (const note of notes)
      expect(note).toMatchObject({ code: 'worker-stopped', params: { reason: 'stopped by the test' } });
  });

  it('because it may not start leaves the work to the caller’s thread', async () => {
    const host: WorkerHost = {
      cores: 4,
      start() {
        throw new Error('not allowed');
      },
    };
    const notes: Problem[] = [];
    const note = (problem: Problem): void => void notes.push(problem);
    const run = await drawn(smallJob(640), { pool: new WorkerPool(host), workers: 2, note });
    expect(run.text).toBe((await drawn(smallJob(640), { workers: 1 })).text);
    expect(notes).toMatchObject([{ code: 'worker-stopped', params: { reason: 'not allowed', left: 0 } }]);
  });

  it('through an error of the drawing itself lets the caller see that error', async () => {
    const job = smallJob(640);
    const broken = { ...job, sampling: { ...job.sampling, seed: -1 } };
    const failing = new WorkerPool(nodeWorkers());
    await expect(drawn(broken, { pool: failing, workers: 2 })).rejects.toThrow(/seed/u);
    failing.close();
  });
});
