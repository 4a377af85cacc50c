import { describe, expect, it } from 'vitest';
import { DrawBench } from '../../e2e/support/draws.ts';
import { DAYS, runAsOf } from '../../e2e/support/evidence.ts';
import { randomScenario } from '../../e2e/support/random-scenario.ts';
import type { Unit } from '../engine/index.ts';

/** Power of USD in a unit: 1 for `USD/month`, -1 for `unit/USD`, 0 for `wafer`. */
function powerOfDollars(unit: Unit): number {
  return unit.symbols.find(({ symbol }) => symbol === 'USD')?.exponent ?? 0;
}

describe.each(DAYS)('a dollar worth half as much, as of %s', (day) => {
  const bench = new DrawBench(runAsOf(day));
  const { graph } = bench.run.model;

  it('changes no count, and doubles every amount of money, to the last bit', () => {
    const dollars = graph.inputs.map(({ unit }) => powerOfDollars(unit));
    expect(new Set(dollars)).toEqual(new Set([0, 1]));
    const units = new Map([...graph.variables, ...graph.states].map(({ name, unit }) => [name, unit]));
    const factors = bench.outputs.map((name) => {
      const unit = units.get(name);
      return unit ? 2 ** powerOfDollars(unit) : Number.NaN;
    });
    const wrong = new Set<string>();
    for (let scenario = 0; scenario < 40; scenario++) {
      const { inputs } = randomScenario(bench, scenario);
      const plain = bench.result(inputs).values;
      const doubled = bench.result(inputs.map((value, index) => value * 2 ** (dollars[index] ?? 0))).values;
      for (let place = 0; place < plain.length; place++) {
        const output = place % bench.outputs.length;
        if (doubled[place] !== (plain[place] ?? 0) * (factors[output] ?? 0))
          wrong.add(bench.outputs[output] ?? '');
      }
    }
    expect([...wrong]).toEqual([]);
  });
});
