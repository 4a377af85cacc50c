import { describe, expect, it } from 'vitest';
import { evidence } from '../../e2e/support/evidence.ts';
import { asOf, centralValue, forecastPairs } from '../register/index.ts';
import { answerGuidance } from './capex-guidance.ts';
import type { GuidanceAnswer, GuidedYear } from './capex-guidance.ts';

const { register } = evidence();
const answer = answerGuidance(register, '2026-09-30');

function yearOf({ buyers }: GuidanceAnswer, buyer: string, end: string): GuidedYear | undefined {
  return buyers.find((each) => each.buyer === buyer)?.years.find(({ periodEnd }) => periodEnd === end);
}

describe('guidance against actual', () => {
  it('holds the guides of a year in order against what was reported', () => {
    // Meta for 2025: 60–65, 64–72, 66–72 and 70–72 billion USD, and 72.2 reported.
    const meta = yearOf(answer, 'meta', '2025-12-31');
    expect(meta?.guides.map(({ low, high }) => [(low ?? 0) / 1e9, (high ?? 0) / 1e9])).toEqual([
      [60, 65],
      [64, 72],
      [66, 72],
      [70, 72],
    ]);
    expect(meta?.reported?.value).toBe(72.2e9);
    expect(meta?.first).toMatchObject({ place: 'above', over: 72.2 / 62.5 - 1 });
    expect(meta?.last).toMatchObject({ place: 'above', over: 72.2 / 71 - 1 });
  });

  it('knows years that are no calendar years, and takes no late guide for the first', () => {
    const oracle = yearOf(answer, 'oracle', '2025-05-31');
    expect(oracle?.reported?.value).toBe(21.2e9);
    // Given in December 2024, less than half a year before the year ended.
    expect(oracle?.first).toBeUndefined();
    expect(oracle?.last).toMatchObject({ place: 'above' });
  });

  it('counts every reported year once', () => {
    const years = answer.buyers.flatMap((buyer) => buyer.years);
    const reported = years.filter((year) => year.reported !== undefined);
    expect(answer.last.count).toBe(reported.length);
    expect(answer.last.above).toBe(reported.filter(({ last }) => last?.place === 'above').length);
    expect(answer.first.count).toBe(years.filter(({ first }) => first !== undefined).length);
  });

  it('agrees with the record of forecasts about every guide that both score', () => {
    const pairs = new Map(
      forecastPairs(asOf(register, '2026-09-30')).map((pair) => [pair.forecast.id, pair.error]),
    );
    const scored = answer.buyers.flatMap(({ years }) =>
      years.flatMap(({ first, last }) => [first, last].flatMap((guide) => guide ?? [])),
    );
    expect(scored.length).toBeGreaterThan(10);
    for (const { row, over } of scored) {
      const error = pairs.get(row.id);
      expect(error, row.id).toBeDefined();
      expect(1 / (1 + (error ?? 0)) - 1).toBeCloseTo(over, 12);
    }
  });

  it.each(['2023-08-01', '2025-02-15', '2026-03-01'])('knows nothing published after %s', (day) => {
    const then = answerGuidance(register, day);
    for (const { years } of then.buyers)
      for (const { guides, reported } of years) {
        expect(guides.length).toBeGreaterThan(0);
        for (const row of [...guides, ...(reported?.rows ?? [])])
          expect(row.published <= day, row.id).toBe(true);
        for (const row of guides) {
          expect(row.published < row.periodEnd, row.id).toBe(true);
          expect(centralValue(row)).toBeGreaterThan(0);
        }
      }
  });

  it('says so where nothing guided has been reported yet', () => {
    const { first, last, buyers } = answerGuidance(register, '2023-08-01');
    expect(buyers.map(({ buyer }) => buyer)).toEqual(['meta']);
    expect([first.count, last.count]).toEqual([0, 0]);
    expect(last.over).toBeNaN();
  });
});
