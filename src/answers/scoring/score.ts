import { normalCdf, normalQuantile, quantile } from '../../engine/index.ts';
import { crpsOfEnsemble, crpsOfNormal } from './crps.ts';
import { intervalScore } from './interval-score.ts';
import { logScoreOfEnsemble, logScoreOfNormal } from './log-score.ts';
import type { OutcomePoints } from './outcome-points.ts';
import { rankOf } from './rank.ts';

/** A forecast on the scale on which it is scored. */
export type ForecastDistribution =
  /** Members in rising order. */
  | { readonly kind: 'ensemble'; readonly sorted: Float64Array }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number };

/** Shares of probability in the central ranges that are scored. */
export const RANGES = [0.5, 0.8, 0.95] as const;

/** How one forecast did against one outcome; where the outcome is a range, the mean over its points. */
export interface Score {
  readonly crps: number;
  readonly logScore: number;
  /** For each of `RANGES`: score of the range, and share of the outcome’s weight inside it. */
  readonly interval: readonly number[];
  readonly inside: readonly number[];
  /** Probability integral transform: the place of each of the outcome’s points in the forecast, from 0 to 1. */
  readonly places: readonly number[];
  /** Median of the forecast less the outcome: above zero where the forecast was too high. */
  readonly error: number;
  /** Mean distance of the median from the outcome: what the forecast would score as a point. */
  readonly absoluteError: number;
}

/** Scores a forecast, averaging over the points of an outcome that is known only as a range. */
export function scoreForecast(forecast: ForecastDistribution, { values, weights }: OutcomePoints): Score {
  const over = (of: (value: number) => number): number =>
    values.reduce((sum, value, index) => sum + (weights[index] ?? 0) * of(value), 0);
  const at = quantilesOf(forecast);
  const ranges = RANGES.map((share) => ({
    low: at((1 - share) / 2),
    high: at((1 + share) / 2),
    alpha: 1 - share,
  }));
  const median = at(0.5);
  return {
    crps: over((value) =>
      forecast.kind === 'normal'
        ? crpsOfNormal(forecast.mean, forecast.sd, value)
        : crpsOfEnsemble(forecast.sorted, value),
    ),
    logScore: over((value) =>
      forecast.kind === 'normal'
        ? logScoreOfNormal(forecast.mean, forecast.sd, value)
        : logScoreOfEnsemble(forecast.sorted, value),
    ),
    interval: ranges.map(({ low, high, alpha }) => over((value) => intervalScore(low, high, alpha, value))),
    inside: ranges.map(({ low, high }) => over((value) => (low <= value && value <= high ? 1 : 0))),
    places: values.map((value) =>
      forecast.kind === 'normal'
        ? normalCdf((value - forecast.mean) / forecast.sd)
        : rankOf(forecast.sorted, value),
    ),
    error: over((value) => median - value),
    absoluteError: over((value) => Math.abs(median - value)),
  };
}

function quantilesOf(forecast: ForecastDistribution): (p: number) => number {
  return forecast.kind === 'normal'
    ? (p) => forecast.mean + forecast.sd * normalQuantile(p)
    : (p) => quantile(forecast.sorted, p);
}
