import { array, assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedSum, quantile, summarise } from './quantiles.ts';

describe('quantile', () => {
  it('is type 7: NumPy and R give the same', () => {
    // numpy.quantile([1, 2, 4, 8, 16], [...]) with its default method.
    const sorted = [1, 2, 4, 8, 16];
    expect(quantile(sorted, 0)).toBe(1);
    expect(quantile(sorted, 0.05)).toBeCloseTo(1.2, 14);
    expect(quantile(sorted, 0.25)).toBe(2);
    expect(quantile(sorted, 0.4)).toBeCloseTo(3.2, 14);
    expect(quantile(sorted, 0.9)).toBeCloseTo(12.8, 14);
    expect(quantile(sorted, 1)).toBe(16);
  });

  it('copes with one value, no value and infinite values', () => {
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([1, 2], 1.5)).toBeNaN();
    expect(quantile([1, 2], NaN)).toBeNaN();
    expect(quantile([0, Infinity, Infinity], 0.75)).toBe(Infinity);
  });
});

describe('compensatedSum', () => {
  it('keeps what plain addition loses', () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(compensatedSum([1, Infinity])).toBe(Infinity);
    expect(compensatedSum([])).toBe(0);
  });
});

describe('summarise', () => {
  it('sorts a copy', () => {
    const values = Float64Array.from({ length: 101 }, (_, index) => (index * 37) % 101);
    const before = values.slice();
    const expected = {
      mean: 50,
      p025: 2.5,
      p05: 5,
      p10: 10,
      p25: 25,
      p50: 50,
      p75: 75,
      p90: 90,
      p95: 95,
      p975: 97.5,
    };
    expect(summarise(values)).toEqual(expected);
    expect(summarise(values, new Float64Array(200))).toEqual(expected);
    expect(values).toEqual(before);
  });

  it('says NaN rather than something wrong', () => {
    expect(summarise(new Float64Array([1, NaN, 3])).p05).toBeNaN();
    expect(summarise(new Float64Array([1, NaN, 3])).mean).toBeNaN();
    expect(summarise(new Float64Array()).p50).toBeNaN();
  });

  it('is ordered, within the values and blind to their order', () => {
    assert(
      property(
        array(double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 }),
        (list) => {
          const summary = summarise(Float64Array.from(list));
          const { mean, ...places } = summary;
          const { p025, p05, p10, p25, p50, p75, p90, p95, p975 } = places;
          const quantiles = [p025, p05, p10, p25, p50, p75, p90, p95, p975];
          const rising = [Math.min(...list), ...quantiles, Math.max(...list)];
          for (let i = 1; i < rising.length; i++)
            expect(rising[i]).toBeGreaterThanOrEqual(rising[i - 1] ?? NaN);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...list) - 1e-6);
          expect(mean).toBeLessThanOrEqual(Math.max(...list) + 1e-6);
          const { mean: other, ...otherPlaces } = summarise(Float64Array.from(list.toReversed()));
          expect(otherPlaces).toEqual(places);
          // A compensated sum is off by a rounding of itself and some 2⁻¹⁰⁰ of what it adds up, which orders may share out otherwise.
          const size = list.reduce((sum, value) => sum + Math.abs(value), 0);
          expect(Math.abs(other - mean)).toBeLessThanOrEqual(2 ** -51 * Math.abs(mean) + 2 ** -96 * size);
        },
      ),
    );
  });
});
