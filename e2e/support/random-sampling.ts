import * as fc from 'fast-check';
import { drawingOf } from '../../src/answers/ensemble.ts';
import { validateDistribution } from '../../src/engine/index.ts';
import type { Correlation, Distribution, SampledVariable, SamplerOptions } from '../../src/engine/index.ts';
import type { Day } from './evidence.ts';
import { runAsOf } from './evidence.ts';

/** Sampling of the whole model as of a day. */
export function samplingOfModel(day: Day, seed: number): SamplerOptions {
  return drawingOf(runAsOf(day), { draws: 1, seed }).sampling;
}

const number = fc.oneof(
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.constantFrom(0, -0, 1, 0.5, -1, 1e-3, 1e6, 1e-300),
);
const bound = fc.oneof(number, fc.constantFrom(Infinity, -Infinity));
const rising = (length: number): fc.Arbitrary<number[]> =>
  fc.array(number, { minLength: length, maxLength: length }).map((list) => list.toSorted((a, b) => a - b));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A valid distribution of any kind. */
const randomDistribution: fc.Arbitrary<Distribution> = fc
  .oneof<fc.Arbitrary<Distribution>[]>(
    fc.record({ kind: fc.constant('point'), value: number }),
    rising(2).map(([low, high]) => ({ kind: 'uniform', low: low!, high: high! })),
    rising(3).map(([low, mode, high]) => ({ kind: 'triangular', low: low!, mode: mode!, high: high! })),
    fc.record({ kind: fc.constant('normal'), mean: number, sd: number }),
    fc.record({ kind: fc.constant('lognormal'), median: number, sigma: share }),
    fc.record({ kind: fc.constant('truncated-normal'), mean: number, sd: number, low: bound, high: bound }),
    fc.record({ kind: fc.constant('split-lognormal'), median: number, sigmaLow: share, sigmaHigh: share }),
    fc.integer({ min: 2, max: 6 }).chain((length) =>
      fc.record({
        kind: fc.constant('piecewise'),
        probabilities: fc
          .array(share, { minLength: length, maxLength: length })
          .map((list) => [0, ...list.toSorted((a, b) => a - b).slice(1, -1), 1]),
        quantiles: rising(length),
      }),
    ),
    fc
      .array(fc.tuple(number, fc.oneof(share, fc.constant(0))), { minLength: 1, maxLength: 6 })
      .map((pairs) => pairs.toSorted(([a], [b]) => a - b))
      .map((pairs) => ({
        kind: 'discrete',
        values: pairs.map(([value]) => value),
        weights: pairs.map(([, weight]) => weight),
      })),
  )
  .filter((candidate) => validateDistribution(candidate, 'x').length === 0);

/** Lists of variables, some with a replaced distribution, in which some depend on a common cause, some of them wholly. */
export const randomSampling: fc.Arbitrary<SamplerOptions> = fc
  .record({
    distributions: fc.array(randomDistribution, { minLength: 1, maxLength: 24 }),
    degrees: fc.array(
      fc.oneof(fc.double({ min: -0.99, max: 0.99, noNaN: true }), fc.constantFrom(0, 1, -1)),
      {
        minLength: 24,
        maxLength: 24,
      },
    ),
    groups: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 24, maxLength: 24 }),
    replaced: fc.array(fc.option(randomDistribution, { nil: undefined, freq: 3 }), {
      minLength: 24,
      maxLength: 24,
    }),
    method: fc.constantFrom('sobol' as const, 'philox' as const),
    seed: fc.oneof(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.maxSafeNat()),
  })
  .map(({ distributions, degrees, groups, replaced, method, seed }) => {
    const variables: SampledVariable[] = distributions.map((one, i) => ({
      name: `variable ${i}`,
      distribution: replaced[i] ?? one,
      ...(replaced[i] && { drawnAs: one }),
    }));
    // Groups 0 and 1 are independent variables.
    const correlations: Correlation[] = variables.flatMap((a, i) =>
      variables.slice(0, i).flatMap((b, j) => {
        const together = groups[i]! > 1 && groups[i] === groups[j];
        return together ? [{ a: a.name, b: b.name, rho: degrees[i]! * degrees[j]! }] : [];
      }),
    );
    return { variables, correlations, method, seed };
  });
