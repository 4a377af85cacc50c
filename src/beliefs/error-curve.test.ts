import { array, assert, double, pre, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCurve, SizedError } from './error-curve.ts';
import { errorAt, fitErrorCurve, SD_PER_MEAN_SIZE } from './error-curve.ts';

const PRIOR: ErrorCurve = [0.06, 0.14, 0.12];
const size = double({ min: 0, max: 1.5, noNaN: true });
const error = record({ horizon: double({ min: -2, max: 5, noNaN: true }), size });
const groups = array(array(error, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

describe('a curve of errors', () => {
  it('is the prior where nothing is recorded', () => {
    const curve = fitErrorCurve([], PRIOR, 4);
    for (const [index, part] of curve.entries()) expect(part).toBeCloseTo(PRIOR[index] ?? Number.NaN, 9);
  });

  it('without horizon is the mean of the groups’ scaled sizes and the prior, worth its weight', () => {
    const sized = [[{ horizon: 0, size: 0.4 }], [0.1, 0.3].map((each) => ({ horizon: -1, size: each }))];
    const [level] = fitErrorCurve(sized, [0.3, 0, 0], 4);
    expect(level).toBeCloseTo((4 * 0.3 + SD_PER_MEAN_SIZE * (0.4 + 0.2)) / 6, 12);
  });

  it('finds the line that errors lie on', () => {
    const truth: ErrorCurve = [0.1, 0.2, 0.3];
    const sized = [-0.5, 0, 0.25, 0.5, 1, 1.5, 2, 3].map((horizon) => [
      { horizon, size: errorAt(truth, horizon) / SD_PER_MEAN_SIZE },
    ]);
    const found = fitErrorCurve(sized, PRIOR, 1e-9);
    for (const [index, part] of found.entries()) expect(part).toBeCloseTo(truth[index] ?? Number.NaN, 4);
  });

  it('never falls with the horizon, nor below zero', () => {
    assert(
      property(groups, double({ min: -1, max: 6, noNaN: true }), (given, horizon) => {
        const curve = fitErrorCurve(given, PRIOR, 4);
        expect(errorAt(curve, horizon)).toBeGreaterThanOrEqual(0);
        expect(errorAt(curve, horizon + 0.5)).toBeGreaterThanOrEqual(errorAt(curve, horizon));
      }),
    );
  });

  it('counts a group once, however many errors it has', () => {
    assert(
      property(groups, (given) => {
        const often = given.map((group) => [...group, ...group, ...group]);
        const [once, thrice] = [given, often].map((each) => fitErrorCurve(each, PRIOR, 4));
        for (const [index, part] of (once ?? []).entries()) expect(thrice?.[index]).toBeCloseTo(part, 9);
      }),
    );
  });

  it('goes up with every error in proportion, save for what the prior is worth', () => {
    const scaled = (given: readonly (readonly SizedError[])[], by: number): SizedError[][] =>
      given.map((group) => group.map((each) => ({ ...each, size: by * each.size })));
    assert(
      property(groups, (given) => {
        const [none, one, two] = [0, 1, 2].map((by) => fitErrorCurve(scaled(given, by), PRIOR, 4));
        const bounded = [none, one, two].some((curve) => curve?.some((part) => part < 1e-12));
        // A part that would be negative is held at zero: then the fit is no longer linear.
        pre(!bounded);
        for (const horizon of [0, 0.5, 1, 2]) {
          const [a, b, c] = [none, one, two].map((curve) => errorAt(curve ?? PRIOR, horizon));
          expect(c).toBeCloseTo(2 * (b ?? 0) - (a ?? 0), 6);
        }
      }),
    );
  });
});
