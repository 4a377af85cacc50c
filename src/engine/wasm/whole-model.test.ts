import { describe, expect, it } from 'vitest';
import { DrawBench } from '../../../e2e/support/draws.ts';
import { DAYS, publishedScalars, runAsOf } from '../../../e2e/support/evidence.ts';
import { differences } from '../../../e2e/support/random-graph.ts';
import { randomScenario } from '../../../e2e/support/random-scenario.ts';
import { bytesOfText, validated, withoutNames } from '../../../e2e/support/wabt.ts';
import { planProgram, writeWebAssembly, writeWebAssemblyText } from '../index.ts';
import { compileBatch } from './compile-batch.ts';

describe.each(DAYS)('the whole model as of %s in WebAssembly', (day) => {
  const run = runAsOf(day);
  const { graph, tables } = run.model;
  const { months } = run.catalogue;
  const javascript = new DrawBench(run, { backend: 'javascript' });
  const interpreter = new DrawBench(run, { backend: 'interpreter' });
  const { outputs } = javascript;
  const published = publishedScalars(run);
  const rules = run.levers.levers.find(({ path }) => path === 'allocation.rule')!.choices!;

  it('gives every variable and stock the bits of JavaScript and of the interpreter, in every scenario', () => {
    expect([javascript.backend, interpreter.backend]).toEqual(['javascript', 'interpreter']);
    expect(new Set(outputs).size).toBe(graph.variables.length + graph.states.length);
    // What nobody asks for is left out, and with it whole arms of rules that no lane uses.
    const [batch, fewer] = [compileBatch(graph, outputs), compileBatch(graph, published)];
    expect([batch.backend, fewer.backend]).toEqual(['webassembly', 'webassembly']);
    expect(published.length).toBeLessThan(outputs.length / 2);
    const columns = published.map((name) => javascript.column(name));
    const { lanes } = batch;
    const inputs = new Float64Array(graph.inputs.length * lanes);
    const out = new Float64Array(months * outputs.length * lanes);
    const fewerOut = new Float64Array(months * published.length * lanes);
    const found = new Float64Array(months * outputs.length);
    const foundFewer = new Float64Array(months * published.length);
    const expected = new Float64Array(found.length);
    const plain = Array.from({ length: lanes }, (_, draw) => javascript.inputs(draw));
    const ruled = rules.map((_, rule) =>
      plain.map((draw) => javascript.set(Float64Array.from(draw), { 'allocation rule': rule })),
    );
    const random = plain.map((_, scenario) => randomScenario(javascript, scenario).inputs);
    const seen = new Set<number>();
    // The plain draws again at the end: whatever the others left in memory must not matter.
    for (const draws of [plain, ...ruled, random, plain]) {
      for (const [lane, draw] of draws.entries())
        for (const [input, value] of draw.entries()) inputs[input * lanes + lane] = value;
      batch.run(inputs, tables, months, out);
      fewer.run(inputs, tables, months, fewerOut);
      for (const [lane, draw] of draws.entries()) {
        for (let position = 0; position < found.length; position++)
          found[position] = out[position * lanes + lane]!;
        for (let position = 0; position < foundFewer.length; position++)
          foundFewer[position] = fewerOut[position * lanes + lane]!;
        expect(differences(javascript.result(draw, expected).values, found)).toBe(0);
        if (lane % 4 === 1) expect(differences(interpreter.result(draw, expected).values, found)).toBe(0);
        const of = (position: number): number =>
          Math.floor(position / columns.length) * outputs.length + columns[position % columns.length]!;
        expect(
          differences(
            foundFewer.map((_, position) => expected[of(position)]!),
            foundFewer,
          ),
        ).toBe(0);
        if (draws !== random) expect(found.every(Number.isFinite)).toBe(true);
      }
      for (const value of found) seen.add(value);
    }
    expect(seen.size).toBeGreaterThan(10_000);
  });

  it('is a module that wabt accepts, whose text wabt reads as the same module', async () => {
    const program = planProgram(graph, published);
    const { bytes } = writeWebAssembly(graph, program, {});
    expect(await validated(bytes)).toContain('(export "run" (func $run))');
    const { text } = writeWebAssemblyText(graph, program);
    expect(await bytesOfText(text)).toEqual(withoutNames(bytes));
    const single = { precision: 'f32' } as const;
    expect(await bytesOfText(writeWebAssemblyText(graph, program, single).text)).toEqual(
      withoutNames(writeWebAssembly(graph, program, single).bytes),
    );
    for (const name of published) expect(text).toContain(name);
  });
});
