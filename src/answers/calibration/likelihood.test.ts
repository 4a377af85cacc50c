import { describe, expect, it } from 'vitest';
import { temper } from '../../engine/index.ts';
import type { KnownQuantity } from './known-quantity.ts';
import { countsOf, logLikelihoods, misfit } from './likelihood.ts';

const errors = { model: 0.15, correlation: 0.5, tail: 4 };

function known(first: number, more: Partial<KnownQuantity> = {}): KnownQuantity {
  const period = { start: '', end: '', first, last: first + 2 };
  return {
    subject: 'sales',
    whose: 'NVIDIA',
    series: 'shipments',
    member: 'NVIDIA',
    unit: 'unit',
    period,
    value: 100,
    sigma: 0.2,
    rows: [],
    request: { scalars: [], factor: 1, overTime: 'sum', periods: [period] },
    ...more,
  };
}

describe('a misfit', () => {
  it('is the logarithm of model over known in standard deviations of both errors', () => {
    // √(0.2² + 0.15²) = 0.25
    expect(misfit(known(0), 100 * Math.exp(0.5), errors)).toBeCloseTo(2, 12);
    expect(misfit(known(0), 100, errors)).toBe(0);
    expect(Number.isFinite(misfit(known(0), 0, errors))).toBe(true);
  });
});

describe('what quantities count', () => {
  it('is once for each quarter of a subject, whatever the number of figures', () => {
    expect(countsOf([known(0)], errors)).toEqual([1]);
    expect(countsOf([known(0), known(0, { series: 'revenue' }), known(1)], errors)).toEqual([
      1 / 3,
      1 / 3,
      1 / 3,
    ]);
  });

  it('is n over 1 + (n − 1)ρ for n quarters of a subject, and apart for others', () => {
    const quarters = [known(0), known(3), known(6), known(9)];
    const total = countsOf(quarters, errors).reduce((sum, count) => sum + count, 0);
    expect(total).toBeCloseTo(4 / 2.5, 12);
    expect(countsOf(quarters, { ...errors, correlation: 0 })).toEqual([1, 1, 1, 1]);
    expect(countsOf([...quarters, known(0, { whose: 'AMD' })], errors).at(-1)).toBe(1);
  });
});

describe('likelihoods', () => {
  const draws = Float64Array.of(60, 80, 100, 120, 160);
  const weights = (quantity: KnownQuantity, values = draws): Float64Array =>
    temper(logLikelihoods([quantity], [values], values.length, errors), 1).weights;

  it('are those of Student’s t', () => {
    const z = misfit(known(0), 160, errors);
    const [, , best, , worst] = logLikelihoods([known(0)], [draws], 5, errors);
    // The density of t with 4 degrees of freedom is proportional to (1 + z²/4)^(−5/2).
    expect(best! - worst!).toBeCloseTo(2.5 * Math.log(1 + (z * z) / 4), 12);
  });

  it('learn less from a larger error, and nothing from a boundless one', () => {
    const best = [0.05, 0.1, 0.2, 0.4, 0.8].map((sigma) => weights(known(0, { sigma }))[2]!);
    expect(best.toSorted((a, b) => b - a)).toEqual(best);
    for (const weight of weights(known(0, { sigma: 1e9 }))) expect(weight).toBeCloseTo(0.2, 9);
  });

  it('do not collapse under a figure that is tenfold wrong', () => {
    const wrong = weights(known(0, { value: 1000 }));
    expect(Math.max(...wrong) / Math.min(...wrong)).toBeLessThan(10);
  });
});
