import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import type { DrawResult } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { computeParts } from './efficiency.ts';

const DRAWS = Array.from({ length: 12 }, (_, draw) => draw);

describe.each(DAYS)('an efficiency gain, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const after = (draw: number, settings: Readonly<Record<string, number>>): DrawResult =>
    bench.result(bench.set(bench.inputs(draw), settings));
  const elastic = (elasticity: number): Record<string, number> => ({
    'efficiency elasticity': elasticity,
    'training efficiency elasticity[frontier training]': elasticity,
    'training efficiency elasticity[catch-up training]': elasticity,
  });
  const settled = 60;

  it('changes no spending where the elasticity is one, to the last bit', () => {
    for (const draw of DRAWS) {
      const [without, gained] = [after(draw, {}), after(draw, { 'efficiency gain': 10, ...elastic(1) })];
      for (const family of ['due demand', 'delivered value', 'package starts by product', 'owned H100e'])
        for (const name of bench.scalarsOf(family)) expect(gained.series(name)).toEqual(without.series(name));
    }
  });

  it('of two raises spending by 7.9% where the elasticity is 1.11', () => {
    for (const draw of DRAWS) {
      const gained = after(draw, { 'efficiency gain': 2, ...elastic(1.11) });
      expect(gained.at('efficiency effect', settled)).toBeCloseTo(1.0792, 4);
      expect(gained.at('efficiency effect', 0)).toBeLessThan(1.05);
    }
  });

  it('lowers or raises what is due and, over all, what is delivered, in the order of the elasticities', () => {
    const sold = [0, 0, 0];
    for (const draw of DRAWS) {
      const due = [0.5, 1, 1.5].map((elasticity, index) => {
        const result = after(draw, { 'efficiency gain': 4, 'efficiency start': 6, ...elastic(elasticity) });
        // One draw may deliver less for more demand: scarce wafers then go to packages of less value.
        sold[index] = (sold[index] ?? 0) + total(result.series('delivered in scope[all]').slice(36));
        return total(result.series('due in scope[all]').slice(36));
      });
      expect(due).toEqual(due.toSorted((a, b) => a - b));
      expect(due[2]).toBeGreaterThan(2 * (due[0] ?? Number.NaN));
    }
    expect(sold).toEqual(sold.toSorted((a, b) => a - b));
  });

  it('reaches catch-up training first', () => {
    for (const draw of DRAWS) {
      const gain = { 'efficiency gain': 10, 'efficiency start': 2, 'efficiency spread': 12, ...elastic(0.5) };
      const result = after(draw, gain);
      const at = (part: string, month: number): number => result.at(`spending after gain[${part}]`, month);
      expect(at('catch-up training', 4)).toBeCloseTo(10 ** -0.5, 9);
      expect(at('inference', 4)).toBeGreaterThan(0.7);
      expect(at('inference', 20)).toBeCloseTo(10 ** -0.5, 9);
      for (const month of [0, 12, 60])
        expect(total(computeParts.map((part) => result.at(`part of demand[${part}]`, month)))).toBeCloseTo(
          1,
          12,
        );
    }
  });
});
