import { describe, expect, it } from 'vitest';
import type { Score } from '../scoring/score.ts';
import { meanOverEvents, placeHistogram, skillOf, totalOf } from './totals.ts';

const score = (crps: number, places: readonly number[] = [0.5]): Score => ({
  crps,
  logScore: crps,
  interval: [crps, crps, crps],
  inside: [0, 1, 1],
  places,
  error: -crps,
  absoluteError: crps,
});

describe('totals', () => {
  it('average within an event first, then over events', () => {
    const items = [
      { event: 'a', score: score(0.1) },
      { event: 'a', score: score(0.3) },
      { event: 'b', score: score(0.8) },
    ];
    // (0.2 + 0.8) ÷ 2, not (0.1 + 0.3 + 0.8) ÷ 3.
    expect(meanOverEvents(items, (item) => item.score.crps)).toBeCloseTo(0.5, 12);
    expect(totalOf(items)).toMatchObject({ targets: 3, events: 2, coverage: [0, 1, 1] });
    expect(totalOf(items).bias).toBeCloseTo(-0.5, 12);
    expect(totalOf([]).crps).toBeNaN();
  });

  it('of two forecasters compare the same targets', () => {
    const pairs = [
      { event: 'a', own: 0.1, other: 0.2 },
      { event: 'b', own: 0.3, other: 0.2 },
      { event: 'b', own: 0.1, other: 0.4 },
    ];
    const skill = skillOf(pairs, 500, 1);
    // Events: own 0.1 and 0.2, other 0.2 and 0.3.
    expect(skill).toMatchObject({ targets: 3, events: 2 });
    expect(skill?.skill).toBeCloseTo(1 - 0.15 / 0.25, 12);
    // Resampled events give 1 − 0.1/0.2, 1 − 0.3/0.5 or 1 − 0.2/0.3.
    expect(skill?.low).toBeCloseTo(1 / 3, 12);
    expect(skill?.high).toBeCloseTo(0.5, 12);
    expect(skillOf(pairs, 500, 1)).toEqual(skill);
    expect(skillOf(pairs.slice(0, 1), 500, 1)?.low).toBeNaN();
    expect(skillOf([], 500, 1)).toBeUndefined();
  });

  it('put every outcome into its part of the forecast, ranges by their points', () => {
    const items = [
      { event: 'a', score: score(1, [0.05, 0.95]), weights: [0.5, 0.5] },
      { event: 'b', score: score(1, [1]), weights: [1] },
    ];
    const places = placeHistogram(items, 10);
    expect(places[0]).toBeCloseTo(0.25, 12);
    expect(places[9]).toBeCloseTo(0.75, 12);
    expect(places.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });
});
