import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WORKLOADS } from './measure.ts';
import type { Measurement, WorkloadName } from './measure.ts';
import { gather, renderReport } from './report.ts';

/*
 * npm run bench -- [--draws 10000] [--repeats 3] [--scenario latest] [--json]
 *
 * Repeats take turns over the workloads, so that a machine that grows busy slows all of them alike.
 */
const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '10000' },
    repeats: { type: 'string', default: '3' },
    scenario: { type: 'string', default: 'latest' },
    json: { type: 'boolean', default: false },
  },
});
const draws = whole('draws', values.draws);
const repeats = whole('repeats', values.repeats);
const repeatFile = fileURLToPath(new URL('repeat.ts', import.meta.url));
const workloads = Object.keys(WORKLOADS) as WorkloadName[];

const measured = Array.from({ length: repeats }, (_, repeat) =>
  workloads.map((workload) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${repeat + 1}/${repeats} ${workload}`);
    return repeatOnce(workload);
  }),
);
if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
const report = gather(measured, values.scenario);
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : `${renderReport(report, { language: 'en', width: process.stdout.columns ?? 120, colour: false })}\n`,
);

function repeatOnce(workload: WorkloadName): Measurement {
  const text = execFileSync(
    process.execPath,
    [...process.execArgv, repeatFile, workload, String(draws), values.scenario],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const measurement: Measurement = JSON.parse(text);
  return measurement;
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new RangeError(`--${option} cannot be ${text}; expected a whole number above zero`);
}
