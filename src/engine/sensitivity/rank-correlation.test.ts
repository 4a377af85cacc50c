import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageRanks, rankCorrelation } from './rank-correlation.ts';

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const spearman = (a: Float64Array, b: Float64Array): number =>
  rankCorrelation(averageRanks(a), averageRanks(b));

describe('rank correlation', () => {
  it('gives equal values the mean of their places', () => {
    // scipy.stats.rankdata([0, 2, 3, 2]).
    expect([...averageRanks(column(0, 2, 3, 2))]).toEqual([1, 2.5, 4, 2.5]);
    expect([...averageRanks(column(5, 5, 5))]).toEqual([2, 2, 2]);
  });

  it('is that of scipy.stats.spearmanr, with ties', () => {
    // The example of scipy's documentation; ranks of the second column are 2.5, 4, 2.5, 1... as its ties ask.
    expect(spearman(column(1, 2, 3, 4, 5), column(5, 6, 7, 8, 7))).toBeCloseTo(0.8207826816681233, 14);
    // The ten IQs and hours of television of Wikipedia's article: -29/165.
    const iq = column(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = column(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 14);
  });

  it('is 1 along any rising function, -1 along a falling one, and 0 where nothing varies', () => {
    const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(values, (list) => {
        const a = Float64Array.from(list);
        expect(
          spearman(
            a,
            a.map((x) => x ** 3),
          ),
        ).toBeCloseTo(1, 12);
        expect(
          spearman(
            a,
            a.map((x) => -Math.exp(x / 100)),
          ),
        ).toBeCloseTo(-1, 12);
        expect(spearman(a, new Float64Array(a.length))).toBe(0);
      }),
    );
  });

  it('does not change when draws change places, ties or none', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (list, keys) => {
        const order = list.map((pair) => ({ pair, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const of = (pairsOf: readonly (readonly [number, number])[]): number =>
          spearman(column(...pairsOf.map(([a]) => a)), column(...pairsOf.map(([, b]) => b)));
        expect(of(order.map(({ pair }) => pair))).toBeCloseTo(of(list), 12);
      }),
    );
  });
});
