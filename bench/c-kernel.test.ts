import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrawBench } from '../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../e2e/support/evidence.ts';
import { differences, graphOf, INPUTS, TABLES } from '../e2e/support/random-graph.ts';
import {
  C_LANES,
  compileBatch,
  createInterpreter,
  exp,
  log,
  ModelBuilder,
  planProgram,
  pow,
  writeC,
} from '../src/engine/index.ts';
import type { Graph } from '../src/engine/index.ts';
import { C_FLAGS, CProgram, findsCompiler } from './c-kernel.ts';

/** Vectors as wide as this processor has them, then narrower ones, down to what every such processor has. */
const WIDTHS = process.arch === 'x64' ? ['native', 'x86-64-v3', 'x86-64'] : ['native'];

/** Each with each precision. */
const VARIANTS = WIDTHS.flatMap((architecture) => [
  { architecture, precision: 'f64' as const },
  { architecture, precision: 'f32' as const },
]);

/** Large enough for several functions in C. */
const largeModel = fc.record({ seed: fc.integer(), size: fc.integer({ min: 3000, max: 4000 }) });

/** Draws as a batch, `[input][lane]`. */
function batchOf(draws: readonly Float64Array[]): Float64Array {
  const batch = new Float64Array((draws[0]?.length ?? 0) * draws.length);
  for (const [lane, draw] of draws.entries())
    for (const [input, value] of draw.entries()) batch[input * draws.length + lane] = value;
  return batch;
}

function laneOf(result: Float64Array, lane: number): Float64Array {
  return Float64Array.from(
    { length: result.length / C_LANES },
    (_, position) => result[position * C_LANES + lane]!,
  );
}

function elementaryGraph(): Graph {
  const m = new ModelBuilder('elementary');
  const x = m.input({ name: 'x', unit: '1' });
  const y = m.input({ name: 'y', unit: '1' });
  m.variable({ name: 'exp', unit: '1' }, () => exp(x.at()));
  m.variable({ name: 'log', unit: '1' }, () => log(x.at()));
  m.variable({ name: 'pow */ of both', unit: '1' }, () => pow(x.at(), y.at()));
  return m.build();
}

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -2,
  3,
  0.1,
  10,
  1e300,
  1e-300,
  -1e300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  Infinity,
  -Infinity,
  NaN,
  Math.SQRT1_2,
  Math.SQRT2,
  1.0000000000000002,
  0.9999999999999999,
  709.782712893384,
  709.7827128933841,
  710.5,
  -745.1332191019412,
  -746.5,
  720,
  -760,
  1e-17,
  36893488147419110000,
  88.5,
  89,
  -103.97207,
  -103.9721,
  1e-38,
  1e-45,
  3e38,
  0.99999994,
  1.0000001,
  1024,
  -1075,
];

it('writes C with the names of the model as comments, which no name can end', () => {
  const graph = elementaryGraph();
  const text = writeC(graph, planProgram(graph, ['exp', 'log', 'pow */ of both']));
  for (const words of ['void run(', '/* x */', '/* exp */', '/* pow * / of both */'])
    expect(text).toContain(words);
});

// The bench needs a C compiler and says so where there is none; the kernel itself never does.
describe.runIf(findsCompiler())('C kernel, where gcc is installed', () => {
  it.each(VARIANTS)(
    'gives the bits of exp, log and pow with $architecture, $precision',
    ({ architecture, precision }) => {
      const graph = elementaryGraph();
      const outputs = graph.variables.map(({ name }) => name);
      const program = new CProgram(graph, outputs, [...C_FLAGS, `-march=${architecture}`], precision);
      const interpreter = createInterpreter(graph, outputs, precision);
      const pairs = SPECIAL.flatMap((x) => SPECIAL.map((y) => Float64Array.of(x, y)));
      for (let i = 0; i < 8000; i++)
        pairs.push(Float64Array.of(Math.sqrt(i) * (i % 7 === 0 ? 1e-300 : 0.13), ((i * 37) % 401) / 3 - 60));
      while (pairs.length % C_LANES !== 0) pairs.push(Float64Array.of(1, 1));
      const batches = Array.from({ length: pairs.length / C_LANES }, (_, batch) =>
        batchOf(pairs.slice(batch * C_LANES, (batch + 1) * C_LANES)),
      );
      const results = program.run(batches, new Float64Array(0), 1);
      program.close();
      const expected = new Float64Array(3);
      for (const [number, pair] of pairs.entries()) {
        interpreter.run(pair, new Float64Array(0), 1, expected);
        const found = laneOf(results[Math.floor(number / C_LANES)]!, number % C_LANES);
        expect(differences(expected, found), `exp, log, pow of ${pair.join(', ')}`).toBe(0);
      }
    },
  );

  it.each(VARIANTS)(
    'gives the bits of the interpreter on random models with $architecture, $precision',
    ({ architecture, precision }) => {
      fc.assert(
        fc.property(largeModel, fc.integer({ min: 1, max: 9 }), (model, months) => {
          const { graph, outputs, random } = graphOf(model);
          expect(writeC(graph, planProgram(graph, outputs))).toContain('month_1(PARAMETERS)');
          const tables = Float64Array.from({ length: TABLES * months }, random);
          const draws = Array.from({ length: C_LANES }, () => Float64Array.from({ length: INPUTS }, random));
          const program = new CProgram(graph, outputs, [...C_FLAGS, `-march=${architecture}`], precision);
          // The second batch finds the memory as the first left it.
          const batch = batchOf(draws);
          const results = program.run([batch, batch], tables, months);
          program.close();
          const interpreter = createInterpreter(graph, outputs, precision);
          const expected = new Float64Array(outputs.length * months);
          for (const [lane, draw] of draws.entries()) {
            interpreter.run(draw, tables, months, expected);
            for (const result of results) expect(differences(expected, laneOf(result, lane))).toBe(0);
          }
        }),
        { numRuns: 2 },
      );
    },
  );

  it.each(DAYS)(
    'gives every variable and stock of the whole model as of %s the bits of JavaScript',
    (day) => {
      const run = runAsOf(day);
      const javascript = new DrawBench(run, { backend: 'javascript' });
      const program = new CProgram(run.model.graph, javascript.outputs);
      const draws = Array.from({ length: C_LANES }, (_, draw) => javascript.inputs(draw));
      const [result] = program.run([batchOf(draws)], run.model.tables, run.catalogue.months);
      program.close();
      for (const [lane, draw] of draws.entries())
        expect(differences(javascript.result(draw).values, laneOf(result!, lane))).toBe(0);
    },
  );

  it('gives the whole model in single precision the bits of WebAssembly', () => {
    const run = runAsOf(DAYS[1]);
    const { graph, tables } = run.model;
    const { months } = run.catalogue;
    const sampled = new DrawBench(run);
    const batch = batchOf(Array.from({ length: C_LANES }, (_, draw) => sampled.inputs(draw)));
    const program = new CProgram(graph, sampled.outputs, C_FLAGS, 'f32');
    const [found] = program.run([batch], tables, months);
    program.close();
    const wasm = compileBatch(graph, sampled.outputs, { precision: 'f32' });
    expect([wasm.backend, wasm.precision, wasm.lanes]).toEqual(['webassembly', 'f32', C_LANES]);
    const expected = new Float64Array(found!.length);
    wasm.run(batch, tables, months, expected);
    expect(differences(expected, found!)).toBe(0);
  });
});
