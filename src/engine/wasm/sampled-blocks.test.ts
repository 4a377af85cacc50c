import { describe, expect, it } from 'vitest';
import { DAYS } from '../../../e2e/support/evidence.ts';
import { differences } from '../../../e2e/support/random-graph.ts';
import { samplingOfModel } from '../../../e2e/support/random-sampling.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from './batch-sampler.ts';
import { SampledBlocks } from './sampled-blocks.ts';

const LANES = 8;

/** A block as a sampler that never drew anything else gives it. */
function fresh(options: SamplerOptions, block: number): Float64Array {
  const into = new Float64Array(options.variables.length * LANES);
  createBatchSampler(options, LANES).fill(block * LANES, into);
  return into;
}

describe('SampledBlocks', () => {
  it.each(['webassembly', 'javascript'] as const)(
    'gives any block in any order (%s), and keeps the first that were asked for',
    (backend) => {
      const options = samplingOfModel(DAYS[1], 1);
      const blocks = new SampledBlocks(options, LANES, { keep: 3, backend });
      expect(blocks.sampler.backend).toBe(backend);
      expect(blocks.blockBytes).toBe(options.variables.length * LANES * 8);
      for (const block of [0, 1, 5, 2, 0, 9])
        expect(differences(blocks.at(block), fresh(options, block))).toBe(0);
      const kept = blocks.at(1);
      const passing = blocks.at(2);
      expect(blocks.at(9)).toBe(passing);
      expect(blocks.at(1)).toBe(kept);
      expect(differences(kept, fresh(options, 1))).toBe(0);
    },
  );

  it('keeps singles where singles are asked for, and passes on doubles', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const blocks = new SampledBlocks(options, LANES, { keep: 1, precision: 'f32' });
    expect(blocks.at(3)).toBeInstanceOf(Float32Array);
    expect(differences(blocks.at(3), Float32Array.from(fresh(options, 3)))).toBe(0);
    expect(differences(blocks.at(4), fresh(options, 4))).toBe(0);
  });

  it('keeps nothing where nothing is to be kept', () => {
    const options = samplingOfModel(DAYS[1], 1);
    const blocks = new SampledBlocks(options, LANES, { keep: 0 });
    expect(blocks.at(1)).toBe(blocks.at(0));
    expect(differences(blocks.at(0), fresh(options, 0))).toBe(0);
  });
});
