import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parsePositive, parseRange } from './quantity-values.ts';

describe('parsePositive', () => {
  it.each([
    ['37e9', 37e9],
    ['405B', 405e9],
    ['14.8T', 14.8e12],
    ['2.788m', 2_788_000],
    ['30,840,000', 30_840_000],
    ['671bn', 671e9],
  ])('reads %s', (text, value) => {
    expect(parsePositive(text)).toBe(value);
  });

  it.each(['0', '-3', 'x', '3 apples', '', '1e400'])('refuses “%s”', (text) => {
    expect(() => parsePositive(text)).toThrow(InvalidArgumentError);
  });
});

describe('parseRange', () => {
  const parse = parseRange('0.4', 1);

  it('reads a number, a range and a range with its likeliest value', () => {
    expect(parse('0.4')).toEqual({ kind: 'point', value: 0.4 });
    expect(parse('0.3..0.5')).toEqual({ kind: 'uniform', low: 0.3, high: 0.5 });
    expect(parse('0.3..0.4..0.5')).toEqual({ kind: 'triangular', low: 0.3, mode: 0.4, high: 0.5 });
  });

  it.each(['0', '1.1', '0.5..0.3', '0.3..', 'x', '0.1..0.2..0.3..0.4'])('refuses “%s”', (text) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError);
  });
});
