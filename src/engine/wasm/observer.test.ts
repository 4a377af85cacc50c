import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, INPUTS, MONTHS, randomModel, TABLES } from '../../../e2e/support/random-graph.ts';
import { periodValue } from '../ensemble/observation.ts';
import type { Observation } from '../ensemble/observation.ts';
import { compileBatch, ModelBuilder } from '../index.ts';
import type { Graph, Precision } from '../index.ts';
import { openObserver, writeObserver } from './observer.ts';

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

const { fround } = Math;

/** `periodValue` in single precision: the same operations in the same order, each rounded. */
const singlePeriodValue: typeof periodValue = (reading, period, from) =>
  roundedPeriodValue(reading, period, from, fround);

/**
 * As a kernel in single precision has what it knows beforehand: constants, and what is made of them alone, are worked out
 * in doubles and rounded at the end.
 */
const foldedPeriodValue: typeof periodValue = (reading, period, from) =>
  roundedPeriodValue(reading, period, from, (value) => value);

function roundedPeriodValue(
  { columns, factor, above, overTime }: Parameters<typeof periodValue>[0],
  period: Parameters<typeof periodValue>[1],
  from: Parameters<typeof periodValue>[2],
  round: (value: number) => number,
): number {
  const { first, last } = period;
  let total = 0;
  for (let month = overTime === 'last' ? last : first; month <= last; month++) {
    const values = columns.map((column) => from.out[(month * from.width + column) * from.lanes + from.lane]!);
    const value = round(values.reduce((sum, term) => round(sum + term), 0) * factor);
    total = fround(total + (above === undefined ? fround(value) : Number(value > above)));
  }
  return overTime === 'mean' ? fround(total / (last - first + 1)) : total;
}

/** What a kernel that hands out every scalar of every month leads to, -0 as 0. */
function expected(
  graph: Graph,
  observations: readonly Observation[],
  inputs: Float64Array,
  tables: Float64Array,
  precision: Precision,
  valueOf: typeof periodValue,
): Float64Array {
  const outputs = [...new Set(observations.flatMap(({ scalars }) => scalars))];
  const kernel = compileBatch(graph, outputs, { precision });
  const width = outputs.length;
  const out = new Float64Array(width * MONTHS * kernel.lanes);
  const count = inputs.length / INPUTS;
  const batch = new Float64Array(INPUTS * kernel.lanes);
  /** Each draw in all lanes of the kernel. */
  const runs = Array.from({ length: count }, (_, draw) => {
    for (const at of batch.keys()) batch[at] = inputs[Math.floor(at / kernel.lanes) * count + draw]!;
    kernel.run(batch, tables, MONTHS, out);
    return out.filter((_value, at) => at % kernel.lanes === 0);
  });
  const values = observations.flatMap((one) =>
    one.periods.flatMap((period) =>
      runs.map((run) => {
        const columns = one.scalars.map((name) => outputs.indexOf(name));
        return valueOf({ ...one, columns }, period, { out: run, width, lanes: 1, lane: 0 }) + 0;
      }),
    ),
  );
  return Float64Array.from(values);
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
          const wantedBy = (by: Precision, valueOf: typeof periodValue): Float64Array =>
            expected(graph, observations, inputs, tables, by, valueOf);
          const wanted =
            precision === 'f64' ? wantedBy('f64', periodValue) : wantedBy('f32', singlePeriodValue);
          const folded = precision === 'f64' ? wanted : wantedBy('f64', foldedPeriodValue);
          expect(observer.slots * observer.lanes).toBe(wanted.length);
          const out = new Float64Array(wanted.length);
          // The second run finds the memory as the first left it.
          for (let run = 0; run < 2; run++) {
            observer.run(inputs, tables, MONTHS, out);
            const found = out.map((value) => value + 0);
            expect(found.map((value, at) => (Object.is(value, folded[at]) ? wanted[at]! : value))).toEqual(
              wanted,
            );
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
