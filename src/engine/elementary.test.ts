import { describe, expect, it } from 'vitest';
import { assert, double, property } from 'fast-check';
import reference from './elementary.reference.json' with { type: 'json' };
import { exp, log, pow } from './elementary.ts';

/** Distance of a double from its neighbour above, at least the smallest subnormal. */
function ulpOf(value: number): number {
  const words = new BigUint64Array(new Float64Array([Math.abs(value)]).buffer);
  const next = new Float64Array(new BigUint64Array([(words[0] ?? 0n) + 1n]).buffer)[0] ?? NaN;
  return next === Infinity ? 2 ** 971 : next - Math.abs(value);
}

/** Largest error in units of the last place; Infinity when any result is not a number. */
function worstOf(rows: readonly (readonly number[])[], evaluate: (...args: number[]) => number): number {
  let worst = 0;
  for (const row of rows) {
    const [nearest, remainder] = row.slice(-2);
    const whole = (evaluate(...row.slice(0, -2)) - (nearest ?? NaN)) / ulpOf(nearest ?? NaN);
    const error = Math.abs(whole - (remainder ?? NaN));
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  return worst;
}

describe('exp', () => {
  it('stays within 0.75 ulp of the reference values', () => {
    expect(worstOf(reference.exp, exp)).toBeLessThanOrEqual(0.75);
  });

  it('has defined values at its edges', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(1)).toBe(Math.E);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(1e300)).toBe(Infinity);
    expect(exp(-1e300)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });

  it('is monotone over steps of a few ulp', () => {
    assert(
      property(double({ min: -745, max: 709, noNaN: true }), (x) => {
        expect(exp(x + 4 * ulpOf(x))).toBeGreaterThanOrEqual(exp(x));
      }),
    );
  });
});

describe('log', () => {
  it('stays within 0.81 ulp of the reference values', () => {
    expect(worstOf(reference.log, log)).toBeLessThanOrEqual(0.81);
  });

  it('has defined values at its edges', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
  });

  it('undoes exp', () => {
    assert(
      property(double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(3e-16 * Math.max(1, 2 * Math.abs(x)));
      }),
    );
  });
});

describe('pow', () => {
  it('stays within 0.75 ulp of the reference values', () => {
    expect(worstOf(reference.pow, pow)).toBeLessThanOrEqual(0.75);
  });

  it('is exact for powers of two and for small whole powers', () => {
    for (let k = -1074; k < 1024; k++) expect(pow(2, k)).toBe(2 ** k);
    for (let base = 1; base < 300; base++) {
      for (let k = 1; k <= 6; k++) expect(pow(base, k)).toBe(base ** k);
    }
    expect(pow(10, 22)).toBe(1e22);
  });

  it('has defined values at its edges', () => {
    expect(pow(NaN, 0)).toBe(1);
    expect(pow(-2, 0)).toBe(1);
    expect(pow(-2, 2)).toBeNaN();
    expect(pow(-Infinity, 3)).toBeNaN();
    expect(pow(0, 2)).toBe(0);
    expect(pow(-0, 3)).toBe(0);
    expect(pow(0, -1)).toBe(Infinity);
    expect(pow(0, NaN)).toBeNaN();
    expect(pow(1, Infinity)).toBe(1);
    expect(pow(1, NaN)).toBeNaN();
    expect(pow(0.5, Infinity)).toBe(0);
    expect(pow(0.5, -Infinity)).toBe(Infinity);
    expect(pow(1.0000000000000002, 1e300)).toBe(Infinity);
    expect(pow(1.0000000000000002, -1e300)).toBe(0);
    expect(pow(Infinity, 2)).toBe(Infinity);
    expect(pow(Infinity, -2)).toBe(0);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1076)).toBe(0);
    expect(pow(5e-324, 1)).toBe(5e-324);
    expect(pow(Number.MAX_VALUE, 1)).toBe(Number.MAX_VALUE);
  });
});
