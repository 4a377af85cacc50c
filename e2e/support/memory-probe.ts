// A process of its own, run with --expose-gc: memory of ensembles of the small model, printed as JSON.
import { drawEnsemble, Fan, WorkerPool } from '../../src/engine/index.ts';
import { nodeWorkers } from '../../src/engine/ensemble/node-workers.ts';
import { SLOTS, smallJob } from './ensemble-model.ts';

const [what, workersText = '2'] = process.argv.slice(2);
const workers = Number(workersText);
const pool = new WorkerPool(nodeWorkers());

/** Megabytes held by this thread, once nothing waits to be collected. */
async function held(): Promise<number> {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** One run, left after some blocks. */
async function cancelled(): Promise<void> {
  const controller = new AbortController();
  const job = smallJob(100_000);
  let blocks = 0;
  const consume = (): void => {
    if (++blocks === 5) controller.abort();
  };
  await drawEnsemble(job, consume, { pool, workers, signal: controller.signal }).catch(() => {});
}

/** All fans of a run of so many draws; tells the most that this thread held at a block. */
async function most(draws: number): Promise<number> {
  const fans = Array.from({ length: SLOTS.all }, () => new Fan(draws));
  let highest = 0;
  let blocks = 0;
  await drawEnsemble(
    smallJob(draws, { blockDraws: 256 }),
    (block) => {
      for (const [slot, fan] of fans.entries()) fan.add(block.values(slot));
      if (++blocks % 20 !== 0) return;
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      highest = Math.max(highest, (heapUsed + external) / 1e6);
    },
    { pool, workers },
  );
  return highest;
}

if (what === 'cancel') {
  // The first runs start the workers and compile.
  for (let run = 0; run < 5; run++) await cancelled();
  const before = await held();
  for (let run = 0; run < 50; run++) await cancelled();
  process.stdout.write(JSON.stringify({ before, after: await held() }));
} else {
  await most(20_000);
  process.stdout.write(JSON.stringify({ few: await most(20_000), many: await most(100_000) }));
}
pool.close();
