import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../expression.ts';
import { constant } from '../expression-functions.ts';
import { ModelBuilder } from '../model-builder.ts';
import type { Precision } from '../precision.ts';
import { entry } from './claim-list.ts';
import { prepareRule } from './evaluate-rule.ts';
import { progressiveFilling, weightedMaxMin } from './index.ts';

const claimants = ['a', 'b', 'c', 'd', 'e'];
const resources = ['x', 'y', 'z'];
const n = claimants.length;
const m = resources.length;

interface Case {
  /** Need of claimant i for resource r at [i][r]. */
  readonly needs: readonly (readonly number[])[];
  readonly supplies: readonly number[];
  readonly rates: readonly number[];
  readonly caps: readonly number[];
}

/** 'e' never needs 'z'; every other need is an input and may be zero. */
function prepare(rounds?: number, precision: Precision = 'f64'): (given: Case) => number[] {
  const rule = (x: readonly Expr[]): Expr[] => {
    const fill = progressiveFilling({
      claimants,
      resources,
      need: (claimant, resource) =>
        claimant === 'e' && resource === 'z'
          ? null
          : entry(x, claimants.indexOf(claimant) * m + resources.indexOf(resource)),
      supply: (resource) => entry(x, n * m + resources.indexOf(resource)),
      rate: (claimant) => entry(x, n * m + m + claimants.indexOf(claimant)),
      cap: (claimant) => entry(x, n * m + m + n + claimants.indexOf(claimant)),
      ...(rounds === undefined ? {} : { rounds }),
    });
    return claimants.map((claimant) => fill(claimant));
  };
  const prepared = prepareRule(n * m + m + 2 * n, rule, precision);
  return ({ needs, supplies, rates, caps }) => prepared([...needs.flat(), ...supplies, ...rates, ...caps]);
}

const filling = prepare();

const list = <T>(value: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: length, maxLength: length });
const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
const orZero = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: positive });
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    needs: list(list(orZero, m), n),
    rates: list(positive, n),
    caps: list(fc.oneof(fc.constant(1), orZero), n),
    parts: list(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1.3, noNaN: true })), m),
  })
  .map(({ needs, rates, caps, parts }) => {
    const own = needs.map((row, i) => row.map((need, r) => (i === n - 1 && r === m - 1 ? 0 : need)));
    const supplies = parts.map((part, r) => part * usedOf({ needs: own }, caps, r));
    return { needs: own, rates, caps, supplies };
  });

function usedOf({ needs }: Pick<Case, 'needs'>, fills: readonly number[], r: number): number {
  return fills.reduce((total, fill, i) => total + fill * at(needs[i], r), 0);
}

function at(values: readonly number[] | undefined, position: number): number {
  return values?.[position] ?? NaN;
}

const check = (property: (given: Case) => void): void =>
  fc.assert(fc.property(anyCase, property), { numRuns: 400 });

