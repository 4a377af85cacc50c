import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CASES, selectCases } from './cases.ts';
import { measure } from './measurement.ts';
import type { Engine, Part } from './measurement.ts';
import type { Report } from './report.ts';
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

/** What can be measured on this machine. */
function casesOf(part: Part, engines?: readonly Engine[]): string[][] {
  return selectCases(new Set([part]), engines).numbers.map((number) => {
    const { workload, engine, precision } = CASES[number]!;
    return [workload, engine, precision];
  });
}

function expectWhole({ rows }: Report, part: Part, engines?: readonly Engine[]): void {
  expect(rows.map(({ workload, engine, precision }) => [workload, engine, precision])).toEqual(
    casesOf(part, engines),
  );
  const hasC = rows.some(({ engine }) => engine === 'c');
  for (const row of rows) {
    expect(row.workers).toBe(1);
    // A kernel that runs several draws at a time fills its last batch.
    expect(row.draws).toBeGreaterThanOrEqual(8);
    for (const figure of [row.microsecondsPerDraw, row.drawsPerSecond, row.peakMemoryMB])
      expect(figure).toBeGreaterThan(0);
    if (row.engine === 'c') expect(row.ratioToC).toBe(1);
    else if (hasC && ['kernel', 'small model'].includes(row.workload))
      expect(row.ratioToC).toBeGreaterThan(0);
  }
}

// Nothing here looks at a time: a test must not fail because a machine is busy.
describe('npm run bench -- --json', () => {
  it('measures the small model, each engine with the results of JavaScript', async () => {
    const report = await bench('--only', 'small', '--draws', '8');
    expectWhole(report, 'small');
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
  it('measures the whole model', async () => {
    const engines: Engine[] = ['webassembly', 'javascript', 'interpreter', 'none'];
    const report = await bench('--only', 'whole', '--draws', '8', '--engines', engines.join(','));
    expectWhole(report, 'whole', engines);
    expect(report.missing).toEqual([]);
    const outputs = new Map(report.rows.map((row) => [row.workload, row.outputs]));
    expect(outputs.get('kernel, one output')).toBe(1);
    expect(outputs.get('forecast')).toBeGreaterThan(100);
    expect(outputs.get('kernel, all outputs')).toBeGreaterThan(outputs.get('forecast') ?? 0);
    const stages = report.stages.map(({ name }) => name);
    for (const name of ['read figures', 'build model and beliefs', 'make sampler'])
      expect(stages).toContain(name);
    for (const name of ['webassembly, forecast', 'webassembly f32, forecast', 'javascript, forecast'])
      expect(stages).toContain(`compile, ${name}`);
    const ratios = report.ratios.map(({ name }) => name);
    expect(ratios).toContain('interpreter / JavaScript');
    expect(ratios).not.toContain('WebAssembly / C');
    expect(report.targets).toEqual([]);
  });

  it('compares Sobol points with plain draws, and weighs what a page loads', async () => {
    const { rows, sampling, sizes, targets } = await bench('--only', 'sobol,browser', '--draws', '32');
    expect(rows).toEqual([]);
    expect(sampling?.errors).toHaveLength(12);
    for (const { figure, reference, sobolError, plainError, ratio } of sampling!.errors) {
      expect(Number.isFinite(reference), figure).toBe(true);
      if (ratio === null) expect(plainError, figure).toBe(0);
      else expect(ratio, figure).toBe(sobolError / plainError);
    }
    expect(sampling!.errors.filter(({ ratio }) => ratio !== null).length).toBeGreaterThan(9);
    expect(targets.map(({ name }) => name)).toEqual(['Error of 32 Sobol draws over that of 160 plain draws']);
    expect(sizes).toHaveLength(6);
    for (const { bytes, gzipBytes } of sizes) {
      expect(gzipBytes).toBeGreaterThan(1000);
      expect(bytes).toBeGreaterThan(gzipBytes);
    }
  });

  it.each(['f64', 'f32'] as const)('draws all fans with and without workers in %s', async (precision) => {
    const cases = WORKERS_CASES.filter((which) => which.precision === precision).slice(0, 2);
    expect(cases.map(({ workers }) => workers)).toEqual([1, 2]);
    for (const which of cases) {
      const measured = await measure(which, { draws: 64, scenario: 'latest' });
      expect(measured.draws).toBe(64);
      expect(measured.outputs).toBeGreaterThan(100);
      expect(Object.keys(measured.stages)).toContain(`compile, webassembly ${precision}, fans`);
    }
  });
});
