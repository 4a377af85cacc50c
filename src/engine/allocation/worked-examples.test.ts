import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem.ts';
import type { Expr, Operand } from '../expression.ts';
import { constant } from '../expression-functions.ts';
import { entry } from './claim-list.ts';
import { prepareRule } from './evaluate-rule.ts';
import type { PreparedRule } from './evaluate-rule.ts';
import {
  byPriority,
  contractsFirst,
  contractsFirstFilling,
  marketPrice,
  progressiveFilling,
  proportional,
  strictPriority,
  weightedMaxMin,
  woodCurves,
} from './index.ts';
import type { TierRule } from './index.ts';
import { curveShare } from './priority-curve.ts';

type Rule = (demands: readonly Expr[], supply: Expr) => readonly Expr[];

/** Runs a rule with demands and supply as inputs, so that nothing is folded away. */
function shares(rule: Rule, demands: readonly number[], supply: number): number[] {
  const n = demands.length;
  return prepareRule(n + 1, (x) => rule(x.slice(0, n), entry(x, n)))([...demands, supply]);
}

function expectClose(found: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((found[i] ?? NaN) - value), found.join(', ')).toBeLessThanOrEqual(tolerance);
  }
}

const d = [3, 2, 4];

const normalCurves: Rule = (demands, supply) =>
  woodCurves({ demands, priorities: [1, 2, 3], widths: [1, 1, 1], profile: 'normal', supply });

describe('worked examples, to the printed digits', () => {
  const printed = 5e-6;

  it('proportional', () => {
    expectClose(
      shares((demands, supply) => proportional({ demands, supply }), d, 5),
      [1.66667, 1.11111, 2.22222],
      printed,
    );
  });

  it.each<[string, readonly Operand[] | 'inputs']>([
    ['numbers', [1, 2, 2]],
    ['inputs', 'inputs'],
  ])('strict priority with priorities as %s', (_, priorities) => {
    const found =
      priorities === 'inputs'
        ? prepareRule(7, (x) =>
            strictPriority({ demands: x.slice(0, 3), priorities: x.slice(3, 6), supply: entry(x, 6) }),
          )([...d, 1, 2, 2, 5])
        : shares((demands, supply) => strictPriority({ demands, priorities, supply }), d, 5);
    expectClose(found, [0, 1.66667, 3.33333], printed);
  });

  it.each([
    [[1, 1, 1], 5, [1.66667, 1.66667, 1.66667]],
    [[1, 1, 1], 7.5, [2.75, 2, 2.75]],
    [[2, 1, 1], 6, [3, 1.5, 1.5]],
  ])('weighted max-min, weights %j, supply %d', (weights, supply, expected) => {
    expectClose(
      shares((demands, s) => weightedMaxMin({ demands, weights, supply: s }), d, supply),
      expected,
      printed,
    );
  });

  it.each<[string, number, TierRule, TierRule, number[], number[], number[]]>([
    [
      'proportional spot',
      15,
      'weighted-max-min',
      'proportional',
      [10, 6, 8],
      [6, 0, 4],
      [7.42857, 2.14286, 5.42857],
    ],
    [
      'max-min spot',
      15,
      'weighted-max-min',
      'weighted-max-min',
      [10, 6, 8],
      [6, 0, 4],
      [7.66667, 1.66667, 5.66667],
    ],
    ['less than contracts', 8, 'weighted-max-min', 'weighted-max-min', [10, 6, 8], [6, 0, 4], [4.8, 0, 3.2]],
    ['max-min contracts', 6, 'weighted-max-min', 'weighted-max-min', [3, 6, 8], [6, 0, 4], [3, 0, 3]],
    [
      'proportional contracts',
      6,
      'proportional',
      'weighted-max-min',
      [3, 6, 8],
      [6, 0, 4],
      [2.57143, 0, 3.42857],
    ],
  ])('contracts first, %s', (_, supply, contractTier, spotTier, demands, contracts, expected) => {
    const rule: Rule = (x, s) => contractsFirst({ demands: x, contracts, supply: s, contractTier, spotTier });
    expectClose(shares(rule, demands, supply), expected, printed);
  });

  it.each([
    [[3, 2, 4], [1, 2, 3], 1, 7.5, [1.5, 2, 4]],
    [[6, 3, 3], [10, 5, 0], 3, 7.5, [6, 1.5, 0]],
  ])('by priority %j (Vensim, PySD)', (demands, priorities, width, supply, expected) => {
    expectClose(
      shares((x, s) => byPriority({ demands: x, priorities, width, supply: s }), demands, supply),
      expected,
      1e-12,
    );
  });

  // Vensim stops its own search early and rounds its normal curve to six digits.
  const vensim = 2e-5;

  it('priority curves, normal (Vensim)', () => {
    expectClose(shares(normalCurves, d, 5), [0.523797, 1.05094, 3.42526], 5 * vensim);
  });

  it.each([
    ['rectangular', [50, 50]],
    ['triangular', [49.9999, 50]],
    ['normal', [57.4714, 42.5285]],
    ['exponential', [58.6115, 41.3884]],
  ] as const)('priority curves, %s (Vensim)', (profile, expected) => {
    const rule: Rule = (demands, supply) =>
      woodCurves({ demands, priorities: [0.1, 0.9], widths: [0.5, 0.5], profile, supply });
    expectClose(shares(rule, [200, 50], 100), expected, 100 * vensim);
  });

  it('market price (Vensim)', () => {
    const price = prepareRule(2, (x) => [
      marketPrice({
        demand: { quantities: x, prices: [1, 2], widths: [1, 1] },
        supply: { quantities: [200, 300, 450], prices: [1, 2, 3], widths: [1, 1, 1] },
        profile: 'rectangular',
      }),
    ]);
    expectClose(price([500, 300]), [1.66667], printed);
  });
});

