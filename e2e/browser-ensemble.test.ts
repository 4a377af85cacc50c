import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { runEnsemble } from '../src/answers/ensemble.ts';
import type { Request } from '../src/answers/ensemble.ts';
import { periodsOf } from '../src/answers/period.ts';
import { seriesOf } from '../src/answers/series-catalogue.ts';
import { HAS_BROWSER, serve, startBrowser } from './support/browser.ts';
import { runAsOf } from './support/evidence.ts';
import { jobText } from './support/posted-job.ts';

const DRAWS = 104;
const run = runAsOf('2026-09-30');
const years = periodsOf(run.catalogue.startYear, run.catalogue.months, 'year');
const requests: readonly Request[] = seriesOf(run.catalogue).flatMap(({ overTime, dimensions }) =>
  [...dimensions.values()].flatMap(([member]) => (member ? [{ ...member, overTime, periods: years }] : [])),
);

/** A page on the built library, whose `draw` gives a digest of every number of a job and what drew it. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>ensemble</title><script type="module">
import { browserWorkers, drawEnsemble, simdSupported, WorkerPool } from '/dist/engine/index.js';
const pool = new WorkerPool(browserWorkers());
window.draw = async (backend, workers) => {
  const { job: text, bytes } = await (await fetch('/' + backend + '.json')).json();
  const job = JSON.parse(text);
  job.tables = Float64Array.from(job.tables);
  if (backend === 'webassembly')
    job.kernel.module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
  const numbers = [];
  const notes = [];
  const note = (problem) => notes.push(problem.code);
  const threads = await drawEnsemble(job, (block) => numbers.push(...block.numbers), { pool, workers, note });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Float64Array.from(numbers)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { hex, count: numbers.length, threads, notes, simd: simdSupported(), backend: job.kernel.backend };
};
</script>`;

interface Drawn {
  readonly hex: string;
  readonly count: number;
  readonly threads: number;
  readonly notes: readonly string[];
  readonly simd: boolean;
  readonly backend: string;
}

/** The digest of the same numbers drawn by Node. */
async function digestHere(backend: 'webassembly' | 'javascript', workers: number): Promise<string> {
  const numbers: number[] = [];
  const variants = [
    {},
    { held: [{ index: run.model.graph.inputIndex('cowos factor'), value: 1.1 }], draws: 40 },
  ];
  const ensemble = await runEnsemble(
    run,
    requests,
    { draws: DRAWS, seed: 1, backend, workers },
    { variants, inputs: ['initial gap'], gather: (block) => numbers.push(...block.numbers) },
  );
  expect(ensemble).toMatchObject({ backend, workers: workers > 1 ? workers : 0 });
  const digest = await crypto.subtle.digest('SHA-256', Float64Array.from(numbers));
  return Buffer.from(digest).toString('hex');
}

describe.runIf(HAS_BROWSER)('the whole model in a browser', () => {
  const closing: (() => Promise<void>)[] = [];
  let page: Page;
  let digest = '';

  beforeAll(async () => {
    const server = await serve({
      '/page.html': PAGE,
      '/webassembly.json': JSON.stringify(jobText(run, requests, 'webassembly', DRAWS)),
      '/javascript.json': JSON.stringify(jobText(run, requests, 'javascript', DRAWS)),
    });
    closing.push(() => server.close());
    const started = await startBrowser();
    closing.unshift(() => started.close());
    page = await started.browser.newPage();
    await page.goto(`${server.address}/page.html`);
    await page.waitForFunction('window.draw !== undefined');
    digest = await digestHere('webassembly', 1);
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  it.each([
    ['webassembly', 1],
    ['webassembly', 2],
    ['webassembly', 8],
    ['javascript', 1],
    ['javascript', 2],
  ] as const)('in %s, drawn by %i threads, has the bytes of Node', async (backend, workers) => {
    const drawn: Drawn = await page.evaluate(`window.draw('${backend}', ${workers})`);
    expect(drawn).toEqual({
      hex: digest,
      count: expect.any(Number) as number,
      threads: workers > 1 ? workers : 0,
      notes: [],
      simd: true,
      backend,
    });
    expect(drawn.count).toBeGreaterThan(DRAWS * requests.length);
  });

  it.each([
    ['webassembly', 2],
    ['webassembly', 8],
    ['javascript', 2],
  ] as const)('has them in Node in %s, drawn by %i threads', async (backend, workers) => {
    expect(await digestHere(backend, workers)).toBe(digest);
  });
});
