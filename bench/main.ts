import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findsCompiler } from './c-kernel.ts';
import { CASES } from './measure.ts';
import type { Measurement } from './measure.ts';
import { gather, renderReport } from './report.ts';

/*
 * npm run bench -- [--draws 10000] [--repeats 3] [--scenario latest] [--json]
 *
 * Repeats take turns over the cases, so that a machine that grows busy slows all of them alike.
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

const hasC = findsCompiler();

const measured = Array.from({ length: repeats }, (_, repeat) =>
  CASES.flatMap(({ workload, engine }, number) => {
    if (engine === 'c' && !hasC) return [];
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001B[K${repeat + 1}/${repeats} ${workload}, ${engine}`);
    return [repeatOnce(number)];
  }),
);
if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
const report = gather(
  measured,
  values.scenario,
  hasC ? [] : ['Not measured: emitted C, since there is no gcc here.'],
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : `${renderReport(report, { language: 'en', width: process.stdout.columns ?? 120, colour: false })}\n`,
);

function repeatOnce(number: number): Measurement {
  const text = execFileSync(
    process.execPath,
    [...process.execArgv, repeatFile, String(number), String(draws), values.scenario],
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
