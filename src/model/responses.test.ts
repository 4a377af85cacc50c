import { describe, expect, it } from 'vitest';
import { DrawBench, total } from '../../e2e/support/draws.ts';
import type { DrawResult } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { ruleNumber } from './allocation.ts';
import { allocationRules, memoryMakers, packageInputs } from './catalogue.ts';
import { expandable } from './expansion.ts';

const DRAWS = 24;
/** Rounding of sums in another order. */
const ROUNDING = 1e-12;

describe.each(DAYS)('what a change does, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const { sets, catalogue } = bench.run.model;
  const months = Array.from({ length: bench.months }, (_, month) => month);
  const products = catalogue.products.map(({ id }) => id);
  const plants = catalogue.plants.map(({ id }) => id);
  const withCowos = catalogue.products.filter(({ usesCowos }) => usesCowos).map(({ id }) => id);
  const draws = Array.from({ length: DRAWS }, (_, draw) => draw);

  type Settings = Readonly<Record<string, number>>;
  const after = (draw: number, settings: Settings = {}): DrawResult =>
    bench.result(bench.set(bench.inputs(draw), settings));
  const delivered = (result: DrawResult, family: string, members: readonly string[], span = months): number =>
    total(members.flatMap((member) => span.map((month) => result.at(`${family}[${member}]`, month))));
  const firstYear = months.slice(0, 12);
  /** Ratios of a sum with a change to the sum without, over the draws. */
  const ratios = (sum: (result: DrawResult) => number, change: Settings, both: Settings = {}): number[] =>
    draws.map((draw) => sum(after(draw, { ...both, ...change })) / sum(after(draw, both)));

  it('more CoWoS gives no less in the first year under weighted max-min', () => {
    const rule = { 'allocation rule': ruleNumber('weighted-max-min') };
    const value = ratios(
      (result) => delivered(result, 'delivered in scope', ['all'], firstYear),
      { 'cowos factor': 1.3 },
      rule,
    );
    // Where nobody waits, budgets drift a little less upwards (M), which the first year hardly sees.
    expect(Math.min(...value)).toBeGreaterThan(0.99);
    expect(Math.max(...value)).toBeGreaterThan(1.05);
    // Compute can fall a little more than value: packages made early are of an older generation, and less is left of
    // the same budgets for the newer.
    const compute = ratios(
      (result) => delivered(result, 'delivered H100e of product', products, firstYear),
      { 'cowos factor': 1.3 },
      rule,
    );
    expect(Math.min(...compute)).toBeGreaterThan(0.95);
    expect(total(compute) / compute.length).toBeGreaterThan(1.02);
  });

  it('due demand opens at what was delivered as the base year ended ÷ (1 − g0), at the pace of budgets', () => {
    for (const draw of draws) {
      const drawn = after(draw, { 'price drift': 0 });
      const input = (name: string): number =>
        bench.inputs(draw)[bench.run.model.graph.inputIndex(name)] ?? Number.NaN;
      for (const buyer of ['microsoft', 'meta', 'neoclouds']) {
        const channels = sets.channelsOfBuyer(buyer);
        const due = total(channels.map((channel) => drawn.at(`due demand[${channel}]`, 0)));
        const opening = total(channels.map((channel) => drawn.at(`opening spend by buyer[${channel}]`, 0)));
        const pace = drawn.at(`budget index[${buyer}]`, 0) / input(`capex exit rate[${buyer}]`);
        expect((due * (1 - input('initial gap'))) / (opening * pace)).toBeCloseTo(1, 9);
      }
    }
  });

  it('removing a plant never raises packaging capacity, beyond what suppliers then build', () => {
    for (const draw of draws) {
      const plant = plants[draw % plants.length] ?? '';
      const still = { 'supplier response': 0 };
      const [whole, less] = [after(draw, still), after(draw, { ...still, [`plant removed[${plant}]`]: 1 })];
      expect(Math.max(...less.series(`plant capacity[${plant}]`))).toBe(0);
      for (const month of months) {
        const limit = whole.at('packaging capacity', month) * (1 + ROUNDING);
        expect(less.at('packaging capacity', month)).toBeLessThanOrEqual(limit);
        expect(less.at('packaging capacity', month)).toBeCloseTo(
          whole.at('packaging capacity', month) - whole.at(`plant capacity[${plant}]`, month),
          6,
        );
      }
      const lost = after(draw, { [`plant removed[${plant}]`]: 1 });
      const published = whole.series('published packaging capacity');
      for (const month of months)
        expect(lost.at('published packaging capacity', month)).toBeLessThanOrEqual(
          (published[month] ?? 0) * (1 + ROUNDING),
        );
    }
  });

  it('a delay moves a plant’s capacity later, by that much', () => {
    for (const draw of draws) {
      const plant = plants[draw % plants.length] ?? '';
      const opened = (result: DrawResult): number =>
        months.find((month) => result.at(`plant capacity[${plant}]`, month) > 0) ?? bench.months;
      const [onTime, late] = [after(draw), after(draw, { [`plant slip[${plant}]`]: 9 })];
      for (const month of months)
        expect(late.at('published packaging capacity', month)).toBeLessThanOrEqual(
          onTime.at('published packaging capacity', month) * (1 + ROUNDING),
        );
      if (opened(onTime) > 0) expect(opened(late)).toBe(Math.min(opened(onTime) + 9, bench.months));
    }
  });

  it('without a response suppliers add nothing; with one they add where need is', () => {
    for (const draw of draws) {
      const result = after(draw, { 'supplier response': 0 });
      for (const resource of expandable)
        expect(Math.max(...result.series(`capacity added[${resource}]`))).toBe(0);
    }
    const most = draws.map((draw) =>
      total(expandable.map((resource) => after(draw).at(`capacity added[${resource}]`, bench.months - 1))),
    );
    expect(Math.max(...most)).toBeGreaterThan(0);
  });

  it('a full export cut ends due demand of the China line, and only of that', () => {
    for (const draw of draws) {
      const result = after(draw, { 'export cut': 1, 'export cut start': 5 });
      const due = result.series('due demand[nvidia-china to china]');
      expect(Math.min(...due.slice(0, 5))).toBeGreaterThan(0);
      expect(Math.max(...due.slice(6))).toBe(0);
      expect(Math.min(...result.series('due demand[huawei to china]'))).toBeGreaterThan(0);
      expect(Math.min(...result.series('due demand[nvidia to meta]'))).toBeGreaterThan(0);
    }
  });

  it('without demand nothing is requested, and nothing sold once what was overdue is served', () => {
    for (const draw of draws) {
      const overdue = Object.fromEntries(sets.line.members.map((line) => [`initial overdue[${line}]`, 0]));
      const never = after(draw, { 'demand factor': 0, ...overdue });
      expect(delivered(never, 'delivered packages', products)).toBe(0);
      expect(delivered(never, 'package starts by product', products)).toBe(0);
      const ending = after(draw, { 'demand factor': 0 });
      const late = months.slice(24);
      expect(delivered(ending, 'delivered packages', products, late)).toBeLessThan(
        1e-3 * delivered(ending, 'delivered packages', products, firstYear),
      );
      for (const result of [never, ending]) expect(result.values.every(Number.isFinite)).toBe(true);
    }
  });

  it('without CoWoS no CoWoS package is made, other packages are, and CoWoS is what binds', () => {
    for (const draw of draws) {
      for (const [rule] of allocationRules.entries()) {
        const result = after(draw, { 'cowos factor': 0, 'allocation rule': rule });
        expect(delivered(result, 'package starts by product', withCowos)).toBe(0);
        // What was in the pipe sells; nothing comes after it, unless it lies unsold.
        expect(delivered(result, 'packages finished', withCowos, months.slice(7))).toBe(0);
        expect(delivered(result, 'delivered packages', products, months.slice(7))).toBeGreaterThan(0);
        expect(result.at('binding[gpu,cowos]', 3)).toBeGreaterThan(0.3);
        expect(result.at('capacity added[cowos]', bench.months - 1)).toBe(0);
      }
    }
  });

  it('with ten times the CoWoS something else binds', () => {
    for (const draw of draws) {
      const result = after(draw, { 'cowos factor': 10 });
      for (const month of months.slice(6)) {
        expect(result.at('binding[all,cowos]', month)).toBe(0);
        const others = [...packageInputs.filter((input) => input !== 'cowos'), 'own supply', 'demand'];
        expect(total(others.map((input) => result.at(`binding[all,${input}]`, month)))).toBeCloseTo(1, 9);
      }
    }
  });

  it('memory makers neither flood the market for ever nor leave it dry', () => {
    for (const draw of draws) {
      const result = after(draw);
      for (const month of months) {
        const capacity = total(memoryMakers.map((maker) => result.at(`memory capacity[${maker}]`, month)));
        expect(result.at('wafers offered[hbm]', month)).toBeGreaterThan(0.05 * capacity);
        expect(result.at('wafers offered[hbm]', month)).toBeLessThan(24 * capacity);
      }
    }
  });

  it('deliveries follow demand smoothly where supply is ample', () => {
    const ample = Object.fromEntries(
      ['cowos factor', 'hbm factor', ...sets.node.members.map((node) => `logic factor[${node}]`)].map(
        (name) => [name, 10],
      ),
    );
    for (const draw of draws) {
      const sold = after(draw, ample).series('delivered in scope[line nvidia]').slice(12);
      const steps = sold.slice(1).map((value, index) => value / (sold[index] ?? Number.NaN));
      expect(Math.min(...steps)).toBeGreaterThan(0.7);
      expect(Math.max(...steps)).toBeLessThan(1.4);
    }
  });
});
