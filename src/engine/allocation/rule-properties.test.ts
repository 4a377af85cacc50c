import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../expression.ts';
import { entry } from './claim-list.ts';
import { prepareRule } from './evaluate-rule.ts';
import {
  byPriority,
  contractsFirst,
  proportional,
  strictPriority,
  weightedMaxMin,
  woodCurves,
} from './index.ts';

const claimants = 5;

interface Case {
  readonly demands: readonly number[];
  readonly weights: readonly number[];
  readonly contracts: readonly number[];
  readonly priorities: readonly number[];
  readonly supply: number;
}

interface Arguments {
  readonly demands: readonly Expr[];
  readonly weights: readonly Expr[];
  readonly contracts: readonly Expr[];
  readonly priorities: readonly Expr[];
  readonly supply: Expr;
}

function prepare(rule: (x: Arguments) => readonly Expr[]): (given: Case) => number[] {
  const prepared = prepareRule(claimants * 4 + 1, (x) => {
    const part = (k: number): readonly Expr[] => x.slice(k * claimants, (k + 1) * claimants);
    return rule({
      demands: part(0),
      weights: part(1),
      contracts: part(2),
      priorities: part(3),
      supply: entry(x, claimants * 4),
    });
  });
  return ({ demands, weights, contracts, priorities, supply }) =>
    prepared([...demands, ...weights, ...contracts, ...priorities, supply]);
}

const curves = (profile: 'rectangular' | 'triangular' | 'normal' | 'exponential') =>
  prepare(({ demands, priorities, supply }) =>
    woodCurves({ demands, priorities, widths: [1, 0.5, 1, 2, 0.1], profile, supply }),
  );

const rules: Readonly<Record<string, (given: Case) => number[]>> = {
  proportional: prepare((x) => proportional(x)),
  'strict priority': prepare((x) => strictPriority(x)),
  'weighted max-min': prepare((x) => weightedMaxMin(x)),
  'contracts first': prepare((x) => contractsFirst(x)),
  'contracts first, spot proportional': prepare((x) => contractsFirst({ ...x, spotTier: 'proportional' })),
  'contracts first, contracts proportional': prepare((x) =>
    contractsFirst({ ...x, contractTier: 'proportional' }),
  ),
  'by priority': prepare((x) => byPriority({ ...x, width: 1.5 })),
  'curves, rectangular': curves('rectangular'),
  'curves, triangular': curves('triangular'),
  'curves, normal': curves('normal'),
  'curves, exponential': curves('exponential'),
};

const amount = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.01, max: 100, noNaN: true }),
  fc.double({ min: 1e-30, max: 1e-6, noNaN: true }),
  fc.double({ min: 1e6, max: 1e9, noNaN: true }),
);
const each = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: claimants, maxLength: claimants });
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    demands: each(amount),
    weights: each(amount),
    contracts: each(amount),
    priorities: each(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -50, max: 50, noNaN: true }))),
    // Supplies on either side of what is asked for, and none.
    part: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-9, max: 1.5, noNaN: true })),
  })
  .map(({ part, demands, weights, contracts, priorities }) => {
    return { demands, weights, contracts, priorities, supply: total(demands) * part };
  });

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Rounding allowed in a case: sums of its size. */
function slack({ demands, supply }: Case): number {
  return 1e-12 * Math.max(total(demands), supply);
}

function raised(values: readonly number[], position: number, factor: number): number[] {
  return values.map((value, i) => (i === position ? value * factor : value));
}

function scaled(values: readonly number[]): number[] {
  return values.map((value) => value * 1024);
}

function check(property: (given: Case) => void): void {
  fc.assert(fc.property(anyCase, property), { numRuns: 150 });
}