describe('progressive filling', () => {
  it('never uses more than there is, however few the rounds', () => {
    for (const rule of [filling, prepare(1), prepare(2), prepare(3)]) {
      check((given) => {
        const fills = rule(given);
        for (const [i, fill] of fills.entries()) {
          expect(fill).toBeGreaterThanOrEqual(0);
          expect(fill).toBeLessThanOrEqual(at(given.caps, i));
        }
        for (const [r, supply] of given.supplies.entries())
          expect(usedOf(given, fills, r)).toBeLessThanOrEqual(supply);
      });
    }
  });

  it('in single precision uses at most a part in 10^6 more than there is', () => {
    for (const rounds of [1, 2, 3, undefined]) {
      const rule = prepare(rounds, 'f32');
      check((given) => {
        const fills = rule(given);
        for (const [i, fill] of fills.entries()) {
          expect(fill).toBeGreaterThanOrEqual(0);
          expect(fill).toBeLessThanOrEqual(Math.fround(at(given.caps, i)));
        }
        for (const [r, supply] of given.supplies.entries())
          expect(usedOf(given, fills, r)).toBeLessThanOrEqual(supply * (1 + 1e-6));
      });
    }
  });

  it.each([
    ['f64', 1e-12, 1e-9],
    ['f32', 1e-5, 1e-3],
  ] as const)(
    'in %s stops nobody below the cap but at an exhausted resource where nobody stands higher',
    (precision, left, higher) => {
      const rule = prepare(undefined, precision);
      check((given) => {
        const fills = rule(given);
        const level = (i: number): number => at(fills, i) / at(given.rates, i);
        for (const [i, fill] of fills.entries()) {
          if (fill >= at(given.caps, i) * (1 - left)) continue;
          const reasons = resources.filter((_, r) => {
            const supply = at(given.supplies, r);
            if (!(at(given.needs[i], r) > 0) || usedOf(given, fills, r) < supply * (1 - left)) return false;
            return claimants.every(
              (_name, j) => !(at(given.needs[j], r) > 0) || level(j) <= level(i) * (1 + higher),
            );
          });
          expect(reasons.length).toBeGreaterThan(0);
        }
      });
    },
  );

  it('never lowers the smallest fill when there is more of a resource', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(m - 1), fc.double({ min: 0, max: 3, noNaN: true }), (given, r, more) => {
        const raised = given.supplies.map((supply, k) => (k === r ? supply * (1 + more) + more : supply));
        const least = (fills: readonly number[]): number =>
          Math.min(...fills.flatMap((fill, i) => (at(given.caps, i) > 0 ? [fill / at(given.rates, i)] : [])));
        const before = least(filling(given));
        expect(least(filling({ ...given, supplies: raised }))).toBeGreaterThanOrEqual(before * (1 - 1e-9));
      }),
      { numRuns: 400 },
    );
  });

  it('gives fills that do not depend on the unit of a resource', () => {
    check((given) => {
      const needs = given.needs.map((row) => row.map((need, r) => (r === 0 ? need * 1e9 : need)));
      const supplies = given.supplies.map((supply, r) => (r === 0 ? supply * 1e9 : supply));
      const before = filling(given);
      for (const [i, fill] of filling({ ...given, needs, supplies }).entries()) {
        expect(Math.abs(fill - at(before, i))).toBeLessThanOrEqual(1e-9 * at(given.caps, i));
      }
    });
  });

  it('with one resource is weighted max-min', () => {
    const both = prepareRule(3 * n + 1, (x) => {
      const [demands, weights, needs] = [x.slice(0, n), x.slice(n, 2 * n), x.slice(2 * n, 3 * n)];
      const supply = entry(x, 3 * n);
      const fill = progressiveFilling({
        claimants,
        resources: ['x'],
        need: (claimant) => entry(needs, claimants.indexOf(claimant)),
        supply: () => supply,
        rate: (claimant) => entry(weights, claimants.indexOf(claimant)),
        cap: (claimant) => entry(demands, claimants.indexOf(claimant)),
      });
      return [
        ...claimants.map((claimant, i) => fill(claimant).times(entry(needs, i))),
        ...weightedMaxMin({
          demands: demands.map((demand, i) => demand.times(entry(needs, i))),
          weights: weights.map((weight, i) => weight.times(entry(needs, i))),
          supply,
        }),
      ];
    });
    const numbers = fc.tuple(list(orZero, n), list(positive, n), list(positive, n), positive);
    fc.assert(
      fc.property(numbers, ([demands, weights, needs, supply]) => {
        const found = both([...demands, ...weights, ...needs, supply * 10]);
        for (let i = 0; i < n; i++)
          expect(Math.abs(at(found, i) - at(found, n + i))).toBeLessThanOrEqual(supply * 1e-10);
      }),
      { numRuns: 400 },
    );
  });

  it('serves a claimant without rate from what all others leave', () => {
    const needs = claimants.map(() => [1, 0, 0]);
    const given = { needs, supplies: [3, 0, 0], rates: [0, 1, 1, 1, 1], caps: [5, 0.5, 0.5, 0.5, 0.5] };
    expect(filling(given)[0]).toBeCloseTo(1, 9);
  });

  it('checks units: needs in resource per fill, caps and rates alike', () => {
    const model = new ModelBuilder('units');
    const fill = progressiveFilling({
      claimants: ['a', 'b'],
      resources: ['wafers'],
      need: () => constant(0.1, 'wafer/unit'),
      supply: () => constant(5, 'wafer'),
      rate: () => constant(1, 'USD/month'),
      cap: () => constant(30, 'unit'),
    });
    model.variable({ name: 'fill', unit: 'unit' }, () => fill('a'));
    expect(() => model.build()).not.toThrow();
    const wrong = progressiveFilling({
      claimants: ['a'],
      resources: ['wafers'],
      need: () => constant(0.1, 'wafer'),
      supply: () => constant(5, 'wafer'),
      rate: () => constant(1),
      cap: () => constant(30, 'unit'),
    });
    const second = new ModelBuilder('wrong units');
    second.variable({ name: 'fill', unit: 'unit' }, () => wrong('a'));
    expect(() => second.build()).toThrow('unit-mismatch');
  });
});
