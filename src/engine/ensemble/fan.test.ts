import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../normal.ts';
import { summarise } from '../quantiles.ts';
import type { Summary } from '../quantiles.ts';
import { DrawHistogram } from './draw-histogram.ts';
import { EXACT_DRAWS, Fan } from './fan.ts';

/** Numbers spread as a lognormal's, in an order that is not rising. */
function lognormal(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const place = (index * 7919) % count;
    return Math.exp(normalQuantile((place + 0.5) / count));
  });
}

function fanOf(values: Float64Array, part: number): Fan {
  const fan = new Fan(values.length);
  for (let first = 0; first < values.length; first += part) fan.add(values.subarray(first, first + part));
  return fan;
}

const QUANTILES = ['p025', 'p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p975'] as const;

/** The largest difference of a quantile. */
function apart(a: Summary, b: Summary): number {
  return Math.max(...QUANTILES.map((name) => Math.abs(a[name] - b[name])));
}

describe('a fan of few draws', () => {
  it('has the bits of all of them sorted, however they were cut', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 50 }), (list, part) => {
        const values = Float64Array.from(list);
        expect(fanOf(values, part).summary()).toEqual(summarise(values));
      }),
    );
    const all = lognormal(EXACT_DRAWS);
    expect(fanOf(all, 100).summary()).toEqual(summarise(all));
  });

  it('says NaN of none and of one that is unknown', () => {
    expect(new Fan().summary().p50).toBeNaN();
    expect(fanOf(Float64Array.of(1, Number.NaN), 1).summary().mean).toBeNaN();
  });

  it('takes more than it was told of', () => {
    const fan = new Fan(2);
    fan.add(Float64Array.of(3, 1));
    fan.add(Float64Array.of(2));
    expect(fan.summary().p50).toBe(2);
  });
});

describe('a fan of many draws', () => {
  const values = lognormal(50_000);
  const exact = summarise(values);

  it('is within the resolution that it states', () => {
    const first = values.slice(0, EXACT_DRAWS).sort();
    const { resolution } = new DrawHistogram(first);
    expect(resolution).toBeLessThan((first.at(-1)! - first[0]!) / 4096);
    const summary = fanOf(values, 256).summary();
    expect(apart(summary, exact)).toBeLessThan(resolution);
    // A bin holds many draws here, so interpolation does much better than the bound.
    expect(apart(summary, exact) / exact.p95).toBeLessThan(1e-4);
    expect(Math.abs(summary.mean / exact.mean - 1)).toBeLessThan(1e-14);
  });

  it('is the same however the draws were cut', () => {
    const whole = fanOf(values, values.length).summary();
    for (const part of [1000, 4095, 4097]) expect(fanOf(values, part).summary()).toEqual(whole);
  });

  it('hardly depends on the order of the draws, though the first set the bins', () => {
    const summary = fanOf(values.toReversed(), 256).summary();
    expect(apart(summary, exact) / exact.p95).toBeLessThan(3e-4);
  });

  it('keeps probability that sits at the ends where it is', () => {
    const capped = values.map((value) => Math.min(Math.max(value, 0.5), 2));
    const { p05, p10, p25, p50, p75, p90, p95 } = fanOf(capped, 256).summary();
    expect([p05, p10, p75 < 2, p90, p95]).toEqual([0.5, 0.5, true, 2, 2]);
    const quantiles = summarise(capped);
    for (const [found, sought] of [
      [p25, quantiles.p25],
      [p50, quantiles.p50],
      [p75, quantiles.p75],
    ])
      expect(Math.abs(found! - sought!)).toBeLessThan(1.5 / 4096);
  });

  it('copes with one value alone, with later values beyond the first, and with an unknown one', () => {
    expect(fanOf(new Float64Array(9000).fill(3), 512).summary()).toMatchObject({ mean: 3, p05: 3, p95: 3 });
    const rising = Float64Array.from({ length: 20_000 }, (_, index) => index);
    const { p05, p50, p95 } = fanOf(rising, 512).summary();
    // Draws of one model are not sorted; if they were, ranks would still be right and only places coarse.
    expect([p05 < 4096, p50 > 4087, p95 > p50, p95 <= 19_999]).toEqual([true, true, true, true]);
    const unknown = lognormal(9000);
    unknown[8000] = Number.NaN;
    expect(fanOf(unknown, 512).summary().p50).toBeNaN();
  });
});
