import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatistics } from './order-statistics.ts';

function sortedRanks(values: Float64Array, ranks: readonly number[]): number[] {
  const sorted = values.slice().sort();
  return ranks.map((rank) => sorted[rank]! + 0);
}

function risingRanks(count: number, shares: readonly number[]): number[] {
  return shares.map((share) => Math.floor(share * (count - 1))).sort((a, b) => a - b);
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 16 });

describe('order statistics', () => {
  it('are those of sorted values, whatever their range, ties and order', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.constantFrom(0, -0, 1, 1e-300, -1e300),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 1500 }), shares, (list, at) => {
        const values = Float64Array.from(list);
        const ranks = risingRanks(values.length, at);
        expect(orderStatistics(values, ranks, new Float64Array(values.length))).toEqual(
          sortedRanks(values, ranks),
        );
      }),
    );
  });

  it('are exact where nearly all values lie in one bin', () => {
    const values = Float64Array.from({ length: 3000 }, (_, i) =>
      i === 0 ? 1e9 : ((i * 7919) % 3000) / 3000,
    );
    const ranks = [0, 1, 150, 151, 1499, 1500, 2998, 2999];
    expect(orderStatistics(values, ranks, new Float64Array(3000))).toEqual(sortedRanks(values, ranks));
  });

  it('are exact where many values are the least or the greatest, and a long tail leaves most others in one bin', () => {
    const inBetween = (i: number): number => Math.exp(((i * 7919) % 3000) / 100);
    const values = Float64Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0 ? 0 : i % 7 === 0 ? 1e14 : inBetween(i),
    );
    const ranks = [0, 500, 999, 1000, 1001, 1500, 1501, 2400, 2714, 2715, 2999];
    expect(orderStatistics(values, ranks, new Float64Array(3000))).toEqual(sortedRanks(values, ranks));
  });

  it('leave the values as they are and know no rank beside a NaN', () => {
    const values = Float64Array.from({ length: 600 }, (_, i) => (i * 31) % 600);
    const copy = values.slice();
    expect(orderStatistics(values, [0, 599], new Float64Array(600))).toEqual([0, 599]);
    expect(values).toEqual(copy);
    for (const place of [0, 300, 599]) {
      const broken = copy.slice();
      broken[place] = NaN;
      expect(orderStatistics(broken, [0], new Float64Array(600))).toBeUndefined();
    }
  });

  it('give infinite values where they stand', () => {
    const values = Float64Array.from({ length: 600 }, (_, i) => (i < 3 ? -Infinity : i > 596 ? Infinity : i));
    expect(orderStatistics(values, [0, 2, 3, 596, 597], new Float64Array(600))).toEqual([
      -Infinity,
      -Infinity,
      3,
      596,
      Infinity,
    ]);
  });
});
