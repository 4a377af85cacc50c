import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import reference from './normal.reference.json' with { type: 'json' };

function worstRelativeError(
  rows: readonly (readonly number[])[],
  evaluate: (argument: number) => number,
): number {
  let worst = 0;
  for (const [argument = NaN, expected = NaN] of rows) {
    const error = Math.abs(evaluate(argument) - expected) / (Math.abs(expected) || 1);
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error);
  }
  return worst;
}

describe('normalCdf', () => {
  it('is within 6e-16 of the reference values, relative, down to x = -37', () => {
    expect(worstRelativeError(reference.cdf, normalCdf)).toBeLessThan(6e-16);
  });

  it('has defined values at its edges', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-1e200)).toBe(0);
    expect(normalCdf(NaN)).toBeNaN();
    expect(normalDensity(0)).toBe(0.3989422804014327);
    expect(normalDensity(Infinity)).toBe(0);
    expect(normalDensity(NaN)).toBeNaN();
  });

  it('is symmetric and rises', () => {
    assert(
      property(double({ min: -9, max: 9, noNaN: true }), (x) => {
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(3e-16);
        expect(normalCdf(x + 1e-6)).toBeGreaterThanOrEqual(normalCdf(x));
      }),
    );
  });
});

describe('normalQuantile', () => {
  it('is within 1e-15 of the reference values, relative, from p = 1e-300 to 1 - 2^-53', () => {
    expect(worstRelativeError(reference.quantile, normalQuantile)).toBeLessThan(1e-15);
  });

  it('gives the check values published with AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  });

  it('has defined values at its edges', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-1e-9)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });

  it('undoes the distribution function and rises across the edges of its pieces', () => {
    assert(
      property(double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-13);
      }),
    );
    const edges = [0.075, 0.925, 1.388794386496e-11, 0.5];
    for (const edge of edges) {
      for (let step = -20; step < 20; step++) {
        const p = edge + step * 2 ** -40 * edge;
        expect(normalQuantile(p + 2 ** -40 * edge)).toBeGreaterThan(normalQuantile(p));
      }
    }
  });
});
