import { quantile, uniform } from '../../engine/index.ts';
import type { Score } from '../scoring/score.ts';
import { RANGES } from '../scoring/score.ts';
import type { ScoredTarget } from './backtest.ts';
import type { Baseline } from './baselines.ts';

/** A score with the economic event it belongs to. */
export interface EventScore {
  readonly event: string;
  readonly score: Score;
}

/** Means over events of means within each. */
export interface Total {
  readonly targets: number;
  readonly events: number;
  readonly crps: number;
  readonly logScore: number;
  /** For each of `RANGES`. */
  readonly interval: readonly number[];
  readonly coverage: readonly number[];
  /** Above zero where forecasts were too high. */
  readonly bias: number;
  readonly absoluteError: number;
}

/** The model against one opponent, over the targets that both forecast. */
export interface Skill {
  readonly targets: number;
  readonly events: number;
  readonly crps: number;
  readonly opponent: number;
  /** 1 − crps ÷ opponent: above zero where the model did better. */
  readonly skill: number;
  /** 5th and 95th percentile over resampled events; NaN for a single event. */
  readonly low: number;
  readonly high: number;
}

/** Mean over events of the mean within each. NaN of none. */
export function meanOverEvents<T extends { readonly event: string }>(
  items: readonly T[],
  of: (item: T) => number,
): number {
  return meanOf([...meansByEvent(items, of).values()]);
}

export function totalOf(items: readonly EventScore[]): Total {
  const mean = (of: (score: Score) => number): number => meanOverEvents(items, ({ score }) => of(score));
  return {
    targets: items.length,
    events: new Set(items.map(({ event }) => event)).size,
    crps: mean((score) => score.crps),
    logScore: mean((score) => score.logScore),
    interval: RANGES.map((_, index) => mean((score) => score.interval[index] ?? Number.NaN)),
    coverage: RANGES.map((_, index) => mean((score) => score.inside[index] ?? Number.NaN)),
    bias: mean((score) => score.error),
    absoluteError: mean((score) => score.absoluteError),
  };
}

/** Against a naive opponent, by the continuous ranked probability score. */
export function skillAgainst(
  targets: readonly ScoredTarget[],
  name: Baseline,
  resamples: number,
  seed: number,
): Skill | undefined {
  const pairs = targets.flatMap(({ event, score, baselines }) => {
    const opponent = baselines.find((baseline) => baseline.name === name);
    return opponent === undefined ? [] : [{ event, own: score.crps, other: opponent.score.crps }];
  });
  return skillOf(pairs, resamples, seed);
}

/** The same for any pairs of scores; `undefined` of none. */
export function skillOf(
  pairs: readonly { readonly event: string; readonly own: number; readonly other: number }[],
  resamples: number,
  seed: number,
): Skill | undefined {
  if (pairs.length === 0) return undefined;
  const own = [...meansByEvent(pairs, (pair) => pair.own).values()];
  const other = [...meansByEvent(pairs, (pair) => pair.other).values()];
  const events = own.length;
  const skills = Float64Array.from({ length: events > 1 ? resamples : 0 }, (_, resample) => {
    let [sumOwn, sumOther] = [0, 0];
    for (let draw = 0; draw < events; draw++) {
      const event = Math.floor(uniform(resample, draw, 0, seed) * events);
      sumOwn += own[event] ?? 0;
      sumOther += other[event] ?? 0;
    }
    return 1 - sumOwn / sumOther;
  }).sort();
  return {
    targets: pairs.length,
    events,
    crps: meanOf(own),
    opponent: meanOf(other),
    skill: 1 - meanOf(own) / meanOf(other),
    low: quantile(skills, 0.05),
    high: quantile(skills, 0.95),
  };
}

/**
 * Share of outcomes by where they lay in their forecasts, in `bins` equal parts from 0 to 1; every event has the same
 * weight, and so have its targets. Even where forecasts are as wide as they should be.
 */
export function placeHistogram(
  items: readonly (EventScore & { readonly weights: readonly number[] })[],
  bins: number,
): readonly number[] {
  return Array.from({ length: bins }, (_, bin) =>
    meanOverEvents(items, ({ score, weights }) =>
      score.places.reduce((sum, place, index) => {
        const at = Math.min(Math.floor(place * bins), bins - 1);
        return sum + (at === bin ? (weights[index] ?? 0) : 0);
      }, 0),
    ),
  );
}

function meansByEvent<T extends { readonly event: string }>(
  items: readonly T[],
  of: (item: T) => number,
): ReadonlyMap<string, number> {
  const events = new Map<string, number[]>();
  for (const item of items) events.set(item.event, [...(events.get(item.event) ?? []), of(item)]);
  return new Map([...events].map(([event, values]) => [event, meanOf(values)]));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
