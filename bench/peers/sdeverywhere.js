// small-model.mdl by SDEverywhere: its compiler writes JavaScript, whose functions are called directly here, which
// spares it what its runner does besides. Inputs are read as [draw][input], outputs written as [quarter][draw].
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { getJsModelFunctions } from '@sdeverywhere/runtime';

// The compiler asks its library for spreadsheets for a function that the release in the registry lacks;
// only models with spreadsheets need it.
createRequire(import.meta.url)('xlsx').set_fs ??= () => {};
const { parseAndGenerate } = await import('@sdeverywhere/compile');

const [inputFile, outputFile, passes] = process.argv.slice(2);
const members = [0, 1, 2];
const inputNames = [
  ...members.map((product) => `growth[P${product}]`),
  ...members.map((resource) => `lead[R${resource}]`),
  ...members.map((resource) => `ordering[R${resource}]`),
];
const before = performance.now();
const model = await compiled(readFileSync(new URL('small-model.mdl', import.meta.url), 'utf8'));
const compileMilliseconds = performance.now() - before;
model.setModelFunctions(getJsModelFunctions());
const steps = model.getFinalTime() - model.getInitialTime() + 1;
model.getModelFunctions().setContext({ timeStep: model.getTimeStep(), currentTime: 0 });
model.initConstants();

const bytes = readFileSync(inputFile);
const inputs = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
const draws = inputs.length / inputNames.length;
const outputs = new Float64Array(steps * draws);
let first = 0;
const input = (index) => inputs[first + index];
let position = 0;
const store = (value) => {
  outputs[position] = value;
};

/** Microseconds a draw of some draws. */
function run(from, to) {
  const start = performance.now();
  for (let draw = from; draw < to; draw++) {
    first = draw * inputNames.length;
    model.setInputs(input);
    model.initLevels();
    for (let step = 0; step < steps; step++) {
      model.evalAux();
      position = step * draws + draw;
      model.storeOutputs(store);
      model.evalLevels();
    }
  }
  return ((performance.now() - start) * 1000) / (to - from);
}

/** Draws of a stretch; the median of all stretches counts. */
const STRETCH = 50;
const cold = run(0, Math.min(16, draws));
run(0, draws);
const times = [];
for (let pass = 0; pass < Number(passes); pass++)
  for (let from = 0; from < draws; from += STRETCH) times.push(run(from, Math.min(from + STRETCH, draws)));
times.sort((a, b) => a - b);
const warm = times[Math.floor(times.length / 2)];
writeFileSync(outputFile, outputs);
const peakMemoryMB = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(JSON.stringify({ draws, cold, warm, compileMilliseconds, peakMemoryMB }));

async function compiled(text) {
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-peer-'));
  try {
    const spec = { inputVarNames: inputNames, outputVarNames: ['total installed'] };
    const code = await parseAndGenerate(
      text,
      'vensim',
      { inputVars: [], outputVars: [], ...spec },
      ['generateJS'],
      folder,
      'small',
      folder,
    );
    const file = join(folder, 'small.mjs');
    writeFileSync(file, code);
    const { default: load } = await import(pathToFileURL(file).href);
    return await load();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
