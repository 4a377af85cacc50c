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
import { validated } from '../../../e2e/support/wabt.ts';
import {
  compileJavaScript,
  createInterpreter,
  ModelBuilder,
  Opcode,
  planProgram,
  quantile,
} from '../index.ts';
import type { Graph, Kernel } from '../index.ts';
import { layOutKernel } from '../kernel-layout.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { compileBatch } from './compile-batch.ts';
import { compileWebAssembly } from './wasm-backend.ts';
import { LANE_TYPES } from './lane-type.ts';
import { writeWebAssembly } from './wasm-module.ts';

/** What a batch gives for any number of draws, `[month][output]` each; the last one fills lanes that are left over. */
function resultsOf(
  batch: BatchKernel,
  draws: readonly Float64Array[],
  tables: Float64Array,
  months: number,
): Float64Array[] {
  const { lanes, outputs } = batch;
  const inputs = new Float64Array(draws[0]!.length * lanes);
  const size = outputs.length * months;
  const out = new Float64Array(size * lanes);
  const results: Float64Array[] = [];
  while (results.length < draws.length) {
    for (let lane = 0; lane < lanes; lane++) {
      const draw = draws[Math.min(results.length + lane, draws.length - 1)]!;
      for (const [input, value] of draw.entries()) inputs[input * lanes + lane] = value;
    }
    batch.run(inputs, tables, months, out.fill(-7));
    for (let lane = 0; lane < lanes && results.length < draws.length; lane++)
      results.push(Float64Array.from({ length: size }, (_, position) => out[position * lanes + lane]!));
  }
  return results;
}

/** Differences between a batch and single draws. */
function against(
  kernel: Kernel,
  batch: BatchKernel,
  draws: readonly Float64Array[],
  tables: Float64Array,
  months: number,
): { differences: number; finite: number } {
  const expected = new Float64Array(batch.outputs.length * months);
  let [different, finite] = [0, 0];
  for (const [draw, found] of resultsOf(batch, draws, tables, months).entries()) {
    kernel.run(draws[draw]!, tables, months, expected.fill(-7));
    different += differences(expected, found);
    finite += found.filter(Number.isFinite).length / found.length / draws.length;
  }
  return { differences: different, finite };
}

const anyOptions = fc.record({
  precision: fc.constantFrom('f64', 'f32'),
  operationsPerFunction: fc.constantFrom(1, 2, 7, 40, 300, 100_000),
  groups: fc.integer({ min: 1, max: 4 }),
  blocks: fc.integer({ min: 1, max: 5 }),
});

/** Two variables of a small model with an input and a table. */
function smallGraph(): Graph {
  const m = new ModelBuilder('small');
  const x = m.input({ name: 'x', unit: '1' });
  const plan = m.table({ name: 'plan', unit: '1' });
  m.table({ name: 'unread', unit: '1' });
  const s = m.stock({ name: 's', unit: '1', initial: () => x.at() }).next(() => s.at().times(plan.at()));
  m.variable({ name: 'y', unit: '1' }, () => s.at().plus(plan.at({ ahead: 2 })));
  m.variable({ name: 'fixed', unit: '1' }, () => x.at().times(3));
  return m.build();
}

