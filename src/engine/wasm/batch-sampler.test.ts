import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS } from '../../../e2e/support/evidence.ts';
import { differences } from '../../../e2e/support/random-graph.ts';
import { randomSampling, samplingOfModel } from '../../../e2e/support/random-sampling.ts';
import { createSampler } from '../sampler.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from './batch-sampler.ts';
import type { BatchSampler } from './batch-sampler.ts';

const METHODS = ['sobol', 'philox'] as const;
const BACKENDS = ['webassembly', 'javascript'] as const;

/** What single draws give, `[variable][lane]`. */
function expected(options: SamplerOptions, first: number, lanes: number): Float64Array {
  const sampler = createSampler(options);
  const draw = new Float64Array(options.variables.length);
  const all = new Float64Array(draw.length * lanes);
  for (let lane = 0; lane < lanes; lane++) {
    sampler.fill(first + lane, draw);
    for (const [variable, value] of draw.entries()) all[variable * lanes + lane] = value;
  }
  return all;
}

/** Differences between a batch and single draws, bit for bit. */
function differencesAt(options: SamplerOptions, batch: BatchSampler, first: number): number {
  const found = new Float64Array(options.variables.length * batch.lanes).fill(-7);
  batch.fill(first, found);
  return differences(expected(options, first, batch.lanes), found);
}

describe('createBatchSampler on the beliefs of the whole model', () => {
  it.each(DAYS)('gives the bits of single draws, as of %s', (day) => {
    const model = samplingOfModel(day, 0);
    for (const method of METHODS) {
      for (const seed of [1, 42, 2 ** 40 + 5]) {
        const options = { ...model, method, seed };
        for (const lanes of [8, 1, 7, 64]) {
          const batch = createBatchSampler(options, lanes);
          expect(batch.backend).toBe('webassembly');
          for (const first of [0, 8, 1003, 65_533]) expect(differencesAt(options, batch, first)).toBe(0);
        }
      }
    }
  });

  it('says what a sampler says', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const { names, method, dimensions, notes } = createSampler(options);
    for (const backend of BACKENDS)
      expect(createBatchSampler(options, 8, { backend })).toMatchObject({
        backend,
        lanes: 8,
        names,
        method,
        dimensions,
        notes,
      });
    expect(dimensions).toBeGreaterThan(500);
  });
});

const firstDraw = fc.oneof(fc.nat(5000), fc.integer({ min: 2 ** 31 - 50, max: 2 ** 32 - 40 }));

describe('createBatchSampler', () => {
  it('gives the bits of single draws of any variables, all or some of them', () => {
    const kinds = new Set<string>();
    let correlated = 0;
    fc.assert(
      fc.property(
        randomSampling,
        fc.integer({ min: 1, max: 33 }),
        firstDraw,
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        (options, lanes, first, chosen) => {
          const count = options.variables.length;
          const all = expected(options, first, lanes);
          const some = Array.from({ length: count }, (_, i) => i).filter((i) => chosen[i]);
          for (const backend of BACKENDS) {
            const batch = createBatchSampler(options, lanes, { backend });
            expect(batch.backend).toBe(backend);
            const found = new Float64Array(count * lanes).fill(-7);
            batch.fill(first, found, some);
            expect(
              differences(
                all.map((value, at) => (some.includes(Math.floor(at / lanes)) ? value : -7)),
                found,
              ),
            ).toBe(0);
            batch.fill(first, found);
            expect(differences(all, found)).toBe(0);
            // Whatever came before.
            batch.fill(first + 3, found);
            batch.fill(first, found, some);
            batch.fill(first, found);
            expect(differences(all, found)).toBe(0);
          }
          for (const {
            distribution: { kind },
          } of options.variables)
            kinds.add(kind);
          correlated += options.correlations!.length;
        },
      ),
      { numRuns: 120 },
    );
    expect(kinds.size).toBe(9);
    expect(correlated).toBeGreaterThan(120);
  });

  it('draws with Philox beyond the Sobol dimensions, and far draws with Philox alone', () => {
    const variables = Array.from({ length: 1030 }, (_, i) => ({
      name: `v${i}`,
      distribution: { kind: 'normal', mean: i, sd: 1 } as const,
    }));
    const sobol = { variables, seed: 5 };
    const batch = createBatchSampler(sobol, 12);
    expect([batch.backend, batch.notes.length]).toEqual(['webassembly', 1]);
    expect(differencesAt(sobol, batch, 17)).toBe(0);
    expect(differencesAt(sobol, batch, 2 ** 32 - 12)).toBe(0);
    const philox = { variables, seed: 5, method: 'philox' } as const;
    for (const first of [2 ** 32 - 6, 2 ** 53 - 13])
      expect(differencesAt(philox, createBatchSampler(philox, 12), first)).toBe(0);
  });

  it('gives every variable at one quantile in all lanes', () => {
    const variables = [
      { name: 'a', distribution: { kind: 'lognormal', median: 10, sigma: 0.4 } },
      { name: 'b', distribution: { kind: 'uniform', low: 0, high: 2 } },
    ] as const;
    for (const backend of BACKENDS) {
      const into = new Float64Array(6);
      createBatchSampler({ variables, seed: 1 }, 3, { backend }).fillQuantile(0.5, into);
      expect([...into]).toEqual([10, 10, 10, 1, 1, 1]);
    }
  });

  it('takes WebAssembly where it runs, and JavaScript where it is asked for or must be', () => {
    const options = samplingOfModel(DAYS[1], 3);
    expect(createBatchSampler(options, 8).backend).toBe('webassembly');
    expect(createBatchSampler(options, 8, { backend: 'javascript' }).backend).toBe('javascript');
    const saved = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly')!;
    try {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
      const fallback = createBatchSampler(options, 8);
      expect(fallback.backend).toBe('javascript');
      expect(differencesAt(options, fallback, 5)).toBe(0);
      expect(() => createBatchSampler(options, 8, { backend: 'webassembly' })).toThrow(/no WebAssembly/);
    } finally {
      Object.defineProperty(globalThis, 'WebAssembly', saved);
    }
  });

  it('refuses what a sampler refuses, lanes and variables that are none, and arrays that are too short', () => {
    const variables = [{ name: 'a', distribution: { kind: 'uniform', low: 0, high: 1 } }] as const;
    expect(() => createBatchSampler({ variables: [...variables, ...variables], seed: 1 }, 8)).toThrow(
      /variable-repeated/,
    );
    for (const backend of BACKENDS) {
      for (const lanes of [0, -4, 1.5, NaN])
        expect(() => createBatchSampler({ variables, seed: 1 }, lanes, { backend })).toThrow(/lanes/);
      const batch = createBatchSampler({ variables, seed: 1 }, 8, { backend });
      const into = new Float64Array(8);
      for (const first of [-1, 0.5, 2 ** 32 - 7, 2 ** 32])
        expect(() => batch.fill(first, into)).toThrow(/draw/);
      for (const some of [[1], [-1], [0, 0], [0.5]])
        expect(() => batch.fill(0, into, some)).toThrow(/places of variables/);
      expect(() => batch.fill(0, new Float64Array(7))).toThrow(/into/);
      expect(() => batch.fillQuantile(0.5, new Float64Array(7))).toThrow(/into/);
      batch.fill(2 ** 32 - 8, into, []);
      batch.fill(2 ** 32 - 8, into);
    }
  });
});
