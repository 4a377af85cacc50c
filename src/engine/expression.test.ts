import { describe, expect, it } from 'vitest';
import {
  abs,
  and,
  called,
  clamp,
  constant,
  convert,
  dimensionless,
  equal,
  equationText,
  exp,
  expOfSmall,
  floor,
  greater,
  less,
  log,
  max,
  min,
  ModelBuilder,
  not,
  or,
  pow,
  ratio,
  select,
  sqrt,
  sum,
} from './index.ts';
import type { Expr } from './index.ts';

const m = new ModelBuilder('names');
const usd = m.input({ name: 'spend', unit: 'USD/month' }).at();
const price = m.input({ name: 'price', unit: 'USD/unit' }).at();
const months = m.input({ name: 'lag', unit: 'month' }).at();
const share = m.input({ name: 'share', unit: '1' }).at();

describe('units of expressions', () => {
  it.each<[string, Expr, string]>([
    ['quotient', usd.over(price), 'unit/month'],
    ['product', usd.times(months), 'USD'],
    ['number times', usd.times(2), 'USD/month'],
    ['sum', sum([usd, usd, 0]), 'USD/month'],
    ['empty sum', sum([], 'USD'), 'USD'],
    ['zero on the left', max(0, usd), 'USD/month'],
    ['clamp', clamp(usd, 0, usd), 'USD/month'],
    ['ratio', ratio(usd, price, 0), 'unit/month'],
    ['ratio of numbers', ratio(1, months, constant(2, '1/month')), '1/month'],
    ['comparison', less(usd, 0), '1'],
    ['logic', and(greater(usd, 0), or(share, not(share))), '1'],
    ['selection', select(equal(share, 1), 0, price), 'USD/unit'],
    ['conversion', convert(months, 'week'), 'week'],
    ['bare number', exp(dimensionless(months, 'month').negate()), '1'],
    ['root', sqrt(months.times(months)), 'month'],
    ['power by a number', pow(months, 2), 'month^2'],
    ['power', pow(share, share), '1'],
    ['floor', floor(months), 'month'],
    ['absolute', abs(usd.minus(usd)), 'USD/month'],
    ['logarithm', log(share.plus(1)), '1'],
    ['call', called('sharing', [usd], price), 'USD/unit'],
  ])('%s', (_, expr, unit) => {
    expect(expr.fault).toBeUndefined();
    expect(expr.unit.text).toBe(unit);
  });

  it.each<[string, Expr, string, string, string]>([
    ['plus', usd.plus(price), 'plus', 'USD/month', 'USD/unit'],
    ['plus a number', usd.plus(1), 'plus', 'USD/month', '1'],
    ['number first', min(1, usd), 'min', 'USD/month', '1'],
    ['minus', usd.minus(months), 'minus', 'USD/month', 'month'],
    ['sum', sum([usd, usd, price]), 'sum', 'USD/month', 'USD/unit'],
    ['declared sum', sum([usd], 'USD'), 'sum', 'USD', 'USD/month'],
    ['max', max(usd, price), 'max', 'USD/month', 'USD/unit'],
    ['comparison', less(usd, months), 'less', 'USD/month', 'month'],
    ['exponential', exp(months), 'exp', '1', 'month'],
    ['power', pow(2, months), 'pow', '1', 'month'],
    ['condition', select(usd, 1, 2), 'select', '1', 'USD/month'],
    ['branches', select(share, usd, price), 'select', 'USD/month', 'USD/unit'],
    ['logic', and(share, usd), 'and', '1', 'USD/month'],
    ['fallback', ratio(usd, price, usd), 'ratio', 'unit/month', 'USD/month'],
    ['conversion', convert(months, 'USD'), 'convert', 'month', 'USD'],
    ['another scale', months.plus(constant(1, 'year')), 'plus', 'month', 'year'],
    ['bare number', dimensionless(months, 'week'), 'dimensionless', 'week', 'month'],
  ])('fault: %s', (_, expr, operation, expected, found) => {
    expect(expr.fault).toEqual({ code: 'unit-mismatch', params: { operation, expected, found } });
  });

  it('refuses numbers that are not finite and sums of nothing', () => {
    expect(constant(Number.NaN).fault?.code).toBe('not-finite');
    expect(usd.times(1 / 0).args[1]?.fault?.code).toBe('not-finite');
    expect(sum([]).fault?.code).toBe('empty-sum');
  });
});

describe('written equations', () => {
  const a = share;
  const b = m.input({ name: 'b', unit: '1', over: [m.dimension('site', ['x'])] }).at('x');
  it.each<[string, Expr]>([
    ['share + b[x] * share', a.plus(b.times(a))],
    ['(share + b[x]) * share', a.plus(b).times(a)],
    ['share - (b[x] - share)', a.minus(b.minus(a))],
    ['share - b[x] - share', a.minus(b).minus(a)],
    ['share / (b[x] * share)', a.over(b.times(a))],
    ['-(share + b[x])', a.plus(b).negate()],
    ['-share * b[x]', a.negate().times(b)],
    ['share + b[x] + share', sum([a, b, a])],
    ['min(share + b[x], 0)', min(a.plus(b), 0)],
    ['clamp(spend, 0, 2 USD/month)', clamp(usd, 0, constant(2, 'USD/month'))],
    ['if(share < b[x] and not(b[x]), 1, 2)', select(and(less(a, b), not(b)), 1, 2)],
    ['ratio(spend, price, 0)', ratio(usd, price, 0)],
    ['convert(lag, week) / 2 week', convert(months, 'week').over(constant(2, 'week'))],
    ['lag', dimensionless(months, 'month')],
    ['exp(share)', expOfSmall(a)],
    ['fair share(share, b[x])', called('fair share', [a, b], a.plus(b))],
    ['share * 0.333333', a.times(1 / 3)],
  ])('%s', (text, expr) => {
    expect(equationText(expr)).toBe(text);
  });

  it('writes what occurs more than once a single time, so that text cannot explode', () => {
    let tower = a.times(b).plus(1);
    for (let i = 0; i < 40; i++) tower = tower.times(tower.plus(1));
    const text = equationText(tower);
    expect(text.length).toBeLessThan(2000);
    expect(text).toMatch(/^x1 \* \(x1 \+ 1\) where x1 = x2 \* \(x2 \+ 1\); /);
    expect(equationText(tower, 30)).toHaveLength(30);
  });
});
