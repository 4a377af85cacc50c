/**
 * Typical size of an error by horizon, as a standard deviation of the natural logarithm: a level that has just passed,
 * what the first year ahead adds, and what each further year adds.
 */
export type ErrorCurve = readonly [level: number, firstYear: number, laterYears: number];

/** One error's size at its horizon in years. */
export interface SizedError {
  readonly horizon: number;
  /** Absolute logarithm of what was said over what came. */
  readonly size: number;
}

/** For a normal, the standard deviation over the mean absolute deviation: √(π/2). */
export const SD_PER_MEAN_SIZE = 1.2533141373155001;

/** Horizons at which the prior's imagined errors lie, in years. */
const PRIOR_HORIZONS = [0, 1, 2];

export function errorAt([level, firstYear, laterYears]: ErrorCurve, horizon: number): number {
  const [one, first, later] = terms(horizon);
  return one * level + first * firstYear + later * laterYears;
}

function terms(horizon: number): readonly [number, number, number] {
  return [1, Math.min(Math.max(horizon, 0), 1), Math.max(horizon - 1, 0)];
}

/**
 * The curve through the sizes of past errors, by least squares, with a prior curve that weighs as much as `weight`
 * groups. A group counts once, however many errors it has; no part of the curve is negative, so errors never shrink
 * with the horizon. The mean size, not its square, is fitted, so that one wild miss moves the curve in proportion. A
 * part that the prior holds at zero stays there: where nothing is known to grow, no growth is fitted.
 */
export function fitErrorCurve(
  groups: readonly (readonly SizedError[])[],
  prior: ErrorCurve,
  weight: number,
): ErrorCurve {
  const products = [0, 0, 0].map(() => [0, 0, 0]);
  const targets = [0, 0, 0];
  const add = (horizon: number, sd: number, share: number): void => {
    const at = terms(horizon);
    for (const [i, a] of at.entries()) {
      targets[i] = (targets[i] ?? 0) + share * a * sd;
      for (const [j, b] of at.entries()) {
        const row = products[i];
        if (row !== undefined) row[j] = (row[j] ?? 0) + share * a * b;
      }
    }
  };
  for (const group of groups)
    for (const { horizon, size } of group) add(horizon, SD_PER_MEAN_SIZE * size, 1 / group.length);
  for (const horizon of PRIOR_HORIZONS) add(horizon, errorAt(prior, horizon), weight / PRIOR_HORIZONS.length);
  const free = prior.map((part) => part > 0);
  const fitted = [...prior];
  // Coordinate descent with a floor at zero: convex, so it ends at the one minimum.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, row] of products.entries()) {
      if (free[i] !== true) continue;
      const others = row.reduce((sum, value, j) => (j === i ? sum : sum + value * (fitted[j] ?? 0)), 0);
      fitted[i] = Math.max(0, ((targets[i] ?? 0) - others) / (row[i] ?? 1));
    }
  }
  const [level = 0, firstYear = 0, laterYears = 0] = fitted;
  return [level, firstYear, laterYears];
}

const ROUNDS = 400;
