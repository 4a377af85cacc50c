import { describe, expect, it } from 'vitest';
import { exp, log, pow } from './elementary.ts';
import { uniform } from './philox.ts';
import { singleExp, singleLog, singlePow } from './single-elementary.ts';

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

const SMALLEST_NORMAL = 2 ** -126;

/** Distance of a single from its neighbour above, 2^-149 where it is subnormal. */
function ulpOf(value: number): number {
  single[0] = value;
  const exponent = Math.max((bits[0]! >>> 23) & 0xff, 1);
  return 2 ** (exponent - 127 - 23);
}

interface Worst {
  normal: number;
  subnormal: number;
  /** Arguments whose result is not a number, zero or infinite, and not what rounding the double gives. */
  readonly special: number[];
}

function compare(worst: Worst, found: number, exact: number, argument: number): void {
  const rounded = Math.fround(exact);
  if (Number.isFinite(rounded) && exact !== 0) {
    const error = Math.abs(found - exact) / ulpOf(rounded);
    const kind = Math.abs(exact) < SMALLEST_NORMAL ? 'subnormal' : 'normal';
    worst[kind] = Number.isNaN(error) ? Infinity : Math.max(worst[kind], error);
  } else if (!Object.is(found, rounded)) worst.special.push(argument);
}

/** Errors over every `stride`th of all singles, in units of the last place. */
function errorsOf(evaluate: (x: number) => number, exact: (x: number) => number, stride: number): Worst {
  const worst: Worst = { normal: 0, subnormal: 0, special: [] };
  for (let pattern = 0; pattern < 2 ** 32; pattern += stride) {
    bits[0] = pattern;
    const x = single[0]!;
    compare(worst, evaluate(x), exact(x), x);
  }
  return worst;
}

const STRIDE = 1999;

describe('exp of singles', () => {
  it('stays within 1.03 ulp over all singles, 0.75 ulp where the result is subnormal', () => {
    const { normal, subnormal, special } = errorsOf(singleExp, exp, STRIDE);
    expect(normal).toBeLessThanOrEqual(1.03);
    expect(subnormal).toBeLessThanOrEqual(0.75);
    expect(special).toEqual([]);
  });

  it('has defined values at its edges', () => {
    expect(singleExp(0)).toBe(1);
    expect(singleExp(-0)).toBe(1);
    expect(singleExp(Infinity)).toBe(Infinity);
    expect(singleExp(-Infinity)).toBe(0);
    expect(singleExp(Math.fround(88.7228317))).toBeLessThan(Infinity);
    expect(singleExp(Math.fround(88.7228394))).toBe(Infinity);
    expect(singleExp(Math.fround(-103.97207))).toBe(2 ** -149);
    expect(singleExp(Math.fround(-103.9721))).toBe(0);
    expect(singleExp(NaN)).toBeNaN();
  });
});

describe('log of singles', () => {
  it('stays within 0.83 ulp over all singles', () => {
    const { normal, subnormal, special } = errorsOf(singleLog, log, STRIDE);
    expect(normal).toBeLessThanOrEqual(0.83);
    expect(subnormal).toBe(0);
    expect(special).toEqual([]);
  });

  it('has defined values at its edges', () => {
    expect(singleLog(1)).toBe(0);
    expect(singleLog(0)).toBe(-Infinity);
    expect(singleLog(-0)).toBe(-Infinity);
    expect(singleLog(-1)).toBeNaN();
    expect(singleLog(NaN)).toBeNaN();
    expect(singleLog(Infinity)).toBe(Infinity);
    expect(singleLog(2 ** -149)).toBe(Math.fround(-149 * Math.LN2));
  });
});

describe('pow of singles', () => {
  it('stays within 0.51 ulp over the whole range of results', () => {
    const worst: Worst = { normal: 0, subnormal: 0, special: [] };
    let subnormals = 0;
    for (let draw = 0; draw < 200_000; draw++) {
      const random = (variable: number): number => uniform(draw, variable, 0, 20261122);
      const logarithm = 170 * (random(0) - 0.5);
      const x = Math.fround(draw % 2 === 0 ? exp(logarithm) : 4 * random(0));
      // Results from 0 to Infinity, or small exponents.
      const y = Math.fround(draw % 3 === 0 ? 60 * (random(1) - 0.5) : (210 * (random(1) - 0.5)) / log(x));
      const exact = pow(x, y);
      if (exact < SMALLEST_NORMAL && exact > 2 ** -149) subnormals++;
      compare(worst, singlePow(x, y), exact, x);
    }
    expect(worst.normal).toBeLessThanOrEqual(0.51);
    expect(worst.subnormal).toBeLessThanOrEqual(0.51);
    expect(worst.special).toEqual([]);
    expect(subnormals).toBeGreaterThan(1000);
  });

  it('has the special values of pow of doubles', () => {
    const values = [0, -0, 1, -1, 2, -2, 0.5, 3, 2 ** -149, 2 ** 127, Infinity, -Infinity, NaN];
    for (const x of values) for (const y of values) expect(singlePow(x, y)).toBe(Math.fround(pow(x, y)));
  });

  it('is exact for powers of two and for small whole powers', () => {
    for (let k = -149; k < 128; k++) expect(singlePow(2, k)).toBe(2 ** k);
    for (let base = 1; base < 60; base++)
      for (let k = 1; k <= 4; k++) expect(singlePow(base, k)).toBe(base ** k);
  });
});
