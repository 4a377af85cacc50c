import { describe, expect, it } from 'vitest';
import { constant, createInterpreter, min, ModelBuilder } from './index.ts';

describe('a small model', () => {
  it('runs', () => {
    const m = new ModelBuilder('small');
    const product = m.dimension('product', ['a', 'b']);
    const growth = m.input({ name: 'growth', unit: '1/month', over: [product] });
    const capacity = m.table({ name: 'capacity', unit: 'unit/month' });
    const demand = m.stock({
      name: 'demand',
      unit: 'unit/month',
      over: [product],
      initial: () => constant(10, 'unit/month'),
    });
    demand.next((p) => demand.at(p).plus(demand.at(p).times(growth.at(p)).times(constant(1, 'month'))));
    const built = m.variable({ name: 'built', unit: 'unit/month', over: [product] }, (p) =>
      min(demand.at(p), capacity.at()),
    );
    const backlog = m.stock({ name: 'backlog', unit: 'unit', over: [product], initial: () => 0 });
    backlog.flows({ in: (p) => [demand.at(p)], out: (p) => [built.at(p)] });
    const graph = m.build();
    const kernel = createInterpreter(graph, ['built[a]', 'backlog[a]', 'demand[b]']);
    const out = new Float64Array(9);
    kernel.run(Float64Array.of(0.5, 0), Float64Array.of(12, 12, 20), 3, out);
    expect([...out]).toEqual([10, 0, 10, 12, 0, 10, 20, 3, 10]);
  });
});
