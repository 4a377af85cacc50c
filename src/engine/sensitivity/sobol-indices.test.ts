import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gFunction, gIndices, ishigami, saltelliDesign } from '../../../e2e/support/sensitivity-functions.ts';
import { sobolIndices } from './sobol-indices.ts';
import type { SaltelliOutputs, SobolIndex } from './sobol-indices.ts';

const SEED = { seed: 5 };

/** As `numpy.testing.assert_allclose`. */
function expectClose(found: readonly number[], wanted: readonly number[], atol: number, rtol: number): void {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries())
    expect(Math.abs(found[index]! - value)).toBeLessThanOrEqual(atol + rtol * Math.abs(value));
}

const firsts = (indices: readonly SobolIndex[]): number[] => indices.map(({ first }) => first.value);
const totals = (indices: readonly SobolIndex[]): number[] => indices.map(({ total }) => total.value);

describe('Sobol indices', () => {
  // SALib, tests/test_regression.py (test_regression_sobol) and tests/test_sobol.py (test_parallel_first_order).
  it('of Ishigami’s function are those of SALib’s tests, within their tolerances', () => {
    const indices = sobolIndices(saltelliDesign(ishigami, [[0], [1], [2]], 8192), SEED);
    expectClose(firsts(indices), [0.31, 0.44, 0], 5e-2, 1e-1);
    expectClose(totals(indices), [0.55, 0.44, 0.24], 5e-2, 1e-1);
  });

  // SALib, tests/test_regression.py (test_regression_sobol_groups).
  it('of groups are those of SALib’s tests, within their tolerances', () => {
    const indices = sobolIndices(saltelliDesign(ishigami, [[0, 2], [1]], 8192), SEED);
    expectClose(firsts(indices), [0.55, 0.44], 5e-2, 1e-1);
    expectClose(totals(indices), [0.55, 0.44], 5e-2, 1e-1);
  });

  // SALib, tests/test_sobol.py (test_Sobol_G_using_sobol), and the closed forms of Saltelli and others (2010), section 6.
  it('of Sobol’s g function are the closed form, within the tolerance of SALib’s tests', () => {
    const a = [78, 12, 0.5, 2, 97, 33];
    const design = saltelliDesign(gFunction(a), [[0], [1], [2], [3], [4], [5]], 4096);
    const indices = sobolIndices(design, SEED);
    const exact = gIndices(a);
    expectClose(firsts(indices), exact.first, 1e-2, 1e-6);
    expectClose(totals(indices), exact.total, 1e-2, 1e-6);
    for (const { first, total } of indices) {
      expect(first.low).toBeLessThanOrEqual(first.value);
      expect(total.high).toBeGreaterThanOrEqual(total.value);
    }
  });

  it('of a function that stands still are zero, intervals too', () => {
    const design = saltelliDesign(() => 0.4, [[0], [1], [2]], 256);
    const zero = { value: 0, low: 0, high: 0 };
    expect(sobolIndices(design, SEED)).toEqual(
      Array.from({ length: 3 }, () => ({ first: zero, total: zero })),
    );
  });

  it('do not change when draws change places', () => {
    const design = saltelliDesign(ishigami, [[0], [1], [2]], 128);
    const before = sobolIndices(design, SEED);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(128).keys()], { minLength: 128, maxLength: 128 }),
        (order) => {
          const permuted = (values: Float64Array): Float64Array =>
            Float64Array.from(order, (row) => values[row]!);
          const { a, b, mixed } = design;
          const after = sobolIndices({ a: permuted(a), b: permuted(b), mixed: mixed.map(permuted) }, SEED);
          expectClose(firsts(after), firsts(before), 1e-12, 0);
          expectClose(totals(after), totals(before), 1e-12, 0);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('have intervals that hold about as often as they say, and narrow with the root of the draws', () => {
    const exact = gIndices([0, 1, 9]);
    const groups = [[0], [1], [2]];
    let held = 0;
    let width = 0;
    const repeats = 40;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const indices = sobolIndices(saltelliDesign(gFunction([0, 1, 9]), groups, 256, 'philox', repeat), SEED);
      for (const [group, { total }] of indices.entries())
        if (total.low <= exact.total[group]! && exact.total[group]! <= total.high) held++;
      width += (indices[0]!.total.high - indices[0]!.total.low) / repeats;
    }
    expect(held / (3 * repeats)).toBeGreaterThan(0.85);
    const more: SaltelliOutputs = saltelliDesign(gFunction([0, 1, 9]), groups, 4096, 'philox', 99);
    const narrow = sobolIndices(more, SEED)[0]!.total;
    expect((narrow.high - narrow.low) / width).toBeGreaterThan(0.15);
    expect((narrow.high - narrow.low) / width).toBeLessThan(0.4);
  });
});
