import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildRepeat } from './built-repeat.ts';
import { CASES, selectCases } from './cases.ts';
import { measure } from './measurement.ts';
import type { Engine, Measurement, Part } from './measurement.ts';
import { renderReport } from './render.ts';
import type { Report } from './report.ts';
import { nameOn, WHOLE_MODELS } from './whole-models.ts';
import type { WholeModel } from './whole-models.ts';
import { WORKERS_CASES } from './workers-cases.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

async function bench(...words: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'bench/main.ts', '--repeats', '1', '--json', ...words],
    { cwd: root },
  );
  expect(stderr).toBe('');
  const report: Report = JSON.parse(stdout);
  return report;
}

/** What a report should hold of what can be measured on this machine. */
function expectRows(
  { rows, models }: Report,
  part: Part,
  engines?: readonly Engine[],
  wanted: readonly WholeModel[] = WHOLE_MODELS,
): void {
  const cases = selectCases(new Set([part]), engines, wanted).numbers.map((number) => {
    const { workload, engine, precision, model } = CASES[number]!;
    const size = models.find(({ judged }) => judged === (model === 'judged'));
    return [nameOn(model && size, workload), engine, precision];
  });
  expect(rows.map(({ workload, engine, precision }) => [workload, engine, precision])).toEqual(cases);
  const hasC = rows.some(({ engine }) => engine === 'c');
  for (const row of rows) {
    expect(row.workers).toBe(1);
    // A kernel that runs several draws at a time fills its last batch.
    expect(row.draws).toBeGreaterThanOrEqual(8);
    for (const figure of [row.microsecondsPerDraw, row.drawsPerSecond, row.peakMemoryMB])
      expect(figure).toBeGreaterThan(0);
    if (row.engine === 'c') expect(row.ratioToC).toBe(1);
    else if (hasC && row.workload === 'small model') expect(row.ratioToC).toBeGreaterThan(0);
  }
}

