import { describe, expect, it } from 'vitest';
import { evidence, runFrom } from '../../../e2e/support/evidence.ts';
import { exp } from '../../engine/elementary.ts';
import { quantileOf } from '../../engine/index.ts';

function medianAsOf(day: string): (input: string) => number {
  const { beliefs } = runFrom(evidence(), day);
  return (input) => {
    const belief = beliefs.get(input);
    if (belief === undefined) throw new RangeError(`no belief for ${input}`);
    return quantileOf(belief.distribution, 0.5);
  };
}

describe('sales that a designer guides', () => {
  it('set the rate at which its line opens: the guide over the base, at the pace of its buyers’ budgets', () => {
    const run = runFrom(evidence(), '2024-07-31');
    const median = medianAsOf('2024-07-31');
    const exit = run.beliefs.get('exit rate[amd]');
    expect(exit?.rows).toHaveLength(1);
    const buyers = run.catalogue.lines.find(({ id }) => id === 'amd')?.buyers ?? [];
    let [paces, weights] = [0, 0];
    for (const buyer of buyers) {
      const weight = median(`channel weight[amd to ${buyer}]`);
      paces += weight * (exp(median(`first-year growth[${buyer}]`)) / median(`capex exit rate[${buyer}]`));
      weights += weight;
    }
    // “To exceed 4.5 billion USD” in 2024, said on 30 July 2024; guides have been beaten by a tenth (assumed).
    const year = 12 * median('base units[amd]') * median('base price[amd]') * median('exit rate[amd]');
    expect((year * paces) / weights / 4.5e9).toBeCloseTo(exp(0.1), 9);
  });

  it('are what was guided by then', () => {
    expect(medianAsOf('2024-01-31')('exit rate[amd]')).toBeLessThan(
      medianAsOf('2024-07-31')('exit rate[amd]'),
    );
  });

  it('say nothing where no guide of the year is known', () => {
    const belief = runFrom(evidence(), '2025-02-28').beliefs.get('exit rate[amd]');
    expect(belief?.basis).toBe('assumed');
  });
});

describe('capital expenditure as the base year ended', () => {
  it('is the last reported quarter over the mean of the year', () => {
    // Microsoft with finance leases in 2024: 14.0, 19.0, 20.0 and 22.6 billion USD, the last in 92 days of 366.
    const exit = medianAsOf('2025-02-28')('capex exit rate[microsoft]');
    expect(exit).toBeCloseTo(22.6 / 92 / ((14 + 19 + 20 + 22.6) / 366), 2);
  });

  it('is half a year of growth where no quarters are reported', () => {
    const median = medianAsOf('2025-02-28');
    expect(median('capex exit rate[neoclouds]')).toBeCloseTo(
      exp(median('first-year growth[neoclouds]') / 2),
      12,
    );
  });
});
