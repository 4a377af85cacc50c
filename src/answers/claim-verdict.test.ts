import { assert, constantFrom, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from './claim-rule.ts';
import { COMPARISONS } from './claim-rule.ts';
import type { ClaimTest, Outcome } from './claim-verdict.ts';
import { compare, verdictOf } from './claim-verdict.ts';

const limits = { tolerance: 0.1, near: 0.25, unit: 'USD' };

describe('a comparison', () => {
  it.each<[number, Comparison, number[], Outcome]>([
    [109, '=', [100], 'holds'],
    [90, '=', [100], 'holds'],
    [124, '=', [100], 'near'],
    [126, '=', [100], 'fails'],
    [400, '>=', [100], 'holds'],
    [91, '>=', [100], 'holds'],
    [76, '>=', [100], 'near'],
    [74, '>=', [100], 'fails'],
    [10, '<=', [100], 'holds'],
    [130, '<=', [100], 'fails'],
    [100, 'within', [90, 120], 'holds'],
    [85, 'within', [90, 120], 'holds'],
    [140, 'within', [90, 120], 'near'],
    [200, 'within', [90, 120], 'fails'],
  ])('%d %s %j %s', (value, comparison, target, outcome) => {
    expect(compare(value, comparison, target, limits)).toBe(outcome);
  });

  it('is strict where the sign is, and counts days as days', () => {
    const strict = { tolerance: 0, near: 0, unit: '1' };
    expect(compare(0, '>', [0], strict)).toBe('fails');
    expect(compare(0, '>=', [0], strict)).toBe('holds');
    expect(compare(1, '<', [1], strict)).toBe('fails');
    const days = { tolerance: 0, near: 31, unit: 'date' };
    expect(compare(20_030, '<=', [20_000], days)).toBe('near');
    expect(compare(20_032, '<=', [20_000], days)).toBe('fails');
  });

  it('never turns from holding to failing as its limits widen', () => {
    const order: Record<Outcome, number> = { fails: 0, open: 0, near: 1, holds: 2 };
    assert(
      property(
        double({ min: 1, max: 1000, noNaN: true }),
        constantFrom(...COMPARISONS),
        double({ min: 0, max: 0.5, noNaN: true }),
        double({ min: 0, max: 0.5, noNaN: true }),
        (value, comparison, tolerance, more) => {
          const tight = compare(value, comparison, [100, 200], { tolerance, near: tolerance, unit: 'USD' });
          const wide = compare(value, comparison, [100, 200], {
            tolerance: tolerance + more,
            near: tolerance + more,
            unit: 'USD',
          });
          expect(order[wide]).toBeGreaterThanOrEqual(order[tight]);
        },
      ),
    );
  });
});

describe('a verdict', () => {
  const tests = (...outcomes: (Outcome | undefined)[]): ClaimTest[] =>
    outcomes.map((outcome) => ({
      label: { en: '', ja: '' },
      unit: '1',
      tolerance: 0,
      near: 0,
      ...(outcome ? { outcome } : {}),
    }));

  it.each([
    [tests('holds', 'holds', undefined), 'true'],
    [tests('holds', 'fails'), 'partly'],
    [tests('near'), 'partly'],
    [tests('fails', 'fails'), 'missed'],
    [tests('holds', 'open'), 'open'],
    [tests(undefined), 'not-measurable'],
  ] as const)('follows from the tests %#', (given, verdict) => {
    expect(verdictOf(given, false)).toBe(verdict);
  });

  it('is open, never true, where only the model is asked', () => {
    expect(verdictOf([], true)).toBe('open');
    expect(verdictOf(tests('fails'), true)).toBe('missed');
  });
});
