import { assert, constant, double, integer, oneof, property } from 'fast-check';
import { expect, it } from 'vitest';
import { createInterpreter, ModelBuilder } from '../engine/index.ts';
import type { Precision } from '../engine/index.ts';
import { each } from './each.ts';
import { declareGrowth } from './growth.ts';

const MONTHS = 72;
const ELAPSED = Float64Array.from({ length: MONTHS }, (_, month) => month + 0.5);

function kernelOf(precision: Precision): (rate: number, start: number) => Float64Array {
  const m = new ModelBuilder('growth');
  const elapsed = m.table({ name: 'elapsed', unit: 'month' });
  const rate = m.input({ name: 'rate', unit: '1/month' });
  const start = m.input({ name: 'start', unit: 'month' });
  const calendar = { elapsed: () => elapsed.at() };
  const late = declareGrowth(m, calendar, {
    name: 'late growth',
    description: '',
    rate: () => rate.at(),
    start: () => start.at(),
  });
  const early = declareGrowth(m, calendar, { name: 'growth', description: '', rate: () => rate.at() });
  m.variable(
    { name: 'late', unit: '1' },
    each(() => late()),
  );
  m.variable(
    { name: 'early', unit: '1' },
    each(() => early()),
  );
  const kernel = createInterpreter(m.build(), ['late', 'early'], precision);
  return (growth, month) => {
    const out = new Float64Array(2 * MONTHS);
    kernel.run(Float64Array.of(growth, month), ELAPSED, MONTHS, out);
    return out;
  };
}

/** Before the run, in it, after it; between months, on their ends and on their middles. */
const starts = oneof(
  double({ min: -60, max: 120, noNaN: true }),
  integer({ min: -60, max: 120 }),
  integer({ min: -60, max: 120 }).map((month) => month + 0.5),
  integer({ min: 0, max: MONTHS }).map((month) => (month + 0.5) * (1 + 2 ** -52)),
  constant(1e6),
);

it.each([
  ['f64', 1e-12],
  ['f32', 1e-5],
] as const)('is exp(rate · max(elapsed − start, 0)) in %s, to %f of itself', (precision, tolerance) => {
  const run = kernelOf(precision);
  assert(
    property(double({ min: -0.2, max: 0.2, noNaN: true }), starts, (rate, start) => {
      const values = run(rate, start);
      for (const [month, elapsed] of ELAPSED.entries()) {
        const late = Math.exp(rate * Math.max(elapsed - start, 0));
        const early = Math.exp(rate * elapsed);
        expect(Math.abs(values[2 * month]! / late - 1)).toBeLessThan(tolerance);
        expect(Math.abs(values[2 * month + 1]! / early - 1)).toBeLessThan(tolerance);
      }
    }),
    { numRuns: 400 },
  );
});

it('is exactly one until it starts, and where nothing grows', () => {
  const run = kernelOf('f64');
  const late = (rate: number, start: number): number[] =>
    [...run(rate, start)].filter((_, position) => position % 2 === 0);
  expect(late(0.1, 10).slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 1));
  expect(late(0.1, 10)[10]).toBeCloseTo(Math.exp(0.05), 14);
  expect(late(0.1, 10.5).slice(0, 12)).toEqual([...Array.from({ length: 11 }, () => 1), Math.exp(0.1)]);
  expect(late(0.1, 1e6)).toEqual(Array.from({ length: MONTHS }, () => 1));
  expect(late(0, -3.7)).toEqual(Array.from({ length: MONTHS }, () => 1));
});
