import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../engine/index.ts';
import { crpsOfEnsemble, crpsOfLognormal, crpsOfNormal } from './crps.ts';
import { intervalScore } from './interval-score.ts';
import { logScoreOfEnsemble, logScoreOfLognormal, logScoreOfNormal } from './log-score.ts';
import { logPointsOf, mixPoints } from './outcome-points.ts';
import { rankOf } from './rank.ts';
import { RANGES, scoreForecast } from './score.ts';

const number = fc.double({ min: -50, max: 50, noNaN: true });
const members = fc
  .array(number, { minLength: 1, maxLength: 40 })
  .map((list) => list.toSorted((a, b) => a - b));

/** Middles of `count` equal shares of a standard normal distribution. */
const normalMembers = (count: number, mean = 0, sd = 1): number[] =>
  Array.from({ length: count }, (_, index) => mean + sd * normalQuantile((index + 0.5) / count));

describe('the continuous ranked probability score', () => {
  it('has the published values of the normal and the lognormal', () => {
    // scoringRules (R), tests/testthat/test-crps_norm.R and test-crps_lnorm.R.
    expect(crpsOfNormal(0, 1, -3)).toBeCloseTo(2.43657473, 8);
    expect(crpsOfNormal(0.1, 1, -3 + 0.1)).toBeCloseTo(2.43657473, 8);
    expect(crpsOfNormal(0, 0.9, -3 * 0.9)).toBeCloseTo(2.43657473 * 0.9, 8);
    expect(crpsOfLognormal(0.1, 0.9, 3)).toBeCloseTo(1.13552645, 8);
    // 2φ(0) − 1/√π.
    expect(crpsOfNormal(0, 1, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12);
  });

  it('has the published values of ensembles', () => {
    // properscoring (Python), tests/test_crps.py: toy examples and weighted ones.
    const plain: readonly (readonly [number, readonly number[], number])[] = [
      [0, [-1], 1],
      [0, [0], 0],
      [0, [0, 0], 0],
      [0, [0, 1], 0.25],
      [0, [1, 1], 1],
      [2, [0, 1], 1.25],
      [0, [-1, 1], 0.5],
      [0, [0, 0, 1], 1 / 9],
      [1, [0, 0, 1], 4 / 9],
      [0, [-1, 0, 0, 1], 1 / 8],
    ];
    for (const [outcome, ensemble, expected] of plain)
      expect(crpsOfEnsemble(ensemble, outcome), String(ensemble)).toBeCloseTo(expected, 12);
    const weighted: readonly (readonly [number, readonly number[], readonly number[], number])[] = [
      [1, [0, 2], [0.5, 0.5], 0.5],
      [1, [0, 2], [0.8, 0.2], 0.64 + 0.04],
      [1.5, [0, 2], [0.8, 0.2], 0.64 * 1.5 + 0.04 * 0.5],
      [1, [0, 3], [0.5, 0.5], 0.75],
      [1, [-1, 3], [0.5, 0.5], 1],
      [1, [0, 2], [1, 0], 1],
      [1, [0, 1, 2], [1, 1, 1], 2 / 9],
      [1.5, [0, 1, 2], [1, 1, 1], 1 / 9 + (4 / 9) * 0.5 + (1 / 9) * 0.5],
      [-1, [0, 1, 2], [1, 1, 1], 1 + 1 / 9 + 4 / 9],
      [2.5, [0, 1, 2], [1, 1, 1], 4 / 9 + 1 / 9 + 0.5],
      [1.5, [0, 1, 2, 3], [1, 1, 1, 1], 1 / 16 + 2 / 16 + 2 / 16 + 1 / 16],
    ];
    for (const [outcome, ensemble, weights, expected] of weighted)
      expect(crpsOfEnsemble(ensemble, outcome, weights), String(ensemble)).toBeCloseTo(expected, 12);
  });

  it('is the mean distance to the outcome less half the mean distance between members', () => {
    fc.assert(
      fc.property(members, number, (ensemble, outcome) => {
        const mean = (values: readonly number[]): number =>
          values.reduce((sum, value) => sum + value, 0) / values.length;
        const toOutcome = mean(ensemble.map((member) => Math.abs(member - outcome)));
        const between = mean(ensemble.flatMap((a) => ensemble.map((b) => Math.abs(a - b))));
        expect(crpsOfEnsemble(ensemble, outcome)).toBeCloseTo(toOutcome - between / 2, 8);
      }),
    );
  });

  it('of an ensemble tends to the closed forms', () => {
    const sorted = normalMembers(4000, 0.3, 0.7);
    for (const outcome of [-2, 0.3, 1.1]) {
      expect(crpsOfEnsemble(sorted, outcome)).toBeCloseTo(crpsOfNormal(0.3, 0.7, outcome), 3);
      const positive = sorted.map((member) => Math.exp(member));
      expect(crpsOfEnsemble(positive, outcome)).toBeCloseTo(crpsOfLognormal(0.3, 0.7, outcome), 2);
    }
  });

  it('scales with its unit, and does not care where zero is', () => {
    fc.assert(
      fc.property(
        members,
        number,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        number,
        (e, y, by, shift) => {
          const moved = e.map((member) => member * by + shift);
          expect(crpsOfEnsemble(moved, y * by + shift)).toBeCloseTo(by * crpsOfEnsemble(e, y), 6);
        },
      ),
    );
  });

  it('is the absolute error of a point', () => {
    expect(crpsOfNormal(2, 0, 5)).toBe(3);
    expect(crpsOfLognormal(0, 0, 5)).toBe(4);
    expect(crpsOfEnsemble([2], 5)).toBe(3);
    expect(crpsOfEnsemble([], 5)).toBeNaN();
  });
});

describe('the logarithmic score', () => {
  it('has the published values', () => {
    // scoringrules (Python), tests/test_logs.py.
    expect(logScoreOfNormal(3.8, 0.3, 7.1)).toBeCloseTo(60.21497, 4);
    expect(logScoreOfNormal(4, 0.5, 3.1)).toBeCloseTo(1.845791, 6);
    expect(logScoreOfLognormal(3.8, 0.3, 7.1)).toBeCloseTo(20.48201, 5);
    expect(logScoreOfLognormal(1.1, 0.1, 2.9)).toBeCloseTo(-0.2566692, 6);
    expect(logScoreOfLognormal(-3.8, 0.3, -4.1)).toBe(Infinity);
    expect(logScoreOfEnsemble([4.2, 5.1, 6.1, 7.6, 8.3, 9.5], 6.2)).toBeCloseTo(1.926475, 5);
    expect(logScoreOfEnsemble([-184.5, -179.4, -160.3, -142.7], 6.2)).toBeCloseTo(55.25547, 4);
    expect(logScoreOfEnsemble([1], 1)).toBeNaN();
  });
});

describe('the interval score', () => {
  it('is the width, and the penalty of Gneiting and Raftery outside', () => {
    // scoringrules (Python), tests/test_interval.py: inside, the width.
    expect(intervalScore(0, 0.4, 0.5, 0.1)).toBeCloseTo(0.4, 12);
    expect(intervalScore(0, 1, 0.2, 1.5)).toBeCloseTo(1 + 10 * 0.5, 12);
    expect(intervalScore(0, 1, 0.2, -0.1)).toBeCloseTo(1 + 10 * 0.1, 12);
  });

  it('averages over levels to the continuous ranked probability score', () => {
    // Bracher et al., “Evaluating epidemic forecasts in an interval format” (2021), equation 3.
    const levels = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000);
    for (const outcome of [0, 1.3]) {
      const sum = levels.reduce(
        (total, alpha) => {
          const z = normalQuantile(1 - alpha / 2);
          return total + (alpha / 2) * intervalScore(-z, z, alpha, outcome);
        },
        Math.abs(outcome) / 2,
      );
      expect(sum / (levels.length + 0.5)).toBeCloseTo(crpsOfNormal(0, 1, outcome), 2);
    }
  });
});