// Nothing here looks at a time: a test must not fail because a machine is busy.
describe('npm run bench -- --json', () => {
  it('measures the small model, each engine with the results of JavaScript', async () => {
    const report = await bench('--only', 'small', '--draws', '8');
    expectRows(report, 'small');
    expect(report.models).toEqual([]);
    const { missing } = selectCases(new Set(['small']));
    expect(report.missing).toEqual(missing);
    // Every engine was measured or is named as missing.
    expect(report.rows.length + missing.length).toBe(CASES.filter(({ part }) => part === 'small').length);
    for (const { engine, precision, largestDifference } of report.rows) {
      const own = ['c', 'c-128', 'webassembly', 'javascript', 'interpreter'].includes(engine);
      if (own && precision === 'f64') expect(largestDifference).toBe(0);
      else expect(largestDifference).toBeGreaterThanOrEqual(0);
    }
  });

  // Emitted C of the whole model takes seconds to compile; its results are compared in `c-kernel.test.ts`.
  it('measures the whole model that limits are judged at, which is at least as large as they say', async () => {
    const engines: Engine[] = ['webassembly', 'javascript', 'interpreter', 'none'];
    const words = ['--models', 'judged', '--engines', engines.join(',')];
    const report = await bench('--only', 'whole', '--draws', '8', ...words);
    expectRows(report, 'whole', engines, ['judged']);
    expect(report.missing).toEqual([]);
    expect(report.models).toHaveLength(1);
    const [model] = report.models;
    expect(model).toMatchObject({ judged: true, asOf: '2023-07-31', scenario: 'latest' });
    expect(model!.products).toBeGreaterThanOrEqual(20);
    expect(model!.buyers).toBeGreaterThanOrEqual(10);
    expect(model!.months).toBeGreaterThanOrEqual(60);
    const on = (name: string): string =>
      `whole model, ${model!.products} products (as of 2023-07-31): ${name}`;
    const outputs = new Map(report.rows.map((row) => [row.workload, row.outputs]));
    expect(outputs.get(on('kernel, one output'))).toBe(1);
    expect(outputs.get(on('forecast'))).toBeGreaterThan(100);
    expect(outputs.get(on('kernel, all outputs'))).toBeGreaterThan(outputs.get(on('forecast')) ?? 0);
    const stages = report.stages.map(({ name }) => name);
    for (const name of ['read figures', 'build model and beliefs', 'make sampler'])
      expect(stages).toContain(on(name));
    for (const name of ['webassembly, forecast', 'webassembly f32, forecast', 'javascript, forecast'])
      expect(stages).toContain(on(`compile, ${name}`));
    const ratios = report.ratios.map(({ name }) => name);
    expect(ratios).toContain(on('interpreter / JavaScript'));
    expect(ratios).not.toContain(on('WebAssembly / C'));
    expect(report.targets).toEqual([]);
  });

  it('measures both whole models in one run, each under its name', async () => {
    const report = await bench('--only', 'whole', '--draws', '8', '--engines', 'none');
    expectRows(report, 'whole', ['none']);
    const [judged, today] = report.models;
    expect([judged?.judged, today?.judged]).toEqual([true, false]);
    expect(today?.asOf).toBe('2026-09-30');
    expect(today!.products).toBeGreaterThan(judged!.products);
    expect(report.rows.map(({ workload }) => workload)).toEqual([
      `whole model, ${judged!.products} products (as of 2023-07-31): sampling`,
      `whole model, ${today!.products} products (as of 2026-09-30): sampling`,
    ]);
    const text = renderReport(report, { language: 'en', width: 200, colour: false });
    for (const { products, asOf, inputs } of report.models)
      expect(text).toMatch(
        new RegExp(
          `${products} products \\(as of ${asOf}\\), .*${inputs.toLocaleString('en-US')} inputs`,
          'u',
        ),
      );
  });

  it('draws all fans on the built program, in a process that holds nothing else', async () => {
    const built = await buildRepeat();
    const number = CASES.findIndex(({ part, workers }) => part === 'workers' && workers === 2);
    const settings = JSON.stringify({ draws: 64, scenario: 'latest' });
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      built.file,
      String(number),
      settings,
    ]);
    built.close();
    expect(stderr).toBe('');
    const measured: Measurement = JSON.parse(stdout);
    expect(measured).toMatchObject({ draws: 64, model: { judged: true } });
    expect(measured.warm).toBeGreaterThan(0);
  });

  it('starts the program as a user does', async () => {
    const report = await bench('--only', 'start', '--draws', '16');
    expect(report.rows).toMatchObject([
      { part: 'start', workload: 'chokepoint forecast, from its start', draws: 16 },
    ]);
    const [{ milliseconds, peakMemoryMB }] = report.rows as [Report['rows'][number]];
    expect(milliseconds).toBeGreaterThan(0);
    // A process that computes holds more than Node does by itself.
    expect(peakMemoryMB).toBeGreaterThan(60);
    expect(report.targets).toEqual([]);
  });

  it('compares Sobol points with plain draws, and weighs what a page loads', async () => {
    const { rows, sampling, sizes, targets } = await bench('--only', 'sobol,browser', '--draws', '32');
    expect(rows).toEqual([]);
    const models = sampling.map(({ model }) => model);
    expect(models).toEqual([
      'the common small model',
      'the whole model, 26 products (as of 2023-07-31)',
      expect.stringMatching(/^the whole model, \d+ products \(as of 20\d\d-\d\d-\d\d\)$/u),
    ]);
    expect(sampling.map((compared) => compared.errors.length)).toEqual([9, 12, 12]);
    const errors = sampling.flatMap((compared) => compared.errors);
    for (const { figure, reference, sobolError, plainError, ratio } of errors) {
      expect(Number.isFinite(reference), figure).toBe(true);
      if (ratio === null) expect(plainError, figure).toBe(0);
      else expect(ratio, figure).toBe(sobolError / plainError);
    }
    expect(errors.filter(({ ratio }) => ratio !== null).length).toBeGreaterThan(24);
    expect(targets.map(({ name }) => name)).toEqual(
      models.map((model) => `Error of 32 Sobol draws over that of 160 plain draws, ${model}`),
    );
    expect(sizes).toHaveLength(6);
    for (const { bytes, gzipBytes } of sizes) {
      expect(gzipBytes).toBeGreaterThan(1000);
      expect(bytes).toBeGreaterThan(gzipBytes);
    }
  });

  it.each(['f64', 'f32'] as const)('draws all fans with and without workers in %s', async (precision) => {
    const cases = WORKERS_CASES.filter((which) => which.precision === precision).slice(0, 2);
    expect(cases.map(({ workers, model }) => [workers, model])).toEqual([
      [1, 'judged'],
      [2, 'judged'],
    ]);
    for (const which of cases) {
      const measured = await measure(which, { draws: 64, scenario: 'latest' });
      expect(measured.draws).toBe(64);
      expect(measured.outputs).toBeGreaterThan(100);
      expect(Object.keys(measured.stages)).toContain(`compile, webassembly ${precision}, fans`);
    }
  });
});
