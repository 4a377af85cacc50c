import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';

it('quotes fields of CSV only where needed, and writes numbers in full', () => {
  const rows = [
    ['plain', 0.1 + 0.2, undefined],
    ['comma, "quote"', NaN, true],
    ['line\nbreak', -0, ''],
  ];
  expect(toCsv(['a', 'b', 'c'], rows)).toBe(
    'a,b,c\nplain,0.30000000000000004,\n"comma, ""quote""",,true\n"line\nbreak",0,\n',
  );
});

it('writes JSON in the order of the type, maps in code-unit order', () => {
  const value = {
    z: 1,
    a: new Map([
      ['b', NaN],
      ['B', 2],
    ]),
    f: new Float64Array([1, 2]),
    u: undefined,
  };
  expect(JSON.parse(toJson(value))).toEqual({ z: 1, a: { B: 2, b: null }, f: [1, 2] });
  expect(toJson(value).indexOf('"z"')).toBeLessThan(toJson(value).indexOf('"a"'));
  expect(toJson(value).indexOf('"B"')).toBeLessThan(toJson(value).indexOf('"b"'));
});
