import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { constant, createInterpreter, max, min, ModelBuilder, select, sum } from './index.ts';

function problemsOf(m: ModelBuilder): readonly Problem[] {
  try {
    m.build();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

function run(
  m: ModelBuilder,
  outputs: string[],
  inputs: number[],
  tables: number[],
  months: number,
): number[] {
  const out = new Float64Array(outputs.length * months);
  createInterpreter(m.build(), outputs).run(
    Float64Array.from(inputs),
    Float64Array.from(tables),
    months,
    out,
  );
  return [...out];
}

describe('a model', () => {
  it('runs month by month from opening values', () => {
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
    const outputs = ['built[a]', 'backlog[a]', 'demand[b]'];
    expect(run(m, outputs, [0.5, 0], [12, 12, 20], 3)).toEqual([10, 0, 10, 12, 0, 10, 20, 3, 10]);
  });

  it('moves all stocks at once', () => {
    const m = new ModelBuilder('swap');
    const a = m.stock({ name: 'a', unit: '1', initial: () => 1 });
    const b = m.stock({ name: 'b', unit: '1', initial: () => 2 });
    a.next(() => b.at());
    b.next(() => a.at());
    expect(run(m, ['a', 'b'], [], [], 3)).toEqual([1, 2, 2, 1, 1, 2]);
  });

  it('reads tables ahead, held at both ends, and from their start in initial values', () => {
    const m = new ModelBuilder('tables');
    const plan = m.table({ name: 'plan', unit: 'unit' });
    const first = m.stock({
      name: 'first',
      unit: 'unit',
      initial: () => plan.at({ ahead: 1 }).plus(doubled.at()),
    });
    const doubled = m.variable({ name: 'doubled', unit: 'unit' }, () => plan.at().times(2));
    first.next(() => first.at());
    m.variable({ name: 'later', unit: 'unit' }, () => plan.at({ ahead: 2 }));
    m.variable({ name: 'earlier', unit: 'unit' }, () => plan.at({ ahead: -1 }));
    expect(run(m, ['later', 'earlier', 'first'], [], [1, 2, 4], 3)).toEqual([4, 1, 4, 4, 1, 4, 4, 2, 4]);
  });

  it('starts stocks from inputs, other stocks and variables', () => {
    const m = new ModelBuilder('initial');
    const cover = m.input({ name: 'cover', unit: 'month' });
    const rate = m.stock({ name: 'rate', unit: 'unit/month', initial: () => constant(4, 'unit/month') });
    rate.next(() => rate.at().times(2));
    const wanted = m.variable({ name: 'wanted', unit: 'unit' }, () => rate.at().times(cover.at()));
    const held = m.stock({ name: 'held', unit: 'unit', initial: () => wanted.at() });
    held.next(() => held.at());
    expect(run(m, ['held', 'wanted'], [3], [], 2)).toEqual([12, 12, 12, 24]);
  });

  it('refers to closing values and to families defined later', () => {
    const m = new ModelBuilder('closing');
    const twice = m.variable({ name: 'twice', unit: '1' }, () => level.closing().times(2));
    const level = m.stock({ name: 'level', unit: '1', initial: () => 1 });
    level.next(() => level.at().plus(1));
    expect(twice.at().unit.text).toBe('1');
    expect(run(m, ['twice', 'level'], [], [], 2)).toEqual([4, 1, 6, 2]);
  });

  it('projects points onto the dimensions of what is read', () => {
    const m = new ModelBuilder('points');
    const product = m.dimension('product', ['a', 'b', 'c']);
    const own = m.subset('own product', product, ['b', 'c']);
    const site = m.dimension('site', ['x', 'y']);
    const price = m.input({ name: 'price', unit: '1', over: [product] });
    const used = m.variable({ name: 'used', unit: '1', over: [site, own] }, (p) =>
      price
        .at(p)
        .plus(p.of(site) === 'y' ? 10 : 20)
        .plus(p.of(product) === 'b' ? 100 : 200),
    );
    m.variable({ name: 'total', unit: '1', over: [own] }, (p) => sum(p.along(site).map((q) => used.at(q))));
    m.variable({ name: 'one', unit: '1' }, () => used.at('y', 'c'));
    expect(run(m, ['total[b]', 'total[c]', 'one'], [1, 2, 3], [], 1)).toEqual([234, 436, 213]);
    expect(m.build().families.get('used')?.scalars).toEqual([
      'used[x,b]',
      'used[x,c]',
      'used[y,b]',
      'used[y,c]',
    ]);
  });

  it('has equations deeper than the call stack', () => {
    const m = new ModelBuilder('deep');
    const step = m.dimension(
      'step',
      Array.from({ length: 20_000 }, (_, i) => `s${i}`),
    );
    const x = m.input({ name: 'x', unit: '1' });
    const chain = m.variable({ name: 'chain', unit: '1', over: [step] }, (p) => {
      const position = Number(p.of(step).slice(1));
      return position === 19_999 ? x.at() : chain.at(`s${position + 1}`).plus(1);
    });
    expect(run(m, ['chain[s0]'], [5], [], 1)).toEqual([20_004]);
  });
});

describe('problems of a model', () => {
  it('are found all at once, each with its equation, once for a family', () => {
    const m = new ModelBuilder('wrong');
    const product = m.dimension('product', ['b200', 'b300']);
    const spend = m.input({ name: 'spend', unit: 'USD/month', over: [product] });
    const price = m.input({ name: 'price', unit: 'USD/unit', over: [product] });
    m.variable({ name: 'revenue', unit: 'USD/month', over: [product] }, (p) => spend.at(p).plus(price.at(p)));
    m.variable({ name: 'units', unit: 'unit', over: [product] }, (p) => spend.at(p).over(price.at(p)));
    m.variable({ name: 'one', unit: 'USD/month' }, () => max(spend.at('b20'), spend.at()));
    m.variable({ name: 'no place', unit: 'USD/month' }, (p) => spend.at(p.of(product)));
    m.stock({ name: 'stuck', unit: '1', initial: () => 0 });
    m.input({ name: 'spend', unit: '1' });
    m.input({ name: 'odd[', unit: 'USD/' });
    expect(problemsOf(m)).toEqual([
      { code: 'duplicate-name', params: { name: 'spend', kind: 'input' } },
      { code: 'invalid-name', params: { name: 'odd[', expected: expect.any(String) } },
      {
        code: 'invalid-unit',
        params: { equation: 'odd[', unit: 'USD/', found: expect.any(String), expected: expect.any(String) },
      },
      {
        code: 'unit-mismatch',
        params: {
          equation: 'units[b200]',
          operation: 'definition',
          expected: 'unit',
          found: 'unit/month',
          in: 'spend[b200] / price[b200]',
        },
      },
      { code: 'missing-dimension', params: { equation: 'no place', dimension: 'product', found: '' } },
      { code: 'stock-without-next', params: { equation: 'stuck' } },
      {
        code: 'unit-mismatch',
        params: {
          equation: 'revenue[b200]',
          operation: 'plus',
          expected: 'USD/month',
          found: 'USD/unit',
          in: 'spend[b200] + price[b200]',
        },
      },
      {
        code: 'unknown-member',
        params: { equation: 'one', name: 'spend', dimension: 'product', found: 'b20', nearest: 'b200' },
      },
      {
        code: 'wrong-members',
        params: { equation: 'one', name: 'spend', expected: 'product', found: 'no member' },
      },
    ]);
  });

  it('include cycles, with the way round', () => {
    const m = new ModelBuilder('cycle');
    const a = m.variable({ name: 'a', unit: '1' }, () => b.at().plus(1));
    const b = m.variable({ name: 'b', unit: '1' }, () => c.at().times(2));
    const c = m.variable({ name: 'c', unit: '1' }, () => select(0, a.at(), 1));
    const self = m.stock({ name: 'self', unit: '1', initial: () => self.at() });
    self.next(() => self.closing());
    expect(problemsOf(m)).toEqual([
      { code: 'cycle', params: { equation: 'c', path: 'a -> b -> c -> a' } },
      { code: 'cycle', params: { equation: 'self', path: 'self -> self' } },
    ]);
  });

  it('do not include cycles through a stock', () => {
    const m = new ModelBuilder('loop');
    const level = m.stock({ name: 'level', unit: '1', initial: () => 1 });
    const flow = m.variable({ name: 'flow', unit: '1' }, () => level.at().times(0.5));
    level.next(() => level.at().minus(flow.at()));
    expect(problemsOf(m)).toEqual([]);
  });

  it('include families of another model', () => {
    const other = new ModelBuilder('other').input({ name: 'x', unit: '1' });
    const m = new ModelBuilder('mine');
    m.variable({ name: 'y', unit: '1' }, () => other.at().plus(1));
    expect(problemsOf(m)).toMatchObject([
      { code: 'foreign-reference', params: { equation: 'y', name: 'x' } },
    ]);
  });

  it('keep other errors and say where they come from', () => {
    const m = new ModelBuilder('broken');
    m.variable({ name: 'y', unit: '1' }, () => {
      throw new TypeError('no such thing');
    });
    expect(() => m.build()).toThrow('in the equation of y');
  });

  it('come from dimensions at once', () => {
    const m = new ModelBuilder('dimensions');
    expect(() => m.dimension('product', ['a', 'b', 'a', 'c,d'])).toThrow(ProblemError);
    const product = m.dimension('product', ['b200', 'b300']);
    expect(() => m.subset('new', product, ['b30'])).toThrow(/b300/);
  });
});

describe('names of a graph', () => {
  const m = new ModelBuilder('names');
  const product = m.dimension('product', ['a', 'b']);
  const price = m.input({ name: 'price', unit: 'USD/unit', over: [product], meta: { query: 'price' } });
  m.table({ name: 'plan', unit: '1' });
  m.variable({ name: 'cost', unit: 'USD/unit', over: [product], publish: true, source: 'TSMC 2024' }, (p) =>
    price.at(p),
  );
  m.stock({ name: 'level', unit: '1', initial: () => 1 }).next(() => 1);
  const graph = m.build();

  it('are found', () => {
    expect(graph.inputIndex('price[b]')).toBe(1);
    expect(graph.tableIndex('plan')).toBe(0);
    expect(graph.stateIndex('level')).toBe(0);
    expect(graph.variable('cost[a]')).toMatchObject({ family: 'cost', members: ['a'] });
    expect(graph.find('price[a]')).toMatchObject({ kind: 'input', index: 0 });
    expect(graph.has('nothing')).toBe(false);
  });

  it('keep what the model says of them', () => {
    expect(graph.families.get('price')?.meta).toEqual({ query: 'price' });
    expect(graph.families.get('cost')).toMatchObject({
      publish: true,
      source: 'TSMC 2024',
      dimensions: ['product'],
    });
  });

  it('are refused with the nearest one', () => {
    expect(() => graph.inputIndex('price[c]')).toThrow(/"nearest":"price\[a\]"/);
    expect(() => graph.variable('price[a]')).toThrow(ProblemError);
    expect(() => createInterpreter(graph, ['cots[a]'])).toThrow(/"nearest":"cost\[a\]"/);
  });
});
