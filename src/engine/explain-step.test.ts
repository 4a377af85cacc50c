import { describe, expect, it } from 'vitest';
import {
  clamp,
  constant,
  explainStep,
  max,
  min,
  ModelBuilder,
  ratio,
  select,
  sum,
  traceDraw,
} from './index.ts';
import type { Moment, Step } from './index.ts';

const m = new ModelBuilder('stepwise');
const plant = m.dimension('plant', ['old', 'new']);
const size = m.input({ name: 'size', unit: 'wafer', over: [plant] });
const opening = m.input({ name: 'opening', unit: 'month', over: [plant] });
const lever = m.input({ name: 'lever', unit: '1' });
const rule = m.input({ name: 'rule', unit: '1' });
const elapsed = m.table({ name: 'elapsed', unit: 'month' });
const open = m.variable({ name: 'open', unit: '1', over: [plant] }, (p) =>
  clamp(elapsed.at().minus(opening.at(p)).over(constant(6, 'month')), 0, 1),
);
const made = m.variable({ name: 'made', unit: 'wafer' }, () =>
  sum(plant.members.map((member) => size.at(member).times(open.at(member)))).times(lever.at()),
);
const wanted = m.stock({ name: 'wanted', unit: 'wafer', initial: () => constant(50, 'wafer') });
wanted.next(() => wanted.at().times(1.1));
const used = m.variable({ name: 'used', unit: 'wafer' }, () =>
  select(rule.at(), max(made.at().minus(wanted.at()), 0), min(made.at(), wanted.at())),
);
m.variable({ name: 'share', unit: '1' }, () => ratio(used.at(), made.at(), 0));
m.variable({ name: 'grown', unit: 'wafer' }, () => wanted.closing().minus(wanted.at()));
const graph = m.build();
const trace = traceDraw(graph, Float64Array.of(100, 40, -12, 9, 1, 0), Float64Array.of(0.5, 1.5, 12.5), 3);
const idle = traceDraw(graph, Float64Array.of(10, 4, -12, 9, 1, 1), Float64Array.of(0.5, 1.5, 12.5), 3);
const ask = (name: string, month: number, moment: Moment = 'opening'): Step =>
  explainStep(trace, { name, month, moment });
const reduced = (step: Step): string =>
  step.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');

describe('explainStep', () => {
  it('leaves out zeros, ones, bounds not reached and branches not taken', () => {
    expect(ask('made', 0)).toMatchObject({ value: 100 });
    expect(reduced(ask('made', 0))).toBe('size[old]');
    expect(reduced(ask('made', 2))).toBe('size[old] + size[new] * open[new]');
    expect(reduced(ask('open[new]', 2))).toBe('(elapsed - opening[new]) / 6 month');
    expect(reduced(ask('used', 0))).toBe('min(made, wanted)');
    expect(reduced(ask('share', 0))).toBe('used / made');
    expect(ask('used', 0).equation).toBe('if(rule, max(made - wanted, 0), min(made, wanted))');
  });

  it('follows a zero to what makes it so', () => {
    expect(reduced(ask('open[new]', 0))).toBe('clamp((elapsed - opening[new]) / 6 month, 0, 1)');
    expect(ask('open[new]', 0).parts.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    const [taken, share] = ['used', 'share'].map((name) =>
      explainStep(idle, { name, month: 0, moment: 'opening' }),
    ) as [Step, Step];
    expect([taken.value, reduced(taken)]).toEqual([0, 'max(made - wanted, 0)']);
    expect([share.value, reduced(share)]).toEqual([0, 'used']);
  });

  it('tells how much each part moves the result', () => {
    const weights = new Map(ask('made', 2).parts.map(({ name, weight }) => [name, weight]));
    const whole = ask('made', 2).value;
    expect(weights.get('size[old]')).toBeCloseTo(100 / whole, 6);
    expect(weights.get('open[new]')).toBeCloseTo(1 - 100 / whole, 6);
    const bound = ask('used', 0).parts.map(({ name, weight }) => [name, Math.round(weight * 1000) / 1000]);
    expect(bound).toEqual([
      ['made', 0],
      ['wanted', 1],
    ]);
  });

  it('takes a stock from the month before, and its closing value from its own', () => {
    expect(ask('wanted', 1)).toMatchObject({ value: 50 * 1.1, parts: [{ name: 'wanted', month: 0 }] });
    const [closing, first] = ask('grown', 1).parts;
    expect(closing).toMatchObject({ name: 'wanted', month: 1, moment: 'closing' });
    expect(first).toMatchObject({ name: 'wanted', month: 1, moment: 'opening' });
    expect(reduced(ask('wanted', 0))).toBe('50 wafer');
  });

  it('ends at inputs and tables', () => {
    expect(ask('size[old]', 1)).toMatchObject({ kind: 'input', value: 100, pieces: [], equation: '' });
    expect(ask('elapsed', 1)).toMatchObject({ kind: 'table', value: 1.5, parts: [] });
    expect(() => ask('sise[old]', 1)).toThrow(/"nearest":"size\[old\]"/u);
  });
});
