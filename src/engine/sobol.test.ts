import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owenScramble, owenScrambledUniform, scrambleSeedOf, uniformFromFraction } from './sobol-owen.ts';
import { SOBOL_DIMENSIONS, SobolSequence } from './sobol.ts';
import { uniform } from './philox.ts';

/** SciPy 1.10: qmc.Sobol(10, scramble=False).random(10); its first three columns are SALib's table. */
const SCIPY_POINTS = [
  [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
  [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75],
  [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25],
  [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875, 0.875, 0.625],
  [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375, 0.375, 0.125],
  [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125, 0.125, 0.375],
  [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625, 0.625, 0.875],
  [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125, 0.4375, 0.9375, 0.9375, 0.3125],
  [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125, 0.9375, 0.4375, 0.4375, 0.8125],
];

/** SciPy 1.10 at 32 bits: point index, then the integers of dimensions 12, 100, 501, 640, 1,001 and 1,024. */
const SCIPY_FAR_POINTS = [
  [5, 3758096384, 1610612736, 3758096384, 536870912, 1610612736, 1610612736],
  [100, 2919235584, 3791650816, 771751936, 3120562176, 2449473536, 4060086272],
  [777, 2990538752, 2193620992, 3737124864, 432013312, 465567744, 1941962752],
  [1000, 1094713344, 801112064, 3116367872, 884998144, 2428502016, 3066036224],
  [1023, 155189248, 2277507072, 1639972864, 1019215872, 683671552, 4273995776],
];

/** Mean square error, over 20 seeds, of the mean at 256 points of a product over six dimensions whose mean is 1. */
function variance(sample: (index: number, dimension: number, seed: number) => number): number {
  let total = 0;
  for (let seed = 0; seed < 20; seed++) {
    let sum = 0;
    for (let index = 0; index < 256; index++) {
      let product = 1;
      for (let d = 0; d < 6; d++) product *= 1 + (sample(index, d, seed) - 0.5) / (d + 1);
      sum += product;
    }
    total += (sum / 256 - 1) ** 2;
  }
  return total / 20;
}

describe('SobolSequence', () => {
  it("equals SciPy's and SALib's first points", () => {
    const sequence = new SobolSequence(10);
    SCIPY_POINTS.forEach((point, index) => expect([...sequence.point(index)]).toEqual(point));
  });

  it("equals SciPy's points in high dimensions", () => {
    const sequence = new SobolSequence(SOBOL_DIMENSIONS);
    const integers = new Uint32Array(SOBOL_DIMENSIONS);
    for (const [index = 0, ...expected] of SCIPY_FAR_POINTS) {
      sequence.integersInto(index, integers);
      expect([11, 99, 500, 639, 1000, 1023].map((d) => integers[d])).toEqual(expected);
    }
    let checksum = 0;
    for (let index = 0; index < 64; index++) {
      sequence.integersInto(index, integers);
      integers.forEach((value, d) => (checksum += (value % 65521) * (d + 1)));
    }
    expect(checksum).toBe(1086860275200);
  });

  it('gives the same points singly, whole and step by step', () => {
    const sequence = new SobolSequence(40);
    const walked = new Uint32Array(40);
    const whole = new Uint32Array(40);
    for (let index = 1; index < 300; index++) {
      sequence.advance(index, walked);
      sequence.integersInto(index, whole);
      expect(walked).toEqual(whole);
      expect(sequence.integer(index, 17)).toBe(whole[17]);
    }
    sequence.integersInto(2 ** 31 - 1, walked);
    sequence.advance(2 ** 31, walked);
    sequence.integersInto(2 ** 31, whole);
    expect(walked).toEqual(whole);
  });

  it('refuses dimensions it has no numbers for', () => {
    expect(() => new SobolSequence(SOBOL_DIMENSIONS + 1)).toThrow(RangeError);
    expect(new SobolSequence(0).point(3)).toHaveLength(0);
  });
});

describe('owenScramble', () => {
  const word = integer({ min: 0, max: 0xffffffff });

  it('keeps the length of the common leading digits, which makes it a nested permutation', () => {
    assert(
      property(word, word, word, (a, b, seed) => {
        const before = Math.clz32(a ^ b);
        expect(Math.clz32(owenScramble(a, seed) ^ owenScramble(b, seed))).toBe(before);
      }),
    );
  });

  it('puts one of 2^m points into every interval of width 2^-m of every dimension', () => {
    assert(
      property(integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 1023 }), (seed, dimension) => {
        const cells = new Set<number>();
        for (let index = 0; index < 64; index++) {
          cells.add(Math.floor(owenScrambledUniform(index, dimension, seed) * 64));
        }
        expect(cells.size).toBe(64);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps every elementary interval of the first two dimensions', () => {
    assert(
      property(integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 7 }), (seed, block) => {
        const m = 6;
        for (let split = 0; split <= m; split++) {
          const cells = new Set<number>();
          for (let i = 0; i < 2 ** m; i++) {
            const index = block * 2 ** m + i;
            const x = Math.floor(owenScrambledUniform(index, 0, seed) * 2 ** split);
            const y = Math.floor(owenScrambledUniform(index, 1, seed) * 2 ** (m - split));
            cells.add(x * 2 ** (m - split) + y);
          }
          expect(cells.size).toBe(2 ** m);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('spreads each point evenly over seeds', () => {
    // Every point alone must be uniform: means over 4,000 seeds within five standard errors.
    for (const fraction of [0, 0xffffffff, 0x12345678, 0x80000000]) {
      let sum = 0;
      let squares = 0;
      for (let seed = 0; seed < 4000; seed++) {
        const value = uniformFromFraction(owenScramble(fraction, scrambleSeedOf(seed, 99))) - 0.5;
        sum += value;
        squares += value * value;
      }
      expect(Math.abs(sum / 4000)).toBeLessThan(5 * Math.sqrt(1 / 12 / 4000));
      expect(Math.abs(squares / 4000 - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 4000));
    }
  });

  it('estimates means with far less variance than independent numbers', () => {
    const plain = variance((index, dimension, seed) => uniform(index, dimension, 0, seed));
    expect(variance(owenScrambledUniform)).toBeLessThan(plain / 100);
  });
});
