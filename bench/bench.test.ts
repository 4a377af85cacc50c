import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findsCompiler } from './c-kernel.ts';
import { CASES } from './measure.ts';
import type { Report } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const hasC = findsCompiler();

// Nothing here looks at a time: a test must not fail because a machine is busy.
it('measures every workload and says so as JSON', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'bench/main.ts', '--draws', '8', '--repeats', '1', '--json'],
    { cwd: root },
  );
  expect(stderr).toBe('');
  const report: Report = JSON.parse(stdout);
  expect(report.rows.map(({ workload, engine }) => [workload, engine])).toEqual(
    CASES.filter(({ engine }) => hasC || engine !== 'c').map(({ workload, engine }) => [workload, engine]),
  );
  for (const row of report.rows) {
    expect(row).toMatchObject({ precision: 'f64', workers: 1 });
    // A kernel that runs several draws at a time fills its last batch.
    expect(row.draws).toBeGreaterThanOrEqual(8);
    for (const figure of [row.microsecondsPerDraw, row.drawsPerSecond, row.peakMemoryMB]) {
      expect(figure).toBeGreaterThan(0);
    }
    if (!hasC || row.workload !== 'kernel') expect(row.ratioToC).toBeNull();
    else if (row.engine === 'c') expect(row.ratioToC).toBe(1);
    else expect(row.ratioToC).toBeGreaterThan(0);
  }
  const outputs = new Map(report.rows.map((row) => [row.workload, row.outputs]));
  expect(outputs.get('kernel, one output')).toBe(1);
  expect(outputs.get('forecast')).toBeGreaterThan(100);
  expect(outputs.get('kernel, all outputs')).toBeGreaterThan(outputs.get('forecast') ?? 0);
  expect(report.stages.map(({ name }) => name)).toEqual([
    'read figures',
    'build model and beliefs',
    'quantiles',
    ...(hasC ? ['compile, c, forecast', 'make sampler'] : []),
    'compile, webassembly, forecast',
    ...(hasC ? [] : ['make sampler']),
    'compile, javascript, forecast',
    'compile, interpreter, forecast',
    'compile, webassembly, one',
    'compile, webassembly, all',
  ]);
  const ratios = report.ratios.map(({ name }) => name);
  expect(ratios).toContain('interpreter / JavaScript');
  expect(ratios.includes('WebAssembly / C')).toBe(hasC);
  expect(report.notes).toHaveLength(hasC ? 0 : 1);
});
