import type { SamplerOptions } from '../sampling-plan.ts';
import { createBatchSampler } from '../wasm/batch-sampler.ts';
import type { BatchSampler } from '../wasm/batch-sampler.ts';

/** By options, then by lanes and backend. */
const made = new WeakMap<SamplerOptions, Map<string, BatchSampler>>();

/**
 * The sampler of these very options, made once: planning one takes as long as some dozen draws, and a page draws by
 * the same options as long as a lever is dragged. What a sampler gives does not depend on what it gave before.
 */
export function sharedSampler(
  options: SamplerOptions,
  lanes: number,
  backend: BatchSampler['backend'],
): BatchSampler {
  const known = made.get(options) ?? new Map<string, BatchSampler>();
  made.set(options, known);
  const key = `${lanes} ${backend}`;
  const sampler = known.get(key) ?? createBatchSampler(options, lanes, { backend });
  known.set(key, sampler);
  return sampler;
}
