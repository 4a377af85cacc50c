import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampler } from '../sampler.ts';
import { createBatchSampler } from '../wasm/batch-sampler.ts';
import { summarise } from '../quantiles.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { systematicResample } from './systematic-resampling.ts';
import { effectiveSampleSize, temper } from './tempering.ts';
import { summariseWeighted } from './weighted-summary.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const logs = fc.array(fc.double({ min: -400, max: 5, noNaN: true }), { minLength: 2, maxLength: 200 });

describe('tempered weights', () => {
  it('sum to one, and leave as many effective draws as asked where that can be', () => {
    fc.assert(
      fc.property(logs, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (values, share) => {
        const floor = share * values.length;
        const { weights, exponent, effective } = temper(Float64Array.from(values), floor);
        expect(sum(weights)).toBeCloseTo(1, 12);
        expect(effective).toBeGreaterThanOrEqual(floor * (1 - 1e-9));
        expect(effective).toBeLessThanOrEqual(values.length * (1 + 1e-12));
        expect(exponent).toBeGreaterThanOrEqual(0);
        expect(exponent).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are those of Bayes where nothing has to be tempered, and all alike where nothing is learned', () => {
    const { weights, exponent } = temper(Float64Array.of(0, Math.log(3)), 1);
    expect(exponent).toBe(1);
    expect(weights[1]! / weights[0]!).toBeCloseTo(3, 12);
    expect([...temper(Float64Array.of(-7, -7, -7, -7), 2).weights]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('give nothing to a draw without a likelihood, and the same to all where none has one', () => {
    expect([...temper(Float64Array.of(0, -Infinity, NaN, 0), 1).weights]).toEqual([0.5, 0, 0, 0.5]);
    expect([...temper(Float64Array.of(NaN, NaN), 1).weights]).toEqual([0.5, 0.5]);
  });

  it('have Kish’s effective size', () => {
    expect(effectiveSampleSize(Float64Array.of(0.25, 0.25, 0.25, 0.25))).toBe(4);
    expect(effectiveSampleSize(Float64Array.of(1, 0, 0))).toBe(1);
    // (Σw)² / Σw² = 1 / (0.36 + 0.09 + 0.01)
    expect(effectiveSampleSize(Float64Array.of(0.6, 0.3, 0.1))).toBeCloseTo(1 / 0.46, 12);
  });
});

describe('the posterior of a linear model with normal errors', () => {
  // x ~ N(1, 2²), y = 3x + error of 1.5, y = 9 observed: precision 1/4 + 9/2.25, mean by precisions.
  const precision = 1 / 4 + 9 / 2.25;
  const mean = (1 / 4 + (3 * 9) / 2.25) / precision;
  const sampler = createSampler({
    variables: [{ name: 'x', distribution: { kind: 'normal', mean: 1, sd: 2 } }],
    seed: 5,
  });
  const into = new Float64Array(1);
  const prior = Float64Array.from({ length: 16384 }, (_, draw) => {
    sampler.fill(draw, into);
    return into[0]!;
  });
  const posterior = (error: number): { mean: number; sd: number; weights: Float64Array } => {
    const { weights } = temper(
      prior.map((x) => -0.5 * ((9 - 3 * x) / error) ** 2),
      100,
    );
    const at = summariseWeighted(prior, weights).mean;
    return { mean: at, sd: Math.sqrt(sum(prior.map((x, draw) => weights[draw]! * (x - at) ** 2))), weights };
  };

  it('is found by weighing draws of the prior', () => {
    const found = posterior(1.5);
    expect(found.mean).toBeCloseTo(mean, 2);
    expect(found.sd).toBeCloseTo(1 / Math.sqrt(precision), 2);
  });

  it('is found by picking draws', () => {
    const picked = Float64Array.from(
      systematicResample(posterior(1.5).weights, 2048),
      (draw) => prior[draw]!,
    );
    const at = sum(picked) / picked.length;
    expect(at).toBeCloseTo(mean, 1);
    expect(Math.sqrt(sum(picked.map((x) => (x - at) ** 2)) / picked.length)).toBeCloseTo(
      1 / Math.sqrt(precision),
      2,
    );
  });

  it('moves less the larger the error, and not at all where it is boundless', () => {
    const shifts = [1.5, 3, 6, 12, 1e9].map((error) => Math.abs(posterior(error).mean - 1));
    expect(shifts.toSorted((a, b) => b - a)).toEqual(shifts);
    expect(shifts.at(-1)).toBeLessThan(1e-3);
  });
});

describe('systematic resampling', () => {
  it('picks each draw as often as its weight says, to less than one', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 300 }), (values, count) => {
        const { weights } = temper(Float64Array.from(values), 1);
        const picked = systematicResample(weights, count);
        expect(picked).toHaveLength(count);
        for (const [draw, weight] of weights.entries()) {
          const times = picked.filter((each) => each === draw).length;
          expect(Math.abs(times - count * weight)).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });

  it('takes its first picks from all draws', () => {
    const even = new Float64Array(4096).fill(1 / 4096);
    const first = systematicResample(even, 1024).slice(0, 64);
    for (let quarter = 0; quarter < 4; quarter++)
      expect(first.filter((draw) => Math.floor(draw / 1024) === quarter).length).toBeGreaterThan(5);
  });
});

describe('a weighted summary', () => {
  it('is that of as many copies as the weights say', () => {
    const values = Float64Array.of(5, 1, 3, 2);
    const weights = Float64Array.of(0.1, 0.4, 0.3, 0.2);
    const copies = Float64Array.from(
      [5, 1, 1, 1, 1, 3, 3, 3, 2, 2].flatMap((value) => Array<number>(2000).fill(value)),
    );
    const found = summariseWeighted(values, weights);
    expect(found.mean).toBeCloseTo(summarise(copies).mean, 10);
    const fine = summariseWeighted(copies, new Float64Array(copies.length).fill(1 / copies.length));
    expect(fine.p50).toBe(summarise(copies).p50);
  });

  it('knows no draw without weight, and nothing of what is no number', () => {
    expect(summariseWeighted(Float64Array.of(9, 1), Float64Array.of(0, 1)).p95).toBe(1);
    expect(summariseWeighted(Float64Array.of(NaN, 1), Float64Array.of(0.5, 0.5)).mean).toBeNaN();
  });
});

describe('a sampler with ancestors', () => {
  const options: SamplerOptions = {
    variables: [
      { name: 'a', distribution: { kind: 'normal', mean: 0, sd: 1 } },
      { name: 'b', distribution: { kind: 'uniform', low: 0, high: 1 } },
    ],
    correlations: [{ a: 'a', b: 'b', rho: 0.5 }],
    seed: 3,
  };
  const ancestors = Uint32Array.of(7, 7, 2, 900, 0);

  it.each(['sobol', 'philox'] as const)(
    'gives the draws of their numbers (%s), the last again beyond',
    (method) => {
      const plain = createSampler({ ...options, method });
      const picked = createSampler({ ...options, method, ancestors });
      const [one, other] = [new Float64Array(2), new Float64Array(2)];
      for (const [draw, ancestor] of [...ancestors, 0, 0].entries()) {
        plain.fill(ancestor, one);
        picked.fill(draw, other);
        expect([...other]).toEqual([...one]);
      }
    },
  );

  it.each(['webassembly', 'javascript'] as const)('gives them in batches (%s)', (backend) => {
    const picked = createSampler({ ...options, ancestors });
    const batch = createBatchSampler({ ...options, ancestors }, 8, { backend });
    const into = new Float64Array(16);
    batch.fill(0, into);
    const single = new Float64Array(2);
    for (let lane = 0; lane < 8; lane++) {
      picked.fill(lane, single);
      expect([into[lane], into[8 + lane]]).toEqual([...single]);
    }
  });
});
