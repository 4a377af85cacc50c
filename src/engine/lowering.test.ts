import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp as naturalExp, log as naturalLog, pow as power } from './elementary.ts';
import {
  abs,
  and,
  called,
  clamp,
  constant,
  convert,
  createInterpreter,
  dimensionless,
  equal,
  exp,
  expm1,
  expOfSmall,
  floor,
  greater,
  greaterOrEqual,
  less,
  lessOrEqual,
  log,
  max,
  min,
  ModelBuilder,
  not,
  or,
  pow,
  ratio,
  select,
  sqrt,
  sum,
} from './index.ts';
import type { Expr } from './index.ts';

type Rule = readonly [(a: Expr, b: Expr, c: Expr) => Expr, (a: number, b: number, c: number) => number];

const truth = (value: boolean): number => (value ? 1 : 0);

/** What each operation means, said a second time without the graph. */
const RULES: readonly Rule[] = [
  [(a, b) => a.plus(b), (a, b) => a + b],
  [(a, b) => a.minus(b), (a, b) => a - b],
  [(a, b) => a.times(b), (a, b) => a * b],
  [(a, b) => a.over(b), (a, b) => a / b],
  [(a) => a.negate(), (a) => -a],
  [(a, b, c) => sum([a, b, c]), (a, b, c) => a + b + c],
  [(a, b) => min(a, b), (a, b) => Math.min(a, b)],
  [(a, b) => max(a, b), (a, b) => Math.max(a, b)],
  [(a, b, c) => clamp(a, b, c), (a, b, c) => Math.min(Math.max(a, b), c)],
  [(a, b, c) => ratio(a, b, c), (a, b, c) => (b > 0 ? a / b : c)],
  [(a) => exp(a), (a) => naturalExp(a)],
  [(a) => expOfSmall(a), (a) => ((((1 / 24) * a + 1 / 6) * a + 1 / 2) * a + 1) * a + 1],
  [(a) => log(abs(a)), (a) => naturalLog(Math.abs(a))],
  [(a, b) => pow(abs(a), b), (a, b) => power(Math.abs(a), b)],
  [(a) => sqrt(abs(a)), (a) => Math.sqrt(Math.abs(a))],
  [(a) => floor(a), (a) => Math.floor(a)],
  [(a) => abs(a), (a) => Math.abs(a)],
  [(a, b, c) => select(a, b, c), (a, b, c) => (a === 0 ? c : b)],
  [(a, b) => less(a, b), (a, b) => truth(a < b)],
  [(a, b) => lessOrEqual(a, b), (a, b) => truth(a <= b)],
  [(a, b) => greater(a, b), (a, b) => truth(a > b)],
  [(a, b) => greaterOrEqual(a, b), (a, b) => truth(a >= b)],
  [(a, b) => equal(a, b), (a, b) => truth(a === b)],
  [(a, b) => and(a, b), (a, b) => truth(a !== 0 && b !== 0)],
  [(a, b) => or(a, b), (a, b) => truth(a !== 0 || b !== 0)],
  [(a) => not(a), (a) => truth(a === 0)],
  [(a, b) => called('name', [b], a), (a) => a],
  [(a) => dimensionless(convert(a.times(constant(1, 'GW')), 'kW'), 'kW'), (a) => a * (1e9 / 1e3)],
];

const INPUTS = 4;
const value = fc.oneof(fc.double({ min: -20, max: 20, noNaN: true }), fc.constantFrom(0, 1, -1, 2));
const instruction = fc.record({ rule: fc.nat(RULES.length - 1), a: fc.nat(), b: fc.nat(), c: fc.nat() });

describe('lowering', () => {
  it('keeps the meaning of every expression', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(value, { minLength: INPUTS * 2, maxLength: INPUTS * 2 }),
        fc.array(instruction, { minLength: 1, maxLength: 60 }),
        (numbers, instructions) => {
          const m = new ModelBuilder('meaning');
          const names = Array.from({ length: INPUTS }, (_, i) => `${i}`);
          const input = m.input({ name: 'x', unit: '1', over: [m.dimension('input', names)] });
          const exprs = numbers.map((number, i) => (i < INPUTS ? input.at(`${i}`) : constant(number)));
          const values = [...numbers];
          for (const { rule, a, b, c } of instructions) {
            const [write, mean] = RULES[rule]!;
            const [i, j, k] = [a % values.length, b % values.length, c % values.length];
            const expected = mean(values[i]!, values[j]!, values[k]!);
            // Only finite values have a meaning; huge ones would overflow in what follows.
            if (!(Math.abs(expected) < 1e12)) continue;
            exprs.push(write(exprs[i]!, exprs[j]!, exprs[k]!));
            values.push(expected);
          }
          const all = m.variable(
            { name: 'v', unit: '1', over: [m.dimension('expression', Object.keys(exprs))] },
            (p) => exprs[Number(p.toString())]!,
          );
          const outputs = all.points.map((_, position) => all.scalarName(position));
          const out = new Float64Array(values.length);
          createInterpreter(m.build(), outputs).run(Float64Array.from(numbers), new Float64Array(), 1, out);
          for (const [i, expected] of values.entries()) expect(out[i]! + 0).toBe(expected + 0);
          compared += values.length;
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  it('takes from a power of e what lies beyond one, with all its digits', () => {
    const m = new ModelBuilder('beyond one');
    const x = m.input({ name: 'x', unit: '1' });
    m.variable({ name: 'beyond', unit: '1' }, () => expm1(x.at()));
    const kernel = createInterpreter(m.build(), ['beyond']);
    const out = new Float64Array(1);
    const number = fc.oneof(
      fc.double({ min: -700, max: 700, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(1, 1e-3, 1e-9, 1e-17), (whole, scale) => {
        kernel.run(Float64Array.of(whole * scale), new Float64Array(), 1, out);
        const expected = Math.expm1(whole * scale);
        expect(Math.abs(out[0]! - expected)).toBeLessThanOrEqual(2e-15 * Math.abs(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [0.05, 3e-9],
    [0.1, 1e-7],
    [0.5, 4e-4],
  ])('takes five terms for the power of a small number: up to %f within %f', (most, bound) => {
    const m = new ModelBuilder('small');
    const x = m.input({ name: 'x', unit: '1' });
    m.variable({ name: 'power', unit: '1' }, () => expOfSmall(x.at()));
    const kernel = createInterpreter(m.build(), ['power']);
    const out = new Float64Array(1);
    for (let step = -100; step <= 100; step++) {
      const exponent = (most * step) / 100;
      kernel.run(Float64Array.of(exponent), new Float64Array(), 1, out);
      expect(Math.abs(out[0]! / Math.exp(exponent) - 1)).toBeLessThan(bound);
    }
  });
});
