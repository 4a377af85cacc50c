import { describe, expect, it } from 'vitest';
import {
  called,
  compileJavaScript,
  constant,
  explain,
  explainTrace,
  min,
  ModelBuilder,
  sum,
  traceDraw,
} from './index.ts';
import type { Explanation } from './index.ts';

const m = new ModelBuilder('explained');
const product = m.dimension('product', ['b200', 'b300']);
const growth = m.input({ name: 'growth', unit: '1', over: [product], description: 'monthly growth' });
const capacity = m.table({ name: 'capacity', unit: 'unit/month' });
const demand = m.stock({
  name: 'demand',
  unit: 'unit/month',
  over: [product],
  initial: (p) => constant(10, 'unit/month').times(growth.at(p)),
});
demand.next((p) => demand.at(p).times(growth.at(p)));
const share = m.variable({ name: 'share', unit: '1', over: [product] }, (p) =>
  demand.at(p).over(sum(product.members.map((member) => demand.at(member)))),
);
const shipments = m.variable({ name: 'shipments', unit: 'unit/month', over: [product] }, (p) =>
  min(demand.at(p), capacity.at({ ahead: 1 }).times(share.at(p))),
);
m.variable({ name: 'left', unit: 'unit/month' }, () =>
  called('what remains', [capacity.at(), shipments.at('b200')], capacity.at().minus(shipments.at('b200'))),
);
m.variable({ name: 'growing', unit: 'unit/month' }, () => demand.closing('b300').minus(demand.at('b300')));
const graph = m.build();
const inputs = Float64Array.of(1.5, 1.1);
const tables = Float64Array.of(12, 15, 20, 25);
const ask = (name: string, month: number, depth?: number): Explanation =>
  explain(graph, inputs, tables, 4, name, month, depth === undefined ? {} : { depth });

describe('explain', () => {
  it('writes the equation with names and with numbers', () => {
    const answer = ask('shipments[b300]', 2);
    expect(answer).toMatchObject({ kind: 'variable', unit: 'unit/month', month: 2 });
    expect(answer.equation).toBe('min(demand[b300], capacity (+1 months) * share[b300])');
    expect(answer.substituted).toBe('min(13.31, 25 * 0.28283)');
    expect(answer.parts.map((part) => `${part.name}@${part.month}`)).toEqual([
      'demand[b300]@2',
      'capacity@3',
      'share[b300]@2',
    ]);
  });

  it('goes down to inputs and tables, stocks to the month before and their start', () => {
    const answer = ask('demand[b200]', 2, 9);
    expect(answer.equation).toBe('demand[b200] * growth[b200]');
    expect(answer.substituted).toBe('22.5 * 1.5');
    const first = answer.parts[0]?.parts[0];
    expect(first).toMatchObject({
      month: 0,
      equation: '10 unit/month * growth[b200]',
      substituted: '10 unit/month * 1.5',
    });
    expect(first?.parts).toMatchObject([
      { kind: 'input', value: 1.5, description: 'monthly growth', equation: '', parts: [] },
    ]);
  });

  it('has exactly the numbers of the run', () => {
    const names = [...graph.variables, ...graph.states].map((scalar) => scalar.name);
    const out = new Float64Array(names.length * 4);
    compileJavaScript(graph, names).run(inputs, tables, 4, out);
    const check = (answer: Explanation): number => {
      const column = names.indexOf(answer.name);
      if (column >= 0 && answer.moment === 'opening') {
        expect(answer.value).toBe(out[answer.month * names.length + column]);
      }
      if (answer.kind === 'table') expect(answer.value).toBe(tables[answer.month]);
      return 1 + answer.parts.reduce((count, part) => count + check(part), 0);
    };
    for (const name of names)
      for (let month = 0; month < 4; month++) expect(check(ask(name, month, 12))).toBeGreaterThan(1);
  });

  it('writes calls by name, and explains what they were given', () => {
    const answer = ask('left', 0);
    expect(answer.equation).toBe('what remains(capacity, shipments[b200])');
    expect(answer.parts).toHaveLength(2);
  });

  it('tells closing from opening values', () => {
    const answer = ask('growing', 1, 2);
    expect(answer.equation).toBe('closing demand[b300] - demand[b300]');
    expect(answer.substituted).toBe('13.31 - 12.1');
    expect(answer.parts[0]).toMatchObject({
      moment: 'closing',
      month: 1,
      equation: 'demand[b300] * growth[b300]',
    });
  });

  it('stops at the depth asked for, and does not repeat itself', () => {
    const shallow = ask('shipments[b200]', 3, 1);
    expect(shallow.parts.map((part) => part.cut)).toEqual([true, false, true]);
    const deep = ask('share[b300]', 3, 20);
    const seen = new Map<string, number>();
    const count = (answer: Explanation): void => {
      const key = `${answer.name}@${answer.month}`;
      if (answer.parts.length > 0) seen.set(key, (seen.get(key) ?? 0) + 1);
      answer.parts.forEach(count);
    };
    count(deep);
    expect(Math.max(...seen.values())).toBe(1);
  });

  it('answers several questions about one draw', () => {
    const trace = traceDraw(graph, inputs, tables, 4);
    expect(explainTrace(trace, 'shipments[b200]', 1)).toEqual(ask('shipments[b200]', 1));
    expect(trace.valueOf('growth[b300]', 3)).toBe(1.1);
    expect(() => trace.valueOf('capacity', 4)).toThrow(RangeError);
    expect(() => explainTrace(trace, 'shipment[b200]', 1)).toThrow(/"nearest":"shipments\[b200\]"/);
  });
});