describe('scores are proper', () => {
  it('the truth scores best in the mean over what it says will happen', () => {
    const outcomes = normalMembers(400);
    const mean = (score: (outcome: number) => number): number =>
      outcomes.reduce((sum, outcome) => sum + score(outcome), 0) / outcomes.length;
    for (const score of [crpsOfNormal, logScoreOfNormal]) {
      const truth = mean((outcome) => score(0, 1, outcome));
      for (const [m, sd] of [
        [0.2, 1],
        [-0.2, 1],
        [0, 0.8],
        [0, 1.25],
      ] as const)
        expect(mean((outcome) => score(m, sd, outcome))).toBeGreaterThan(truth);
    }
    const range = (sd: number): number => {
      const z = 1.2815515655446004 * sd;
      return mean((outcome) => intervalScore(-z, z, 0.2, outcome));
    };
    expect(range(0.8)).toBeGreaterThan(range(1));
    expect(range(1.25)).toBeGreaterThan(range(1));
  });
});

describe('a forecast and an outcome', () => {
  it('stands at its place among the members', () => {
    expect(rankOf([1, 2, 3, 4], 2.5)).toBe(0.5);
    expect(rankOf([1, 2, 3, 4], 2)).toBe(0.375);
    expect(rankOf([1, 2, 3, 4], 0)).toBe(0);
    expect(rankOf([1, 2, 3, 4], 5)).toBe(1);
  });

  it('an ensemble from a normal scores like the normal', () => {
    const outcome = { values: [0.5], weights: [1] };
    const ensemble = scoreForecast(
      { kind: 'ensemble', sorted: Float64Array.from(normalMembers(4000, 0.1, 0.4)) },
      outcome,
    );
    const normal = scoreForecast({ kind: 'normal', mean: 0.1, sd: 0.4 }, outcome);
    expect(ensemble.crps).toBeCloseTo(normal.crps, 3);
    expect(ensemble.logScore).toBeCloseTo(normal.logScore, 1);
    expect(ensemble.places[0]).toBeCloseTo(normal.places[0] ?? 0, 3);
    expect(ensemble.error).toBeCloseTo(-0.4, 6);
    for (const index of RANGES.keys()) {
      expect(ensemble.interval[index]).toBeCloseTo(normal.interval[index] ?? 0, 1);
      expect(ensemble.inside[index]).toBe(normal.inside[index]);
    }
  });

  it('a range is scored as the mean over its points', () => {
    const points = logPointsOf({ low: 80, value: 100, high: 150 });
    expect(points?.values[4]).toBeCloseTo(Math.log(100), 12);
    expect(points?.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const forecast = { kind: 'normal', mean: Math.log(110), sd: 0.1 } as const;
    const single = (points?.values ?? []).map(
      (value) => scoreForecast(forecast, { values: [value], weights: [1] }).crps,
    );
    const whole = scoreForecast(forecast, points ?? { values: [], weights: [] });
    expect(whole.crps).toBeCloseTo(single.reduce((sum, value) => sum + value, 0) / single.length, 12);
    expect(whole.inside[1]).toBeGreaterThan(0);
    expect(whole.inside[1]).toBeLessThan(1);
    expect(logPointsOf({ low: 3, value: 3, high: 3 })).toEqual({ values: [Math.log(3)], weights: [1] });
    expect(logPointsOf({ low: 0, value: 3, high: 4 })).toBeUndefined();
  });

  it('sources count alike, whether they give a range or one figure', () => {
    const one = logPointsOf({ low: 50, value: 50, high: 50 });
    const range = logPointsOf({ low: 80, value: 100, high: 150 });
    const mixed = mixPoints([one, range].flatMap((points) => points ?? []));
    expect(mixed.weights[0]).toBeCloseTo(0.5, 12);
    expect(mixed.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
