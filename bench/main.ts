import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stopWorkers } from '../src/engine/index.ts';
import { browserSizes } from './browser-size.ts';
import { buildRepeat } from './built-repeat.ts';
import { CASES, ENGINES, selectCases } from './cases.ts';
import type { Measurement, Part, Settings } from './measurement.ts';
import { renderReport } from './render.ts';
import { gather } from './report.ts';
import { smallCompared, wholeCompared } from './sobol-models.ts';
import { compareSampling, COMPARISON } from './sobol.ts';
import type { SamplingComparison } from './sobol.ts';
import { prepareModel, WHOLE_MODELS } from './whole-models.ts';

/*
 * npm run bench -- [--only small,whole,scaling,workers,start,sobol,browser] [--engines c,webassembly,…] [--repeats 3]
 *                  [--draws N] [--models judged,scenario] [--scenario latest] [--json]
 *
 * Repeats take turns over the cases, so that a machine that grows busy slows all of them alike. README.md says what is
 * measured and how to read it.
 */
const PARTS: readonly Part[] = ['small', 'whole', 'scaling', 'workers', 'start', 'sobol', 'browser'];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    engines: { type: 'string' },
    models: { type: 'string' },
    draws: { type: 'string' },
    repeats: { type: 'string', default: '3' },
    scenario: { type: 'string', default: 'latest' },
    json: { type: 'boolean', default: false },
  },
});
const settings: Settings = {
  scenario: values.scenario,
  ...(values.draws === undefined ? {} : { draws: whole('draws', values.draws) }),
};
const repeats = whole('repeats', values.repeats);
const parts = new Set(listed('only', values.only, PARTS) ?? PARTS);
const repeatFile = fileURLToPath(new URL('repeat.ts', import.meta.url));

const models = listed('models', values.models, WHOLE_MODELS);
const { numbers, missing } = selectCases(parts, listed('engines', values.engines, ENGINES), models);
const built = await buildRepeat();
process.on('exit', () => built.close());
const measured = Array.from({ length: repeats }, (_, repeat) =>
  numbers.map((number) => {
    const { workload, engine, model, part } = CASES[number]!;
    tell(`${repeat + 1}/${repeats} ${workload}, ${engine}${model === undefined ? '' : `, ${model}`}`);
    return repeatOnce(number, part === 'workers');
  }),
);
const sampling = parts.has('sobol') ? await sampled() : [];
const sizes = parts.has('browser') ? await browserSizes(prepareModel('scenario', settings, untimed).run) : [];
tell('');
const report = gather(
  numbers.map((number) => CASES[number]!),
  measured,
  { scenario: values.scenario, missing, sampling, sizes },
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : `${renderReport(report, { language: 'en', width: process.stdout.columns ?? 120, colour: false })}\n`,
);

/** Not timed, so in this process and once: the small model and each whole one. */
async function sampled(): Promise<SamplingComparison[]> {
  const { draws } = settings;
  const sizesWanted =
    draws === undefined
      ? COMPARISON
      : { sobolDraws: draws, plainDraws: 5 * draws, referenceDraws: 64 * draws, replicates: 4 };
  const wholeModels = (models ?? WHOLE_MODELS).map((which) =>
    wholeCompared(prepareModel(which, settings, untimed)),
  );
  const compared: SamplingComparison[] = [];
  for (const model of [smallCompared(), ...wholeModels])
    compared.push(await compareSampling(model, sizesWanted, tell));
  await stopWorkers();
  return compared;
}

function untimed<T>(_: string, work: () => T): T {
  return work();
}

/** From sources, or as it is built: then no thread holds more than a user's would. */
function repeatOnce(number: number, asBuilt: boolean): Measurement {
  const file = asBuilt ? ['--expose-gc', built.file] : [...process.execArgv, repeatFile];
  const text = execFileSync(process.execPath, [...file, String(number), JSON.stringify(settings)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const measurement: Measurement = JSON.parse(text);
  return measurement;
}

/** On a terminal, what is going on, over what was going on before. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new RangeError(`--${option} cannot be ${text}; expected a whole number above zero`);
}

/** Names with commas between them; undefined where none are given. */
function listed<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
): T[] | undefined {
  return text?.split(',').map((word) => {
    const found = known.find((name) => name === word);
    if (found === undefined)
      throw new RangeError(`--${option} cannot be ${word}; expected ${known.join(', ')}`);
    return found;
  });
}
