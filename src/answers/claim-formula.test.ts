import { assert, constantFrom, integer, letrec, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from './claim-formula.ts';
import { parseFormula } from './claim-formula.ts';

function formula(text: string): Formula {
  const parsed = parseFormula(text);
  if ('fault' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`);
  return parsed.formula;
}

const fault = (text: string): unknown => {
  const parsed = parseFormula(text);
  return 'fault' in parsed ? parsed.fault : undefined;
};

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 4 / 2', 1],
    ['10 - 4 - 3', 3],
    ['(30 / 12) ^ (1 / 3) - 1', 0.3572],
    ['1e3 & 2.5', 2.5],
    ['1 + 5 & 2 * 2', 4],
  ])('%s is %d', (text, expected) => {
    expect(formula(text).evaluate([])).toBeCloseTo(expected, 4);
  });

  it('names its calls by letters, equal ones by one, and keeps brackets in their arguments', () => {
    const read = formula('(row(x-1; low) + claim()) / row(x-1; low) * count(metric=a; entity=B (C))');
    expect(read.expression).toBe('(a + b) / a × c');
    expect(read.calls.map(({ name, args, at }) => [name, args, at])).toEqual([
      ['row', ['x-1', 'low'], 1],
      ['claim', [], 17],
      ['count', ['metric=a', 'entity=B (C)'], 44],
    ]);
    expect(read.evaluate([2, 4, 10])).toBe(30);
  });

  it.each([
    ['1 +', { at: 3, expected: 'number, name(…)', found: '' }],
    ['(1 + 2', { at: 6, expected: ')', found: '' }],
    ['row(x', { at: 0, expected: ')', found: 'row(x' }],
    ['1 2', { at: 2, expected: '+ - * / ^ &', found: '2' }],
    ['', { at: 0, expected: 'number, name(…)', found: '' }],
  ])('%j is refused where it goes wrong', (text, expected) => {
    expect(fault(text)).toEqual(expected);
  });

  it('computes any tree of sums and products as it is bracketed', () => {
    interface Tree {
      readonly text: string;
      readonly value: number;
    }
    const apply: Readonly<Record<string, (a: number, b: number) => number>> = {
      '+': (a, b) => a + b,
      '-': (a, b) => a - b,
      '*': (a, b) => a * b,
      '/': (a, b) => a / b,
    };
    const { tree } = letrec<{ tree: Tree }>((tie) => ({
      tree: oneof(
        { depthSize: 'small' },
        integer({ min: 1, max: 99 }).map((value) => ({ text: String(value), value })),
        tuple(tie('tree'), constantFrom(...Object.keys(apply)), tie('tree')).map(([a, sign, b]) => ({
          text: `(${a.text} ${sign} ${b.text})`,
          value: apply[sign]?.(a.value, b.value) ?? Number.NaN,
        })),
      ),
    }));
    assert(
      property(tree, ({ text, value }) => {
        expect(formula(text).evaluate([])).toBe(value);
      }),
    );
  });
});
