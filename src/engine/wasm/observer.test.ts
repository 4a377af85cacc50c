import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, INPUTS, MONTHS, randomModel, TABLES } from '../../../e2e/support/random-graph.ts';
import { periodValue } from '../ensemble/observation.ts';
import type { Observation } from '../ensemble/observation.ts';
import { compileBatch, ModelBuilder } from '../index.ts';
import type { Graph } from '../index.ts';
import { observeMonths } from '../observed-graph.ts';
import type { BatchKernel } from './batch-kernel.ts';
import { openObserver, writeObserver } from './observer.ts';
import { emitWebAssembly, loadWebAssembly, openWebAssembly } from './wasm-backend.ts';

const range = fc
  .tuple(fc.integer({ min: 0, max: MONTHS - 1 }), fc.integer({ min: 0, max: MONTHS - 1 }))
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));

const observation = fc.record({
  scalars: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  factor: fc.constantFrom(1, 0.5, -3),
  above: fc.option(fc.constantFrom(-1, 0, 2), { nil: undefined }),
  overTime: fc.constantFrom('sum' as const, 'mean' as const, 'last' as const),
  periods: fc.array(range, { minLength: 1, maxLength: 5 }),
});

/** What a kernel that hands out every scalar of every month leads to, in doubles; -0 as 0. */
function expected(
  graph: Graph,
  observations: readonly Observation[],
  inputs: Float64Array,
  tables: Float64Array,
): Float64Array {
  const outputs = [...new Set(observations.flatMap(({ scalars }) => scalars))];
  const width = outputs.length;
  const runs = runsOf(compileBatch(graph, outputs, { precision: 'f64' }), inputs, tables);
  const values = observations.flatMap((one) =>
    one.periods.flatMap((period) =>
      runs.map((run) => {
        const columns = one.scalars.map((name) => outputs.indexOf(name));
        return periodValue({ ...one, columns }, period, { out: run, width, lanes: 1, lane: 0 }) + 0;
      }),
    ),
  );
  return Float64Array.from(values);
}

/**
 * The same in single precision, whose rounding depends on what a kernel works out beforehand, in doubles: a kernel that
 * hands out what is observed of every month, gathered here.
 */
function expectedInSingles(
  graph: Graph,
  observations: readonly Observation[],
  inputs: Float64Array,
  tables: Float64Array,
): Float64Array {
  const { graph: observed, program } = observeMonths(graph, observations);
  const width = observations.length;
  const kernel = openWebAssembly(loadWebAssembly(emitWebAssembly(observed, program, { precision: 'f32' })));
  const runs = runsOf(kernel, inputs, tables);
  const values = observations.flatMap(({ overTime, periods }, at) =>
    periods.flatMap(({ first, last }) =>
      runs.map((run) => {
        let total = 0;
        for (let month = overTime === 'last' ? last : first; month <= last; month++)
          total = Math.fround(total + run[month * width + at]!);
        return (overTime === 'mean' ? Math.fround(total / (last - first + 1)) : total) + 0;
      }),
    ),
  );
  return Float64Array.from(values);
}

/** Each draw in all lanes of a kernel: its outputs, `[draw][month × output]`. */
function runsOf(kernel: BatchKernel, inputs: Float64Array, tables: Float64Array): Float64Array[] {
  const { lanes, outputs } = kernel;
  const out = new Float64Array(outputs.length * MONTHS * lanes);
  const count = inputs.length / INPUTS;
  const batch = new Float64Array(INPUTS * lanes);
  return Array.from({ length: count }, (_, draw) => {
    for (const at of batch.keys()) batch[at] = inputs[Math.floor(at / lanes) * count + draw]!;
    kernel.run(batch, tables, MONTHS, out);
    return out.filter((_value, at) => at % lanes === 0);
  });
}
describe('observer', () => {
  it('keeps what reading every month of every scalar leads to, on both backends', () => {
    fc.assert(
      fc.property(randomModel, fc.array(observation, { minLength: 1, maxLength: 6 }), (model, list) => {
        const { graph, outputs, random } = graphOf(model);
        const observations = list.map(({ above, scalars, ...rest }) => ({
          ...rest,
          ...(above === undefined ? {} : { above }),
          scalars: scalars.map((at) => outputs[at % outputs.length]!),
        }));
        const tables = Float64Array.from({ length: TABLES * MONTHS }, random);
        for (const [backend, precision] of [
          ['webassembly', 'f64'],
          ['webassembly', 'f32'],
          ['javascript', 'f64'],
        ] as const) {
          const observer = openObserver(writeObserver(graph, observations, { backend, precision }));
          expect([observer.backend, observer.precision]).toEqual([backend, precision]);
          const inputs = Float64Array.from({ length: INPUTS * observer.lanes }, random);
          const wanted = (precision === 'f64' ? expected : expectedInSingles)(
            graph,
            observations,
            inputs,
            tables,
          );
          expect(observer.slots * observer.lanes).toBe(wanted.length);
          const out = new Float64Array(wanted.length);
          // The second run finds the memory as the first left it.
          for (let run = 0; run < 2; run++) {
            observer.run(inputs, tables, MONTHS, out);
            expect(out.map((value) => value + 0)).toEqual(wanted);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('runs for as many months as it is asked to', () => {
    const m = new ModelBuilder('count');
    const x = m.input({ name: 'x', unit: '1' });
    const s = m.stock({ name: 's', unit: '1', initial: () => x.at() });
    s.next(() => s.at().plus(1));
    const periods = [
      { first: 0, last: 1 },
      { first: 3, last: 4 },
    ];
    const one = { scalars: ['s'], factor: 1, overTime: 'sum' as const, periods };
    for (const backend of ['webassembly', 'javascript'] as const) {
      const observer = openObserver(writeObserver(m.build(), [one], { backend }));
      const inputs = new Float64Array(observer.lanes).fill(10);
      const seen = [5, 2, 4].map((months) => {
        const out = new Float64Array(observer.slots * observer.lanes);
        observer.run(inputs, new Float64Array(0), months, out);
        return [out[0], out[observer.lanes]];
      });
      expect(seen).toEqual([
        [21, 27],
        [21, 0],
        [21, 13],
      ]);
      expect(() => observer.run(inputs, new Float64Array(0), 5, new Float64Array(1))).toThrow(
        'out: expected at least',
      );
    }
  });

  it('refuses a scalar that does not exist', () => {
    const m = new ModelBuilder('small');
    const x = m.input({ name: 'x', unit: '1' });
    m.variable({ name: 'known', unit: '1' }, () => x.at());
    const observations = [{ scalars: ['knwon'], factor: 1, overTime: 'last' as const, periods: [] }];
    expect(() => writeObserver(m.build(), observations)).toThrow('unknown-name');
  });
});
