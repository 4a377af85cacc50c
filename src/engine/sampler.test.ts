import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import type { Correlation } from './copula.ts';
import { createCopula } from './copula.ts';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal.ts';
import { meanOf } from './moments.ts';
import { quantile } from './quantiles.ts';
import { quantileOf } from './quantile-function.ts';
import { createSampler } from './sampler.ts';
import type { SampledVariable, SamplerOptions, SamplingMethod } from './sampling-plan.ts';

const METHODS: readonly SamplingMethod[] = ['sobol', 'philox'];

function variable(name: string, distribution?: Distribution): SampledVariable {
  return { name, distribution: distribution ?? { kind: 'lognormal', median: 10, sigma: 0.4 } };
}

function draws(options: SamplerOptions, count: number): Float64Array[] {
  const sampler = createSampler(options);
  const into = new Float64Array(options.variables.length);
  const columns = options.variables.map(() => new Float64Array(count));
  for (let draw = 0; draw < count; draw++) {
    sampler.fill(draw, into);
    columns.forEach((column, index) => (column[draw] = into[index] ?? NaN));
  }
  return columns;
}

function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Float64Array(values.length);
  order.forEach((index, rank) => (result[index] = rank));
  return result;
}

function spearman(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const centre = (a.length - 1) / 2;
  let products = 0;
  let squares = 0;
  x.forEach((rank, index) => {
    products += (rank - centre) * ((y[index] ?? 0) - centre);
    squares += (rank - centre) ** 2;
  });
  return products / squares;
}

function spearmanOf(rho: number): number {
  return (6 / Math.PI) * Math.asin(rho / 2);
}

function problemsOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