describe('WebAssembly backend', () => {
  it.each([
    { precision: 'f64', operationsPerFunction: 7, groups: 1, blocks: 1 } as const,
    { precision: 'f64', operationsPerFunction: 40, groups: 2, blocks: 3 } as const,
    { precision: 'f64', operationsPerFunction: 100_000, groups: 3, blocks: 1 } as const,
    { precision: 'f32', operationsPerFunction: 7, groups: 1, blocks: 1 } as const,
    { precision: 'f32', operationsPerFunction: 40, groups: 2, blocks: 3 } as const,
    { precision: 'f64', operationsPerFunction: 300, groups: 1, blocks: 4 } as const,
    { precision: 'f32', operationsPerFunction: 300, groups: 2, blocks: 8 } as const,
  ])('gives the bits of the interpreter, and in doubles those of JavaScript, with %o', (options) => {
    const { precision, groups, blocks } = options;
    let finite = 0;
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model);
        const interpreter = createInterpreter(graph, outputs, precision);
        const javascript = compileJavaScript(graph, outputs);
        const batch = compileWebAssembly(graph, outputs, options);
        expect([interpreter.backend, javascript.backend, batch.backend]).toEqual([
          'interpreter',
          'javascript',
          'webassembly',
        ]);
        expect(batch.precision).toBe(precision);
        expect(batch.lanes).toBe(LANE_TYPES[precision].lanes * groups * blocks);
        const kernels = precision === 'f64' ? [interpreter, javascript] : [interpreter];
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        const draws = Array.from({ length: batch.lanes }, () =>
          Float64Array.from({ length: INPUTS }, random),
        );
        // The second run finds the memory as the first left it.
        for (let run = 0; run < 2; run++) {
          for (const kernel of kernels) {
            const result = against(kernel, batch, draws, tables, MONTHS);
            expect(result.differences).toBe(0);
            finite += result.finite / (2 * kernels.length) / 40;
          }
          draws.reverse();
        }
      }),
      { numRuns: 40 },
    );
    expect(finite).toBeGreaterThan(0.3);
  });

  it('gives them with any options, of any outputs, over any months, and for draws that leave lanes over', () => {
    const opcodes = new Set<number>();
    const seen = { drawFunctions: 0, stepFunctions: 0, guards: 0, lanesLeftOver: 0 };
    fc.assert(
      fc.property(
        randomModel,
        anyOptions,
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 30 }),
        (model, options, months, count, most) => {
          const { graph, outputs, random } = graphOf(model);
          const asked = outputs.slice(-most);
          const program = planProgram(graph, asked);
          for (const node of [...program.drawNodes, ...program.stepNodes])
            opcodes.add(graph.nodes.opcode[node]!);
          const layout = layOutKernel(graph, program, options.operationsPerFunction);
          seen.drawFunctions = Math.max(seen.drawFunctions, layout.drawFunctions.length);
          seen.stepFunctions = Math.max(seen.stepFunctions, layout.stepFunctions.length);
          seen.guards += layout.stepFunctions.filter(({ guards }) => guards.length > 0).length;

          const batch = compileWebAssembly(graph, asked, options);
          const kernels = [createInterpreter(graph, asked, options.precision)];
          if (options.precision === 'f64') kernels.push(compileJavaScript(graph, asked));
          expect([batch.backend, batch.precision]).toEqual(['webassembly', options.precision]);
          seen.lanesLeftOver += count % batch.lanes === 0 ? 0 : 1;
          const tables = Float64Array.from({ length: TABLES * months }, random);
          const draws = Array.from({ length: count }, () => Float64Array.from({ length: INPUTS }, random));
          for (const kernel of kernels)
            expect(against(kernel, batch, draws, tables, months).differences).toBe(0);
        },
      ),
      { numRuns: 120 },
    );
    const used = Object.values(Opcode).filter((opcode) => opcode !== Opcode.CONSTANT);
    expect(used.filter((opcode) => !opcodes.has(opcode))).toEqual([]);
    expect(seen.drawFunctions).toBeGreaterThan(5);
    expect(seen.stepFunctions).toBeGreaterThan(20);
    expect(seen.guards).toBeGreaterThan(20);
    expect(seen.lanesLeftOver).toBeGreaterThan(20);
  });

  it('gives quantiles and probabilities in single precision within their tolerances, where numbers are tame', () => {
    // One draw on the other side of a threshold is just below the tolerance of probabilities.
    const DRAWS = 512;
    let worst = 0;
    let mostMoved = 0;
    let between = 0;
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model, 'tame');
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        const draws = Array.from({ length: DRAWS }, () => Float64Array.from({ length: INPUTS }, random));
        const [doubles, singles] = (['f64', 'f32'] as const).map((precision) => {
          const results = resultsOf(compileWebAssembly(graph, outputs, { precision }), draws, tables, MONTHS);
          return (position: number): Float64Array =>
            Float64Array.from(results, (result) => result[position]!).sort();
        }) as [(position: number) => Float64Array, (position: number) => Float64Array];
        for (let output = 0; output < outputs.length; output++) {
          const months = Array.from({ length: MONTHS }, (_, month) => month * outputs.length + output);
          const pairs = months.map((position) => [doubles(position), singles(position)] as const);
          const largest = Math.max(...pairs.map(([expected]) => quantile(expected, 0.95)));
          for (const [expected, found] of pairs) {
            for (const p of [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975])
              worst = Math.max(worst, Math.abs(quantile(found, p) - quantile(expected, p)) / largest);
            // How many lie above the middle of their range, where they spread beyond rounding.
            const [low, high] = [expected[0]!, expected[DRAWS - 1]!];
            if (high - low < 0.01 * largest) continue;
            const share = (values: Float64Array): number =>
              values.filter((value) => value > (low + high) / 2).length / DRAWS;
            between++;
            mostMoved = Math.max(mostMoved, Math.abs(share(found) - share(expected)));
          }
        }
        expect(worst).toBeLessThan(1e-4);
        expect(mostMoved).toBeLessThan(0.002);
      }),
      { numRuns: 30 },
    );
    // It is not the same numbers that are compared.
    expect(worst).toBeGreaterThan(1e-9);
    expect(between).toBeGreaterThan(100);
  });

  it('gives the same bits when it has run for long, so that the host has optimised it', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model);
        const interpreter = createInterpreter(graph, outputs);
        const batch = compileWebAssembly(graph, outputs);
        const long = 4000;
        const draws = Array.from({ length: batch.lanes }, () =>
          Float64Array.from({ length: INPUTS }, random),
        );
        const tables = Float64Array.from({ length: TABLES * long }, random);
        const out = new Float64Array(outputs.length * batch.lanes * long);
        batch.run(new Float64Array(INPUTS * batch.lanes), tables, long, out);
        for (let run = 0; run < 3; run++)
          expect(against(interpreter, batch, draws, tables, MONTHS + 40 * run).differences).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  it('writes modules that wabt accepts, of any graph', async () => {
    await fc.assert(
      fc.asyncProperty(randomModel, async (model) => {
        const { graph, outputs } = graphOf(model);
        const program = planProgram(graph, outputs);
        const text = await validated(writeWebAssembly(graph, program, { operationsPerFunction: 7 }).bytes);
        expect(text.includes('(func $month_1 ')).toBe(true);
        expect(/f64x2\.pmin|f64x2\.pmax|v128\.bitselect/.test(text)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('does what depends on inputs only once per draw', async () => {
    const graph = graphOf({ seed: 5, size: 60 }).graph;
    const text = await validated(writeWebAssembly(graph, planProgram(graph, ['v[0]']), { blocks: 3 }).bytes);
    expect(text).toContain('(func $draw_0');
    expect(text.split('call $draw_0').length - 1).toBe(3);
    expect(text.indexOf('call $draw_0')).toBeLessThan(text.indexOf('loop'));
  });

  it('runs other numbers of months one after the other, and others’ arrays longer than needed', () => {
    const graph = smallGraph();
    const batch = compileWebAssembly(graph, ['y', 's', 'fixed']);
    const interpreter = createInterpreter(graph, ['y', 's', 'fixed']);
    const draws = Array.from({ length: batch.lanes }, (_, lane) => Float64Array.of(lane + 0.5));
    for (const months of [1, 5, 30_000, 2]) {
      const tables = Float64Array.from({ length: 2 * months + 3 }, (_, i) => 1 + 1e-6 * Math.sqrt(i));
      expect(against(interpreter, batch, draws, tables, months)).toEqual({ differences: 0, finite: 1 });
    }
    batch.run(new Float64Array(batch.lanes), new Float64Array(0), 0, new Float64Array(0));
  });

  it('refuses outputs that do not exist and arrays that are too short', () => {
    const graph = smallGraph();
    for (const backend of ['webassembly', 'javascript'] as const) {
      expect(() => compileBatch(graph, ['z'], { backend })).toThrow(/unknown-name/);
      const batch = compileBatch(graph, ['y'], { backend });
      const { lanes } = batch;
      const run = (inputs: number, tables: number, out: number): void =>
        batch.run(new Float64Array(inputs), new Float64Array(tables), 2, new Float64Array(out));
      expect(() => run(lanes - 1, 4, 2 * lanes)).toThrow(/inputs/);
      expect(() => run(lanes, 3, 2 * lanes)).toThrow(/tables/);
      expect(() => run(lanes, 4, 2 * lanes - 1)).toThrow(/out/);
      run(lanes, 4, 2 * lanes);
    }
  });
});

describe('compileBatch', () => {
  it('takes WebAssembly where it runs, and JavaScript where it is asked for or must be', () => {
    const graph = smallGraph();
    expect(compileBatch(graph, ['y']).backend).toBe('webassembly');
    const javascript = compileBatch(graph, ['y'], { backend: 'javascript' });
    expect(javascript.backend).toBe('javascript');
    const saved = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly')!;
    try {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
      const fallback = compileBatch(graph, ['y']);
      expect([fallback.backend, fallback.lanes]).toEqual(['javascript', javascript.lanes]);
      expect(() => compileBatch(graph, ['y'], { backend: 'webassembly' })).toThrow(/no WebAssembly/);
    } finally {
      Object.defineProperty(globalThis, 'WebAssembly', saved);
    }
  });

  it('gives the same bits with either backend', () => {
    fc.assert(
      fc.property(randomModel, (model) => {
        const { graph, outputs, random } = graphOf(model);
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        const wasm = compileBatch(graph, outputs, { backend: 'webassembly' });
        const javascript = compileBatch(graph, outputs, { backend: 'javascript' });
        expect(wasm.lanes % javascript.lanes).toBe(0);
        const inputs = Float64Array.from({ length: INPUTS * wasm.lanes }, random);
        const size = outputs.length * MONTHS;
        const a = new Float64Array(size * wasm.lanes).fill(-7);
        wasm.run(inputs, tables, MONTHS, a);
        const b = new Float64Array(size * wasm.lanes).fill(-8);
        const part = new Float64Array(size * javascript.lanes);
        for (let first = 0; first < wasm.lanes; first += javascript.lanes) {
          const lanesOf = (rows: Float64Array, count: number): Float64Array =>
            Float64Array.from({ length: count * javascript.lanes }, (_, at) => {
              const lane = first + (at % javascript.lanes);
              return rows[Math.floor(at / javascript.lanes) * wasm.lanes + lane]!;
            });
          javascript.run(lanesOf(inputs, INPUTS), tables, MONTHS, part);
          for (const [at, value] of part.entries())
            b[Math.floor(at / javascript.lanes) * wasm.lanes + first + (at % javascript.lanes)] = value;
        }
        expect(differences(a, b)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