describe.each(Object.entries(rules))('%s', (_, rule) => {
  it('gives nobody less than nothing or more than they ask for, and all there is', () => {
    check((given) => {
      const found = rule(given);
      for (const [i, share] of found.entries()) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual((given.demands[i] ?? 0) + slack(given));
      }
      const expected = Math.min(given.supply, total(given.demands));
      expect(Math.abs(total(found) - expected)).toBeLessThanOrEqual(slack(given));
    });
  });

  it('gives nobody less when there is more to share', () => {
    check((given) => {
      const before = rule(given);
      const more = { ...given, supply: given.supply * 1.3 };
      for (const [i, share] of rule(more).entries()) {
        expect(share).toBeGreaterThanOrEqual((before[i] ?? 0) - 1e3 * slack(more));
      }
    });
  });

  it('gives nobody less for asking for more', () => {
    check((given) => {
      const before = rule(given);
      for (let i = 0; i < claimants; i++) {
        const more = { ...given, demands: raised(given.demands, i, 1.5) };
        expect(rule(more)[i]).toBeGreaterThanOrEqual((before[i] ?? 0) - 1e3 * slack(more));
      }
    });
  });

  it('does not depend on the unit of what is shared', () => {
    check((given) => {
      const larger = {
        ...given,
        demands: scaled(given.demands),
        contracts: scaled(given.contracts),
        supply: given.supply * 1024,
      };
      const before = rule(given);
      for (const [i, share] of rule(larger).entries()) {
        expect(Math.abs(share - 1024 * (before[i] ?? 0))).toBeLessThanOrEqual(slack(larger));
      }
    });
  });
});

describe.each(
  Object.entries(rules).filter(([name]) => name === 'weighted max-min' || name === 'contracts first'),
)('%s', (_, rule) => {
  it('gives nobody more of use for asking for half as much again', () => {
    check((given) => {
      const honest = rule(given);
      for (let i = 0; i < claimants; i++) {
        const inflated = { ...given, demands: raised(given.demands, i, 1.5) };
        const useful = Math.min(rule(inflated)[i] ?? 0, given.demands[i] ?? 0);
        expect(useful).toBeLessThanOrEqual((honest[i] ?? 0) + slack(inflated));
      }
    });
  });
});

describe('weighted max-min', () => {
  const rule = prepare((x) => weightedMaxMin(x));
  const none = Array.from({ length: claimants }, () => 0);
  const base = { contracts: none, priorities: none };

  it('serves a claimant without weight after all others, and equally where nobody has any', () => {
    const demands = [10, 10, 10, 0, 0];
    expect(rule({ ...base, demands, weights: [1, 1, 0, 1, 0], supply: 15 })[2]).toBeLessThan(1e-9);
    expect(rule({ ...base, demands, weights: [1, 1, 0, 1, 0], supply: 24 })[2]).toBeCloseTo(4, 9);
    expect(rule({ ...base, demands, weights: none, supply: 15 })).toEqual([5, 5, 5, 0, 0]);
  });
});

const demandsOf = (x: readonly Expr[]): readonly Expr[] => x.slice(0, 10);

/** Operations of a rule for ten claimants, with `extra` inputs besides demands and supply. */
function cost(extra: number, rule: (x: readonly Expr[]) => readonly Expr[]): number {
  return prepareRule(11 + extra, rule).operations;
}

describe('cost', () => {
  it('stays low for ten claimants: operations a month and draw', () => {
    expect(cost(0, (x) => proportional({ demands: demandsOf(x), supply: entry(x, 10) }))).toBeLessThanOrEqual(
      25,
    );
    expect(
      cost(0, (x) =>
        strictPriority({
          demands: demandsOf(x),
          priorities: [1, 1, 2, 2, 2, 3, 3, 3, 3, 4],
          supply: entry(x, 10),
        }),
      ),
    ).toBeLessThanOrEqual(45);
    expect(
      cost(10, (x) => weightedMaxMin({ demands: demandsOf(x), weights: x.slice(11), supply: entry(x, 10) })),
    ).toBeLessThanOrEqual(280);
  });
});