describe('createSampler', () => {
  it('reproduces each distribution', () => {
    const kinds: Distribution[] = [
      { kind: 'uniform', low: 2, high: 4 },
      { kind: 'triangular', low: 0, mode: 1, high: 4 },
      { kind: 'normal', mean: 5, sd: 2 },
      { kind: 'lognormal', median: 10, sigma: 0.4 },
      { kind: 'split-lognormal', median: 10, sigmaLow: 0.1, sigmaHigh: 0.6 },
      { kind: 'point', value: 3 },
    ];
    const variables = kinds.map((distribution, index) => variable(`v${index}`, distribution));
    for (const method of METHODS) {
      const tolerance = method === 'sobol' ? 0.005 : 0.03;
      draws({ variables, method, seed: 1 }, 4096).forEach((column, index) => {
        const distribution = kinds[index] ?? { kind: 'point', value: NaN };
        const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
        expect(Math.abs(mean / meanOf(distribution) - 1)).toBeLessThan(tolerance);
        const median = quantile(column.toSorted(), 0.5);
        expect(Math.abs(median / quantileOf(distribution, 0.5) - 1)).toBeLessThan(2 * tolerance);
      });
    }
  });

  it('gives the same draw whatever was drawn before', () => {
    const variables = ['a', 'b', 'c'].map((name) => variable(name));
    const correlations = [{ a: 'a', b: 'c', rho: 0.5 }];
    assert(
      property(
        constantFrom(...METHODS),
        array(integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 }),
        (method, order) => {
          const options = { variables, correlations, method, seed: 9 };
          const shared = createSampler(options);
          const [one, other] = [new Float64Array(3), new Float64Array(3)];
          for (const draw of order.flatMap((first) => [first, first + 1])) {
            shared.fill(draw, one);
            createSampler(options).fill(draw, other);
            expect(one).toEqual(other);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps every other number when variables come, go or move (philox) or are added last (sobol)', () => {
    const [a, b, c] = [variable('a'), variable('b'), variable('c')];
    const philox = { method: 'philox', seed: 3 } as const;
    const [onlyB] = draws({ ...philox, variables: [b] }, 50);
    expect(draws({ ...philox, variables: [c, a, b] }, 50)[2]).toEqual(onlyB);
    const sobol = { method: 'sobol', seed: 3 } as const;
    const before = draws({ ...sobol, variables: [a, b] }, 50);
    expect(draws({ ...sobol, variables: [a, b, c] }, 50).slice(0, 2)).toEqual(before);
    const withPoint = [variable('p', { kind: 'point', value: 1 }), a, b];
    expect(draws({ ...sobol, variables: withPoint }, 50).slice(1)).toEqual(before);
  });

  it('depends on the seed and on the name', () => {
    for (const method of METHODS) {
      const first = draws({ variables: [variable('a')], method, seed: 1 }, 4)[0];
      expect(draws({ variables: [variable('a')], method, seed: 2 }, 4)[0]).not.toEqual(first);
      expect(draws({ variables: [variable('b')], method, seed: 1 }, 4)[0]).not.toEqual(first);
      expect(draws({ variables: [variable('a')], method, seed: 1 + 2 ** 32 }, 4)[0]).not.toEqual(first);
    }
  });

  it('has not changed: first draws of seed 42', () => {
    const variables = [variable('packaging lag'), variable('yield', { kind: 'uniform', low: 0, high: 1 })];
    expect(draws({ variables, seed: 42 }, 3).map((column) => Array.from(column))).toMatchInlineSnapshot(`
      [
        [
          17.993984389584593,
          4.8734039832047795,
          9.287149506898922,
        ],
        [
          0.7588329102145508,
          0.45607478579040617,
          0.6979082523612306,
        ],
      ]
    `);
    expect(draws({ variables, seed: 42, method: 'philox' }, 3).map((column) => Array.from(column)))
      .toMatchInlineSnapshot(`
      [
        [
          9.179908063576331,
          15.705833056680401,
          6.191027218680557,
        ],
        [
          0.24697773416399127,
          0.1696433614722609,
          0.22353216833464262,
        ],
      ]
    `);
  });

  it('gives every variable at one quantile', () => {
    const sampler = createSampler({
      variables: [variable('a'), variable('b', { kind: 'uniform', low: 0, high: 2 })],
      correlations: [{ a: 'a', b: 'b', rho: 0.9 }],
      seed: 0,
    });
    const into = new Float64Array(2);
    sampler.fillQuantile(0.5, into);
    expect([...into]).toEqual([10, 1]);
    sampler.fillQuantile(0.25, into);
    expect(into[1]).toBe(0.5);
  });

  it('falls back to Philox beyond the Sobol dimensions, and says so', () => {
    const variables = Array.from({ length: 1030 }, (_, index) => variable(`v${index}`));
    const sampler = createSampler({ variables, seed: 5 });
    expect(sampler.dimensions).toBe(1030);
    expect(sampler.notes).toEqual([
      { code: 'sobol-dimensions-exhausted', params: { count: 6, dimensions: 1024, name: 'v1024' } },
    ]);
    const into = new Float64Array(1030);
    const other = new Float64Array(1);
    sampler.fill(17, into);
    createSampler({ variables: [variable('v1029')], method: 'philox', seed: 5 }).fill(17, other);
    expect(into[1029]).toBe(other[0]);
    expect(createSampler({ variables: variables.slice(0, 1024), seed: 5 }).notes).toEqual([]);
  });

  it('reports every problem at once', () => {
    const variables = [variable('a'), variable('a'), variable('b', { kind: 'uniform', low: 2, high: 1 })];
    expect(problemsOf(() => createSampler({ variables, seed: -1 }))).toMatchObject([
      { code: 'seed-out-of-range', params: { found: -1 } },
      { code: 'variable-repeated', params: { name: 'a' } },
      { code: 'distribution-parameter-out-of-range', params: { name: 'b', parameter: 'high' } },
    ]);
    const sampler = createSampler({ variables: [variable('a')], seed: 1 });
    expect(() => sampler.fill(-1, new Float64Array(1))).toThrow(RangeError);
    expect(() => sampler.fill(2 ** 32, new Float64Array(1))).toThrow(RangeError);
  });
});

describe('createCopula', () => {
  it('gives the rank correlation 6 / pi asin(rho / 2) and leaves the margins alone', () => {
    const variables = ['a', 'b', 'c', 'free'].map((name) => variable(name));
    const correlations: Correlation[] = [
      { a: 'b', b: 'a', rho: 0.7 },
      { a: 'c', b: 'a', rho: -0.4 },
    ];
    for (const method of METHODS) {
      const tolerance = method === 'sobol' ? 0.01 : 0.045;
      const columns = draws({ variables, correlations, method, seed: 11 }, 4096);
      const none = new Float64Array(4096);
      const [a = none, b = none, c = none, free = none] = columns;
      expect(Math.abs(spearman(a, b) - spearmanOf(0.7))).toBeLessThan(tolerance);
      expect(Math.abs(spearman(a, c) - spearmanOf(-0.4))).toBeLessThan(tolerance);
      expect(Math.abs(spearman(b, c))).toBeLessThan(tolerance);
      expect(Math.abs(spearman(a, free))).toBeLessThan(tolerance);
      for (const column of columns) {
        expect(Math.abs(quantile(column.toSorted(), 0.5) / 10 - 1)).toBeLessThan(tolerance);
      }
      const alone = draws({ variables, method, seed: 11 }, 4096);
      expect(a).toEqual(alone[0]);
      expect(free).toEqual(alone[3]);
    }
  });

  it('makes variables with correlation 1 equal and with -1 opposite in rank', () => {
    const copula = createCopula(
      ['a', 'b', 'c'],
      [
        { a: 'a', b: 'b', rho: 1 },
        { a: 'a', b: 'c', rho: -1 },
        { a: 'b', b: 'c', rho: -1 },
      ],
    );
    const uniforms = new Float64Array([0.2, 0.9, 0.6]);
    copula.apply(uniforms);
    expect(uniforms[0]).toBe(0.2);
    expect(uniforms[1]).toBeCloseTo(0.2, 14);
    expect(uniforms[2]).toBeCloseTo(0.8, 14);
  });

  it('mixes normal scores by the Cholesky factor', () => {
    const copula = createCopula(['a', 'b'], [{ a: 'a', b: 'b', rho: 0.6 }]);
    const uniforms = new Float64Array([0.3, 0.8]);
    copula.apply(uniforms);
    const expected = 0.6 * normalQuantile(0.3) + 0.8 * normalQuantile(0.8);
    expect(normalQuantile(uniforms[1] ?? NaN)).toBeCloseTo(expected, 13);
  });

  it('names the variables of a matrix that cannot be', () => {
    const problems = problemsOf(() =>
      createCopula(
        ['x', 'a', 'b', 'c'],
        [
          { a: 'a', b: 'b', rho: 0.9 },
          { a: 'b', b: 'c', rho: 0.9 },
          { a: 'a', b: 'c', rho: -0.9 },
        ],
      ),
    );
    // With two at +r and one at -r the matrix is positive semidefinite up to r = 1/2, which is 0.9 times 0.555.
    expect(problems).toEqual([
      { code: 'correlation-not-positive-definite', params: { names: 'a, b, c', name: 'c', factor: 0.555 } },
    ]);
  });

  it('reports every wrong line at once', () => {
    const problems = problemsOf(() =>
      createCopula(
        ['packaging lag', 'yield'],
        [
          { a: 'packaging lug', b: 'yield', rho: 0.1 },
          { a: 'yield', b: 'yield', rho: 0.1 },
          { a: 'yield', b: 'packaging lag', rho: 2 },
          { a: 'yield', b: 'packaging lag', rho: 0.2 },
          { a: 'packaging lag', b: 'yield', rho: 0.3 },
        ],
      ),
    );
    expect(problems).toMatchObject([
      { code: 'correlation-unknown-variable', params: { name: 'packaging lug', nearest: 'packaging lag' } },
      { code: 'correlation-with-itself', params: { name: 'yield' } },
      { code: 'correlation-out-of-range', params: { found: 2 } },
      { code: 'correlation-repeated', params: { a: 'packaging lag', b: 'yield' } },
    ]);
  });
});

describe.each(METHODS)('variables whose distribution a scenario replaced, %s', (method) => {
  const point: Distribution = { kind: 'point', value: 3 };
  const wide: Distribution = { kind: 'uniform', low: 0, high: 100 };
  const names = ['a', 'b', 'c', 'd', 'fixed'];
  const correlations: Correlation[] = [
    { a: 'a', b: 'b', rho: 0.7 },
    { a: 'b', b: 'd', rho: 0.4 },
  ];
  const before = names.map((name) => variable(name, name === 'fixed' ? point : undefined));
  const replaced = (changes: Readonly<Record<string, Distribution>>): SampledVariable[] =>
    before.map(({ name, distribution }) => ({
      name,
      distribution: changes[name] ?? distribution,
      ...(changes[name] && { drawnAs: distribution }),
    }));
  const columns = (variables: SampledVariable[]): Float64Array[] =>
    draws({ variables, correlations, method, seed: 5 }, 64);

  it('leave all other numbers as they were, held at a value or not, or random only now', () => {
    const plain = columns(before);
    for (const changes of [{ b: point }, { a: point, b: wide }, { fixed: wide }, { a: point, fixed: wide }]) {
      const found = columns(replaced(changes));
      for (const [index, name] of names.entries())
        if (!(name in changes)) expect(found[index]).toEqual(plain[index]);
    }
  });

  it('keep their own random number under another distribution', () => {
    const [, one] = columns(before);
    const [, other] = columns(replaced({ b: wide }));
    expect(other?.every((value) => value >= 0 && value <= 100)).toBe(true);
    expect(ranks(other!)).toEqual(ranks(one!));
    expect(columns(replaced({ b: point }))[1]).toEqual(new Float64Array(64).fill(3));
  });
});
