import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, graphOf, INPUTS, MONTHS, randomModel, TABLES } from '../../e2e/support/random-graph.ts';
import {
  compileJavaScript,
  createInterpreter,
  exp,
  log,
  ModelBuilder,
  planProgram,
  writeJavaScript,
} from './index.ts';

describe('JavaScript backend', () => {
  it.each([7, 40, 100_000])('gives the bits of the interpreter with functions of %d operations', (size) => {
    let computed = 0;
    let finite = 0;
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model);
        const interpreter = createInterpreter(graph, outputs);
        const javascript = compileJavaScript(graph, outputs, size);
        expect([interpreter.backend, javascript.backend]).toEqual(['interpreter', 'javascript']);
        const inputs = new Float64Array(INPUTS);
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        const expected = new Float64Array(outputs.length * MONTHS).fill(-7);
        const found = new Float64Array(outputs.length * MONTHS).fill(-7);
        for (let draw = 0; draw < 3; draw++) {
          for (let i = 0; i < INPUTS; i++) inputs[i] = random();
          interpreter.run(inputs, tables, MONTHS, expected);
          javascript.run(inputs, tables, MONTHS, found);
          expect(differences(expected, found)).toBe(0);
          finite += found.filter(Number.isFinite).length / found.length / 3 / 60;
        }
        computed += planProgram(graph, outputs).stepNodes.length;
      }),
      { numRuns: 60 },
    );
    expect(computed).toBeGreaterThan(60 * 60);
    expect(finite).toBeGreaterThan(0.3);
  });

  it('computes only what the outputs need', () => {
    const m = new ModelBuilder('parts');
    const a = m.stock({ name: 'a', unit: '1', initial: () => 1 });
    a.next(() => a.at().times(2));
    const b = m.stock({ name: 'b', unit: '1', initial: () => 1 });
    b.next(() => b.at().times(3).plus(a.at()));
    m.variable({ name: 'from a', unit: '1' }, () => a.at().plus(5));
    m.variable({ name: 'from b', unit: '1' }, () => exp(b.at()));
    const graph = m.build();
    expect([...planProgram(graph, ['from a']).states]).toEqual([0]);
    expect([...planProgram(graph, ['from b']).states]).toEqual([0, 1]);
    expect(writeJavaScript(graph, planProgram(graph, ['from a'])).step.join('\n')).not.toContain('exp(');
  });

  it('does what depends on inputs only once per draw', () => {
    const m = new ModelBuilder('hoisted');
    const x = m.input({ name: 'x', unit: '1' });
    const plan = m.table({ name: 'plan', unit: '1' });
    m.variable({ name: 'y', unit: '1' }, () => exp(x.at()).times(plan.at()));
    m.variable({ name: 'z', unit: '1' }, () => log(x.at()));
    const graph = m.build();
    const source = writeJavaScript(graph, planProgram(graph, ['y', 'z']));
    expect(source.draw.join('\n')).toMatch(/exp\([^]*log\(/);
    expect(source.step.join('\n')).not.toMatch(/exp\(|log\(/);
    const out = new Float64Array(4);
    compileJavaScript(graph, ['y', 'z']).run(Float64Array.of(1), Float64Array.of(1, 2), 2, out);
    expect([...out]).toEqual([Math.E, 0, 2 * Math.E, 0]);
  });

  it('keeps functions small', () => {
    const m = new ModelBuilder('long');
    const x = m.stock({ name: 'x', unit: '1', initial: () => 1 });
    x.next(() => x.at());
    let value = x.at();
    for (let i = 0; i < 5000; i++) value = value.times(1 + 1 / (i + 3)).minus(x.at());
    m.variable({ name: 'y', unit: '1' }, () => value);
    const graph = m.build();
    const source = writeJavaScript(graph, planProgram(graph, ['y']));
    const counted = source.step.map((body) => body.match(/[*-] /g)?.length ?? 0);
    expect(Math.max(...counted)).toBeLessThanOrEqual(600);
    expect(counted.reduce((total, count) => total + count, 0)).toBeGreaterThanOrEqual(10_000);
  });

  it('refuses arrays that are too short', () => {
    const m = new ModelBuilder('short');
    const x = m.input({ name: 'x', unit: '1' });
    m.variable({ name: 'y', unit: '1' }, () => x.at());
    const graph = m.build();
    for (const kernel of [createInterpreter(graph, ['y']), compileJavaScript(graph, ['y'])]) {
      expect(() => kernel.run(new Float64Array(0), new Float64Array(0), 2, new Float64Array(2))).toThrow(
        /inputs/,
      );
      expect(() => kernel.run(new Float64Array(1), new Float64Array(0), 2, new Float64Array(1))).toThrow(
        /out/,
      );
    }
  });
});
