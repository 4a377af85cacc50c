import { assert, integer, maxSafeInteger, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashName, philox4x32, uniform, uniformFromWords } from './philox.ts';

describe('philox4x32', () => {
  it("gives Random123's known answers (tests/kat_vectors, philox4x32 10)", () => {
    expect(philox4x32([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect(philox4x32([ones, ones, ones, ones], [ones, ones])).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
    expect(philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
    ]);
  });

  it('multiplies words as 64-bit integers do', () => {
    const word = integer({ min: 0, max: 0xffffffff });
    assert(
      property(word, word, (a, b) => {
        // One round of reference arithmetic over BigInt, ten times.
        let counter = [BigInt(a), BigInt(b), BigInt(a ^ b) & 0xffffffffn, 7n];
        let key = [BigInt(b), 3n];
        for (let round = 0; round < 10; round++) {
          const [c0 = 0n, c1 = 0n, c2 = 0n, c3 = 0n] = counter;
          const [k0 = 0n, k1 = 0n] = key;
          const p0 = c0 * 0xd2511f53n;
          const p1 = c2 * 0xcd9e8d57n;
          counter = [(p1 >> 32n) ^ c1 ^ k0, p1 & 0xffffffffn, (p0 >> 32n) ^ c3 ^ k1, p0 & 0xffffffffn];
          key = [(k0 + 0x9e3779b9n) & 0xffffffffn, (k1 + 0xbb67ae85n) & 0xffffffffn];
        }
        expect(philox4x32([a, b, a ^ b, 7], [b, 3]).map((value) => BigInt(value))).toEqual(counter);
      }),
    );
  });
});

describe('uniform', () => {
  it('stays inside the open interval', () => {
    expect(uniformFromWords(0, 0)).toBe(2 ** -53);
    expect(uniformFromWords(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
    assert(
      property(maxSafeInteger(), integer({ min: 0, max: 0xffffffff }), (draw, variable) => {
        const value = uniform(Math.abs(draw), variable, 3, 42);
        expect(value > 0 && value < 1).toBe(true);
      }),
    );
  });

  it('has the mean, variance and serial correlation of a uniform number', () => {
    const count = 20_000;
    let sum = 0;
    let squares = 0;
    let products = 0;
    for (let draw = 0; draw < count; draw++) {
      const centred = uniform(draw, 1, 0, 7) - 0.5;
      sum += centred;
      squares += centred * centred;
      products += centred * (uniform(draw, 2, 0, 7) - 0.5);
    }
    // Five standard errors each.
    expect(Math.abs(sum / count)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
    expect(Math.abs(squares / count - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / count));
    expect(Math.abs(products / count)).toBeLessThan((5 / 12) * Math.sqrt(1 / count));
  });

  it('differs in every coordinate, above 2^32 too', () => {
    const values = [
      uniform(1, 1, 1, 1),
      uniform(2, 1, 1, 1),
      uniform(1, 2, 1, 1),
      uniform(1, 1, 2, 1),
      uniform(1, 1, 1, 2),
      uniform(1 + 2 ** 32, 1, 1, 1),
      uniform(1, 1, 1, 1 + 2 ** 32),
    ];
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('hashName', () => {
  it('separates names and seeds', () => {
    assert(
      property(string({ maxLength: 40 }), string({ maxLength: 40 }), (a, b) => {
        const same = hashName(a, 5).join() === hashName(b, 5).join();
        expect(same).toBe(a === b);
        expect(hashName(a, 5).join()).not.toBe(hashName(a, 6).join());
        expect(hashName(`${a}\u0000`, 5).join()).not.toBe(hashName(a, 5).join());
      }),
    );
  });
});
