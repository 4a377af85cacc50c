import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS } from '../../../e2e/support/evidence.ts';
import { differences } from '../../../e2e/support/random-graph.ts';
import { randomDistribution, randomSampling, samplingOfModel } from '../../../e2e/support/random-sampling.ts';
import type { Distribution } from '../distribution.ts';
import { createSampler } from '../sampler.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from './batch-sampler.ts';
import { SampledBlocks } from './sampled-blocks.ts';

const BACKENDS = ['webassembly', 'javascript'] as const;
const LANES = 8;

/** A block as a sampler that never drew anything else gives it. */
function fresh(options: SamplerOptions, block: number): Float64Array {
  const into = new Float64Array(options.variables.length * LANES);
  createBatchSampler(options, LANES).fill(block * LANES, into);
  return into;
}

/** The same options with another distribution at a place. */
function moved(options: SamplerOptions, place: number, distribution: Distribution): SamplerOptions {
  const variables = options.variables.map((variable, i) =>
    i === place ? { ...variable, distribution } : variable,
  );
  return { ...options, variables };
}

/** Places whose draws differ in any of the first blocks. */
function placesThatMove(before: SamplerOptions, after: SamplerOptions): number[] {
  const places = new Set<number>();
  for (const block of [0, 1, 2, 3]) {
    const b = fresh(after, block);
    for (const [at, value] of fresh(before, block).entries())
      if (!Object.is(value, b[at])) places.add(Math.floor(at / LANES));
  }
  return [...places].toSorted((x, y) => x - y);
}

describe('SampledBlocks', () => {
  it('draws again what a lever changes, in place, and nothing else', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const random = options.variables.flatMap(({ distribution }, i) =>
      distribution.kind === 'point' ? [] : [i],
    );
    const blocks = new SampledBlocks(options, LANES, { keep: 3 });
    expect(blocks.sampler.backend).toBe('webassembly');
    expect(blocks.blockBytes).toBe(options.variables.length * LANES * 8);
    const order = [0, 1, 5, 2, 0, 9];
    for (const block of order) expect(differences(blocks.at(block), fresh(options, block))).toBe(0);
    const kept = blocks.at(1);
    const places = [random[0]!, random[500]!, random.at(-1)!];
    for (const [step, place] of places.entries()) {
      const lever = moved(options, place, { kind: 'uniform', low: 0.25, high: 0.75 });
      // The lever before goes back.
      expect(blocks.change(lever)).toEqual(step === 0 ? [place] : [places[step - 1], place]);
      for (const block of order) expect(differences(blocks.at(block), fresh(lever, block))).toBe(0);
      expect(blocks.at(1)).toBe(kept);
    }
    expect(blocks.change(moved(options, places[2]!, { kind: 'uniform', low: 0.25, high: 0.75 }))).toEqual([]);
  });

  it('draws everything again for another seed', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const blocks = new SampledBlocks(options, LANES, { keep: 2 });
    blocks.at(0);
    const anew = { ...options, seed: 2 };
    expect(blocks.change(anew)).toHaveLength(blocks.sampler.dimensions);
    expect(differences(blocks.at(0), fresh(anew, 0))).toBe(0);
  });

  it('names every variable that moves, whatever changes, on either backend', () => {
    let some = 0;
    fc.assert(
      fc.property(
        randomSampling,
        fc.array(fc.tuple(fc.nat(23), randomDistribution), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (before, moves, alone) => {
          const after = moves.reduce(
            (options, [place, distribution]) => moved(options, place % before.variables.length, distribution),
            alone ? { ...before, correlations: [] } : before,
          );
          for (const backend of BACKENDS) {
            const blocks = new SampledBlocks(before, LANES, { keep: 2, backend });
            for (const block of [0, 1, 2]) blocks.at(block);
            const changed = blocks.change(after);
            expect(changed).toEqual(changed.toSorted((a, b) => a - b));
            for (const place of placesThatMove(before, after)) expect(changed).toContain(place);
            for (const block of [0, 1, 2]) expect(differences(blocks.at(block), fresh(after, block))).toBe(0);
            if (changed.length > 0 && 2 * changed.length <= before.variables.length) some++;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(some).toBeGreaterThan(24);
  });

  it('stays as it was when a change is refused', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const blocks = new SampledBlocks(options, LANES, { keep: 1 });
    const before = blocks.at(0).slice();
    const wrong = moved(options, 3, { kind: 'normal', mean: 0, sd: -1 });
    expect(() => blocks.change(wrong)).toThrow(/distribution-parameter-out-of-range/);
    expect(() =>
      blocks.change({ ...options, correlations: [], variables: options.variables.slice(1) }),
    ).toThrow(/same variables/);
    expect(() => blocks.change({ ...options, variables: options.variables.toReversed() })).toThrow(
      /same variables/,
    );
    expect(differences(blocks.at(0), before)).toBe(0);
    const single = new Float64Array(options.variables.length);
    createSampler(options).fill(LANES, single);
    expect(blocks.at(1)[0]).toBe(single[0]);
  });
});
