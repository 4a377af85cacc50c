import { assert, constantFrom, double, oneof, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from './distribution.ts';
import { validateDistribution } from './distribution-validation.ts';
import { meanOf } from './moments.ts';
import { quantileFunction, quantileOf, supportOf } from './quantile-function.ts';

const EXAMPLES: readonly Distribution[] = [
  { kind: 'point', value: 4 },
  { kind: 'uniform', low: -1, high: 3 },
  { kind: 'triangular', low: 1, mode: 2, high: 5 },
  { kind: 'triangular', low: 1, mode: 1, high: 5 },
  { kind: 'triangular', low: 1, mode: 5, high: 5 },
  { kind: 'normal', mean: 10, sd: 3 },
  { kind: 'lognormal', median: 100, sigma: 0.3 },
  { kind: 'truncated-normal', mean: 1, sd: 2, low: 0, high: 3 },
  { kind: 'truncated-normal', mean: 0, sd: 1, low: 2, high: Infinity },
  { kind: 'truncated-normal', mean: 0, sd: 1, low: -Infinity, high: -2 },
  { kind: 'split-lognormal', median: 10, sigmaLow: 0.2, sigmaHigh: 0.5 },
  { kind: 'piecewise', probabilities: [0, 0.1, 0.5, 0.9, 1], quantiles: [1, 2, 2, 4, 10] },
  { kind: 'discrete', values: [1, 2, 7], weights: [1, 2, 1] },
];

describe('quantileOf', () => {
  it('agrees with closed forms', () => {
    expect(quantileOf({ kind: 'uniform', low: -1, high: 3 }, 0.25)).toBe(0);
    const triangular: Distribution = { kind: 'triangular', low: 1, mode: 2, high: 5 };
    expect(quantileOf(triangular, 0.25)).toBeCloseTo(2, 14);
    expect(quantileOf(triangular, 0.0625)).toBeCloseTo(1.5, 14);
    expect(quantileOf(triangular, 11 / 12)).toBeCloseTo(4, 14);
    expect(quantileOf({ kind: 'normal', mean: 10, sd: 3 }, 0.975)).toBeCloseTo(
      10 + 3 * 1.959963984540054,
      13,
    );
    const split: Distribution = { kind: 'split-lognormal', median: 10, sigmaLow: 0.2, sigmaHigh: 0.5 };
    expect(quantileOf(split, 0.5)).toBe(10);
    expect(quantileOf(split, 0.05)).toBe(quantileOf({ kind: 'lognormal', median: 10, sigma: 0.2 }, 0.05));
    expect(quantileOf(split, 0.95)).toBe(quantileOf({ kind: 'lognormal', median: 10, sigma: 0.5 }, 0.95));
  });

  it('agrees with values computed with mpmath at 120 bits or more', () => {
    expect(quantileOf({ kind: 'lognormal', median: 100, sigma: 0.3 }, 0.95)).toBeCloseTo(
      163.79674084724195,
      11,
    );
    const middle: Distribution = { kind: 'truncated-normal', mean: 1, sd: 2, low: 0, high: 3 };
    expect(quantileOf(middle, 0.5)).toBeCloseTo(1.3779364644115502, 14);
    expect(quantileOf(middle, 0.9)).toBeCloseTo(2.5994437730807003, 14);
    const far: Distribution = { kind: 'truncated-normal', mean: 0, sd: 1, low: 8, high: Infinity };
    expect(quantileOf(far, 0.5)).toBeCloseTo(8.084911007391543, 13);
    const left: Distribution = { kind: 'truncated-normal', mean: 0, sd: 1, low: -9, high: -8 };
    expect(quantileOf(left, 0.25)).toBeCloseTo(-8.168898708564893, 13);
  });

  it('interpolates stated quantiles and steps through discrete values', () => {
    const piecewise: Distribution = {
      kind: 'piecewise',
      probabilities: [0, 0.1, 0.5, 0.9, 1],
      quantiles: [1, 2, 2, 4, 10],
    };
    const pairs: [number, number][] = [
      [0, 1],
      [0.05, 1.5],
      [0.1, 2],
      [0.3, 2],
      [0.5, 2],
      [0.7, 3],
      [0.9, 4],
      [0.95, 7],
      [1, 10],
    ];
    for (const [u, value] of pairs) expect(quantileOf(piecewise, u)).toBeCloseTo(value, 12);
    const discrete: Distribution = { kind: 'discrete', values: [1, 2, 5, 7, 9], weights: [0, 1, 2, 1, 0] };
    expect([0, 0.2, 0.25, 0.26, 0.75, 0.76, 1].map((u) => quantileOf(discrete, u))).toEqual([
      2, 2, 2, 5, 5, 7, 7,
    ]);
  });

  it('gives the ends of the support at 0 and 1, and NaN outside', () => {
    expect(supportOf({ kind: 'normal', mean: 0, sd: 1 })).toEqual({ low: -Infinity, high: Infinity });
    expect(supportOf({ kind: 'normal', mean: 5, sd: 0 })).toEqual({ low: 5, high: 5 });
    expect(supportOf({ kind: 'lognormal', median: 2, sigma: 1 })).toEqual({ low: 0, high: Infinity });
    expect(supportOf({ kind: 'lognormal', median: 2, sigma: 0 })).toEqual({ low: 2, high: 2 });
    expect(supportOf({ kind: 'truncated-normal', mean: 0, sd: 1, low: 3, high: 4 })).toEqual({
      low: 3,
      high: 4,
    });
    expect(supportOf({ kind: 'triangular', low: 3, mode: 3, high: 3 })).toEqual({ low: 3, high: 3 });
    for (const example of EXAMPLES) {
      expect(quantileOf(example, -1e-9)).toBeNaN();
      expect(quantileOf(example, 1.001)).toBeNaN();
      expect(quantileOf(example, NaN)).toBeNaN();
    }
  });

  it('rises with u', () => {
    const unit = double({ min: 0, max: 1, noNaN: true });
    for (const example of EXAMPLES) {
      const quantile = quantileFunction(example);
      assert(
        property(unit, unit, (a, b) => {
          if (Math.abs(a - b) < 1e-13) return;
          expect(quantile(Math.max(a, b))).toBeGreaterThanOrEqual(quantile(Math.min(a, b)));
        }),
      );
    }
  });

  it('stays within the bounds of any truncated normal that can be sampled', () => {
    const number = double({ min: -50, max: 50, noNaN: true });
    const distributions = record({
      mean: number,
      sd: double({ min: 0.01, max: 20, noNaN: true }),
      low: number,
      width: double({ min: 0.001, max: 40, noNaN: true }),
    });
    assert(
      property(distributions, double({ min: 0, max: 1, noNaN: true }), ({ mean, sd, low, width }, u) => {
        const distribution: Distribution = { kind: 'truncated-normal', mean, sd, low, high: low + width };
        if (validateDistribution(distribution, 'x').length > 0) return;
        const value = quantileOf(distribution, u);
        expect(value >= low && value <= low + width).toBe(true);
        expect(meanOf(distribution) >= low && meanOf(distribution) <= low + width).toBe(true);
      }),
    );
  });
});

describe('meanOf', () => {
  it('agrees with values computed with mpmath', () => {
    expect(meanOf({ kind: 'lognormal', median: 100, sigma: 0.3 })).toBeCloseTo(104.6027859908717, 11);
    expect(meanOf({ kind: 'split-lognormal', median: 10, sigmaLow: 0.2, sigmaHigh: 0.5 })).toBeCloseTo(
      12.12769426579902,
      12,
    );
    expect(meanOf({ kind: 'truncated-normal', mean: 1, sd: 2, low: 0, high: 3 })).toBeCloseTo(
      1.413262436123066,
      14,
    );
    expect(meanOf({ kind: 'truncated-normal', mean: 0, sd: 1, low: 8, high: Infinity })).toBeCloseTo(
      8.121368112236112,
      12,
    );
    expect(meanOf({ kind: 'truncated-normal', mean: 0, sd: 1, low: -9, high: -8 })).toBeCloseTo(
      -8.121188992979796,
      12,
    );
  });

  it('is the mean of the quantile function', () => {
    for (const example of EXAMPLES) {
      const quantile = quantileFunction(example);
      const count = 40_000;
      let sum = 0;
      for (let i = 0; i < count; i++) sum += quantile((i + 0.5) / count);
      expect(Math.abs(sum / count / meanOf(example) - 1)).toBeLessThan(3e-4);
    }
  });
});

describe('validateDistribution', () => {
  it('accepts every example', () => {
    for (const example of EXAMPLES) expect(validateDistribution(example, 'x')).toEqual([]);
  });

  it('names the input, the parameter, what was found and what is expected', () => {
    expect(validateDistribution({ kind: 'uniform', low: 3, high: 1 }, 'packaging lag')).toEqual([
      {
        code: 'distribution-parameter-out-of-range',
        params: {
          name: 'packaging lag',
          kind: 'uniform',
          parameter: 'high',
          found: 1,
          expected: '>= low = 3',
        },
      },
    ]);
    const place = { file: 'x.yaml', line: 3 };
    expect(validateDistribution({ kind: 'normal', mean: NaN, sd: -1 }, 'x', place)).toEqual([
      {
        code: 'distribution-parameter-not-a-number',
        place,
        params: { name: 'x', kind: 'normal', parameter: 'mean', found: 'NaN' },
      },
      {
        code: 'distribution-parameter-out-of-range',
        place,
        params: { name: 'x', kind: 'normal', parameter: 'sd', found: -1, expected: '>= 0' },
      },
    ]);
  });

  it('finds what is wrong with each kind', () => {
    const wrong: readonly (readonly [Distribution, string])[] = [
      [{ kind: 'point', value: Infinity }, 'distribution-parameter-not-a-number'],
      [{ kind: 'triangular', low: 1, mode: 0, high: 2 }, 'distribution-parameter-out-of-range'],
      [{ kind: 'lognormal', median: 0, sigma: 1 }, 'distribution-parameter-out-of-range'],
      [
        { kind: 'split-lognormal', median: 1, sigmaLow: 1, sigmaHigh: -1 },
        'distribution-parameter-out-of-range',
      ],
      [{ kind: 'truncated-normal', mean: 0, sd: 0, low: 0, high: 1 }, 'distribution-parameter-out-of-range'],
      [{ kind: 'truncated-normal', mean: 0, sd: 1, low: 90, high: 91 }, 'distribution-without-probability'],
      [{ kind: 'piecewise', probabilities: [0, 1], quantiles: [1] }, 'distribution-lengths-differ'],
      [
        { kind: 'piecewise', probabilities: [0.1, 1], quantiles: [1, 2] },
        'distribution-parameter-out-of-range',
      ],
      [
        { kind: 'piecewise', probabilities: [0, 1], quantiles: [2, 1] },
        'distribution-parameter-out-of-range',
      ],
      [{ kind: 'discrete', values: [2, 1], weights: [1, 1] }, 'distribution-parameter-out-of-range'],
      [{ kind: 'discrete', values: [1, 2], weights: [0, 0] }, 'distribution-without-probability'],
      [{ kind: 'discrete', values: [], weights: [] }, 'distribution-lengths-differ'],
    ];
    for (const [distribution, code] of wrong) {
      expect(validateDistribution(distribution, 'x').map((problem) => problem.code)).toContain(code);
    }
  });

  it('accepts exactly what can be sampled', () => {
    const parameter = oneof(double({ min: -5, max: 5 }), constantFrom(0, NaN, Infinity, -Infinity));
    assert(
      property(tuple(parameter, parameter, parameter, parameter), ([a, b, c, d]) => {
        const candidates: Distribution[] = [
          { kind: 'uniform', low: a, high: b },
          { kind: 'triangular', low: a, mode: b, high: c },
          { kind: 'normal', mean: a, sd: b },
          { kind: 'lognormal', median: a, sigma: b },
          { kind: 'split-lognormal', median: a, sigmaLow: b, sigmaHigh: c },
          { kind: 'truncated-normal', mean: a, sd: b, low: c, high: d },
          { kind: 'piecewise', probabilities: [0, 0.5, 1], quantiles: [a, b, c] },
          { kind: 'discrete', values: [a, b], weights: [c, d] },
        ];
        for (const candidate of candidates) {
          if (validateDistribution(candidate, 'x').length > 0) continue;
          for (const u of [1e-9, 0.3, 0.5, 1 - 1e-9]) expect(quantileOf(candidate, u)).not.toBeNaN();
          expect(meanOf(candidate)).not.toBeNaN();
        }
      }),
      { numRuns: 500 },
    );
  });
});
