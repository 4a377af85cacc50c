import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortDoubles } from './sort-doubles.ts';

/** Tells -0 from 0. */
function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

describe('sortDoubles', () => {
  const any = fc.double();
  /** Many of one upper half, on either side of zero. */
  const close = fc.integer({ min: -1000, max: 1000 }).map((step) => Math.sign(step) + step * Number.EPSILON);
  const coarse = fc.integer({ min: -3, max: 3 }).map((step) => (step === 0 ? -0 : step / 2));

  it.each([
    ['any', any],
    ['close', close],
    ['repeated', coarse],
    ['mixed', fc.oneof(any, close, coarse)],
  ] as const)('gives the order of the general sort: %s numbers, few and many', (_, number) => {
    for (const [minLength, maxLength] of [
      [0, 40],
      [512, 900],
    ])
      fc.assert(
        fc.property(fc.array(number, { minLength: minLength!, maxLength: maxLength! }), (list) => {
          expect(same(sortDoubles(Float64Array.from(list)), Float64Array.from(list).sort())).toBe(true);
        }),
        { numRuns: 40 },
      );
  });

  it('puts a NaN last, whatever its sign', () => {
    for (const sign of [0, 0x80000000]) {
      const values = Float64Array.from({ length: 700 }, (_, index) => (index * 37) % 700);
      new Uint32Array(values.buffer)[2 * 350 + 1] = (0x7ff80000 | sign) >>> 0;
      const sorted = sortDoubles(values);
      expect(sorted[699]).toBeNaN();
      for (let index = 1; index < 699; index++) expect(sorted[index]).toBeGreaterThan(sorted[index - 1]!);
    }
  });

  it('sorts part of an array and leaves the rest', () => {
    const values = Float64Array.from({ length: 1200 }, (_, index) => -index);
    sortDoubles(values.subarray(100, 1100));
    expect([values[99], values[100], values[1099], values[1100]]).toEqual([-99, -1099, -100, -1100]);
  });
});
