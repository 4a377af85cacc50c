import { describe, expect, it } from 'vitest';
import { ishigami } from '../../../e2e/support/sensitivity-functions.ts';
import type { UnitFunction } from '../../../e2e/support/sensitivity-functions.ts';
import { elementaryEffects, morrisTrajectories, summariseEffects } from './elementary-effects.ts';
import type { EffectSummary, Trajectory } from './elementary-effects.ts';

const SEED = { seed: 11 };

function screened(of: UnitFunction, groups: readonly (readonly number[])[], count: number): EffectSummary[] {
  const trajectories = morrisTrajectories(groups, { trajectories: count, seed: 2 });
  const points = trajectories.flatMap((trajectory) => trajectory.points);
  const outputs = Float64Array.from(points, (levels) => of(Array.from(levels, (level) => level / 3)));
  return summariseEffects(elementaryEffects(trajectories, groups, outputs), groups, SEED);
}

describe('Morris trajectories', () => {
  it('move each group once, every input of it half of the levels', () => {
    const groups = [[0, 2], [1], [3]];
    for (const { points, moved } of morrisTrajectories(groups, { trajectories: 20, seed: 1 })) {
      expect([...moved].sort((a, b) => a - b)).toEqual([0, 1, 2]);
      expect(points).toHaveLength(4);
      for (const [step, group] of moved.entries())
        for (const input of [0, 1, 2, 3]) {
          const apart = Math.abs(points[step + 1]![input]! - points[step]![input]!);
          expect(apart).toBe(groups[group]!.includes(input) ? 2 : 0);
        }
    }
  });
});

describe('elementary effects', () => {
  const groups = [[0], [1]];
  const points = (...levels: readonly (readonly number[])[]): Uint8Array[] =>
    levels.map((of) => Uint8Array.from(of));
  // Saltelli and others, "Global sensitivity analysis: the primer" (2008), exercise 4, page 138; the example by which
  // SALib tests its Morris analysis (tests/test_analyze_morris.py). Levels are thirds.
  const trajectories: readonly Trajectory[] = [
    { points: points([0, 1], [0, 3], [2, 3]), moved: [1, 0] },
    { points: points([0, 1], [2, 1], [2, 3]), moved: [0, 1] },
    { points: points([2, 0], [2, 2], [0, 2]), moved: [1, 0] },
    { points: points([1, 3], [3, 3], [3, 1]), moved: [0, 1] },
    { points: points([1, 3], [1, 1], [3, 1]), moved: [1, 0] },
    { points: points([1, 2], [1, 0], [3, 0]), moved: [1, 0] },
  ];
  const outputs = Float64Array.from([
    0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1,
  ]);

  it('are those of the textbook, by which SALib tests its own', () => {
    const effects = elementaryEffects(trajectories, groups, outputs);
    const printed = [
      [2.52, 2.01, 2.3, -0.66, -0.93, -1.3],
      [-0.39, 0.13, 0.8, 0.25, -0.02, 0.51],
    ];
    // The outputs above are printed with two decimals, so effects are good to 0.015.
    for (const [group, of] of printed.entries())
      for (const [trajectory, effect] of of.entries())
        expect(Math.abs(effects[group]![trajectory]! - effect)).toBeLessThan(0.02);
    const [one, other] = summariseEffects(effects, groups, SEED);
    expect(one!.mu).toBeCloseTo(0.66, 1);
    expect(other!.mu).toBeCloseTo(0.21, 2);
    expect(one!.muStar.value).toBeCloseTo(1.62, 2);
    expect(other!.muStar.value).toBeCloseTo(0.35, 2);
    expect(one!.sigma).toBeCloseTo(1.79, 2);
    expect(other!.sigma).toBeCloseTo(0.41, 2);
    // SALib's half-width of the interval of the first one's mean size is 0.5 ± 0.1.
    expect((one!.muStar.high - one!.muStar.low) / 2).toBeGreaterThan(0.4);
    expect((one!.muStar.high - one!.muStar.low) / 2).toBeLessThan(0.6);
  });

  it('of groups have a size and no sign', () => {
    const [all] = elementaryEffects([{ points: points([0, 3], [2, 1]), moved: [0] }], [[0, 1]], outputs);
    expect(all![0]).toBeCloseTo(0.39, 12);
    expect(summariseEffects([all!], [[0, 1]], SEED)[0]).toMatchObject({ mu: null, sigma: null });
  });

  it('of Ishigami’s function come near to the exact ones on its grid, and to SALib’s', () => {
    // SALib, tests/test_regression.py (test_regression_morris_vanilla): 7.77, 7.875, 6.31 from 10,000 trajectories.
    const found = screened(ishigami, [[0], [1], [2]], 10_000).map(({ muStar }) => muStar.value);
    expect(Math.abs(found[0]! / 7.767792 - 1)).toBeLessThan(0.02);
    expect(found[1]).toBeCloseTo(7.875, 6);
    expect(Math.abs(found[2]! / 6.308785 - 1)).toBeLessThan(0.02);
  });

  it('of Morris’s own example tell its inputs apart as his figure 1 does', () => {
    const found = screened(
      morris1991,
      Array.from({ length: 20 }, (_, input) => [input]),
      50,
    );
    const sizes = found.map(({ muStar }) => muStar.value);
    // Inputs 1 to 10 matter, and none of the other ten.
    expect(Math.min(...sizes.slice(0, 10))).toBeGreaterThan(2 * Math.max(...sizes.slice(10)));
    // 8, 9 and 10 are additive and linear: their effects are all alike. 1 to 7 bend or interact.
    const spread = found.map(({ sigma }) => sigma!);
    expect(Math.max(...spread.slice(7, 10))).toBeLessThan(0.5 * Math.min(...spread.slice(0, 7)));
    for (const { mu } of found.slice(7, 10)) expect(mu).toBeGreaterThan(30);
  });
});

/**
 * The 20 inputs of Morris (1991), section 4. He draws the coefficients that he does not name from a standard normal;
 * here they are 1 in size with alternating signs, so that the function is the same each time.
 */
const morris1991: UnitFunction = (inputs) => {
  const w = Array.from(inputs, (x, index) =>
    [2, 4, 6].includes(index) ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5),
  );
  let y = 0;
  for (let i = 0; i < 20; i++) {
    y += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i]!;
    for (let j = i + 1; j < 20; j++) {
      y += (j < 6 ? -15 : (-1) ** (i + j)) * w[i]! * w[j]!;
      for (let l = j + 1; l < 5; l++) {
        y += -10 * w[i]! * w[j]! * w[l]!;
        for (let s = l + 1; s < 4; s++) y += 5 * w[i]! * w[j]! * w[l]! * w[s]!;
      }
    }
  }
  return y;
};
