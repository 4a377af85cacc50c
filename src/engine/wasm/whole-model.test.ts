import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { DrawBench } from '../../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../../e2e/support/evidence.ts';
import { differences } from '../../../e2e/support/random-graph.ts';
import { planProgram } from '../index.ts';
import { compileBatch } from './compile-batch.ts';
import { wasmOptions, writeWebAssembly } from './wasm-module.ts';

const DRAWS = 32;

describe.each(DAYS)('the whole model as of %s in WebAssembly', (day) => {
  const run = runAsOf(day);
  const { graph, tables } = run.model;
  const { months } = run.catalogue;

  it('gives every variable and stock the bits of JavaScript, and of the interpreter', () => {
    const javascript = new DrawBench(run, { backend: 'javascript' });
    const interpreter = new DrawBench(run, { backend: 'interpreter' });
    const { outputs } = javascript;
    const batch = compileBatch(graph, outputs);
    expect(batch.backend).toBe('webassembly');
    const { lanes } = batch;
    const inputs = new Float64Array(graph.inputs.length * lanes);
    const out = new Float64Array(months * outputs.length * lanes);
    const found = new Float64Array(months * outputs.length);
    const expected = new Float64Array(found.length);
    for (let first = 0; first < DRAWS; first += lanes) {
      const draws = Array.from({ length: lanes }, (_, lane) => javascript.inputs(first + lane));
      for (const [lane, draw] of draws.entries())
        for (const [input, value] of draw.entries()) inputs[input * lanes + lane] = value;
      batch.run(inputs, tables, months, out);
      for (const [lane, draw] of draws.entries()) {
        for (let position = 0; position < found.length; position++)
          found[position] = out[position * lanes + lane]!;
        expect(differences(javascript.result(draw, expected).values, found)).toBe(0);
        if (lane === 5) expect(differences(interpreter.result(draw, expected).values, found)).toBe(0);
      }
    }
    expect(found.every(Number.isFinite)).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(10_000);
  });

  it('is a module that wabt accepts', async () => {
    const outputs = graph.variables.map(({ name }) => name);
    const { bytes } = writeWebAssembly(graph, planProgram(graph, outputs), wasmOptions());
    const module = (await wabt()).readWasm(bytes, { simd: true, readDebugNames: true });
    module.validate();
    module.destroy();
  });
});