describe('curves', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300957],
    [5, 2.866515718791946e-7],
    [-2, 0.9772498680518208],
  ])('the normal tail beyond %d agrees with the published value', (z, expected) => {
    const tail = prepareRule(3, (x) => [curveShare('normal', entry(x, 0), entry(x, 1), entry(x, 2))]);
    expect(tail([z, 0, 1])[0]).toBeCloseTo(expected, 14);
    expect(tail([5 + 3 * z, 5, 3])[0]).toBeCloseTo(expected, 13);
  });
});

/** Fills of A, who needs C and H, and B, who needs H, by supply of C; ten of H; each asks for ten. */
function twoInputs(contracts: boolean): PreparedRule {
  return prepareRule(1, (x) => {
    const c = entry(x, 0);
    const one = constant(1);
    const ten = constant(10);
    const claims = {
      claimants: ['A', 'B'] as const,
      resources: ['C', 'H'] as const,
      need: (claimant: 'A' | 'B', resource: 'C' | 'H') => (claimant === 'B' && resource === 'C' ? null : one),
      supply: (resource: 'C' | 'H') => (resource === 'C' ? c : ten),
      rate: () => one,
      cap: () => ten,
    };
    const fill = contracts
      ? contractsFirstFilling({
          ...claims,
          contracted: (claimant) => (claimant === 'A' ? ten : constant(0)),
        })
      : progressiveFilling(claims);
    return [fill('A'), fill('B')];
  });
}

describe('several inputs at once', () => {
  it('more of an input can lower the smallest fill under contracts first', () => {
    const fills = twoInputs(true);
    expectClose(fills([5]), [5, 5], 1e-11);
    expectClose(fills([10]), [10, 0], 1e-11);
  });

  it('and cannot under weighted max-min', () => {
    const fills = twoInputs(false);
    expectClose(fills([4]), [4, 6], 1e-11);
    expectClose(fills([10]), [5, 5], 1e-11);
  });
});

describe('mistakes', () => {
  it('lists of different lengths are named', () => {
    expect(() => weightedMaxMin({ demands: [1, 2], weights: [1], supply: 1 })).toThrow(ProblemError);
    expect(() => proportional({ demands: [], supply: 1 })).toThrow('allocation-lengths');
  });
});
