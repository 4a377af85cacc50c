import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differences,
  graphOf,
  INPUTS,
  MONTHS,
  randomModel,
  TABLES,
} from '../../../e2e/support/random-graph.ts';
import { bytesOfText, withoutNames } from '../../../e2e/support/wabt.ts';
import { compileWebAssembly, ModelBuilder, planProgram, writeWebAssembly } from '../index.ts';
import type { Graph } from '../index.ts';
import { webAssemblyHost } from './host.ts';
import { openWebAssembly, writeWebAssemblyKernel } from './wasm-backend.ts';
import { writeWebAssemblyText } from './wasm-text.ts';

function smallGraph(): Graph {
  const m = new ModelBuilder('orders\n(module)');
  const price = m.input({ name: 'price', unit: 'USD' });
  m.table({ name: 'unread', unit: '1' });
  const plan = m.table({ name: 'plan; (all)', unit: '1' });
  const backlog = m
    .stock({ name: 'backlog', unit: '1', initial: () => plan.at() })
    .next(() => backlog.at().plus(plan.at({ ahead: -3 })));
  m.variable({ name: 'revenue ;) 売上', unit: 'USD' }, () => price.at().times(backlog.at()));
  return m.build();
}

describe('text of a kernel', () => {
  it('names what is computed, loaded and stored, and says where everything lies', async () => {
    const graph = smallGraph();
    const program = planProgram(graph, ['revenue ;) 売上']);
    const { text, tables, inputs } = writeWebAssemblyText(graph, program);
    const { bytes } = writeWebAssembly(graph, program, {});
    expect(await bytesOfText(text)).toEqual(withoutNames(bytes));
    expect(tables).toEqual([1]);
    expect(text).toContain(';; orders (module): 1 stocks, 1 outputs.');
    expect(text).toContain(`inputs from ${inputs} on`);
    expect(text).toContain(';; Tables in order: 0 plan; (all).');
    const month = text.slice(text.indexOf('(func $month_0'), text.indexOf('(func $run'));
    expect(text).toContain(';; revenue ;) 売上;');
    expect(month).toMatch(/\(local\.tee \$price \(v128\.load .*\$inputs\)\)\) ;; price$/mu);
    expect(month).toMatch(/\(local\.tee \$backlog \(v128\.load .*\$opening\)\)\) ;; backlog$/mu);
    expect(month).toMatch(/\(v128\.store align=8 ;; revenue ;\) 売上$/mu);
    expect(month).toMatch(/;; plan; \(all\), -3 months ahead$/mu);
  });

  it('is the same module as the bytes, for any graph and options, and gives its bits', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomModel,
        fc.record({
          precision: fc.constantFrom('f64', 'f64', 'f32'),
          operationsPerFunction: fc.constantFrom(7, 40, 1000),
          groups: fc.integer({ min: 1, max: 3 }),
          blocks: fc.integer({ min: 1, max: 3 }),
        }),
        async (model, options) => {
          const { graph, outputs, random } = graphOf(model);
          const program = planProgram(graph, outputs);
          const { bytes, ...layout } = writeWebAssembly(graph, program, options);
          const { text, ...same } = writeWebAssemblyText(graph, program, options);
          expect(same).toEqual(layout);
          const found = await bytesOfText(text);
          expect(found).toEqual(withoutNames(bytes));

          const batch = compileWebAssembly(graph, outputs, options);
          const { Module } = webAssemblyHost()!;
          const source = writeWebAssemblyKernel(graph, outputs, options);
          const read = openWebAssembly({ ...source, module: new Module(found) });
          const inputs = Float64Array.from({ length: INPUTS * batch.lanes }, random);
          const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
          const size = outputs.length * MONTHS * batch.lanes;
          const [a, b] = [new Float64Array(size).fill(-7), new Float64Array(size).fill(-8)];
          batch.run(inputs, tables, MONTHS, a);
          read.run(inputs, tables, MONTHS, b);
          expect(differences(a, b)).toBe(0);
        },
      ),
      { numRuns: 15 },
    );
  });
});
