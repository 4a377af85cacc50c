import type { SamplerOptions } from '../sampling-plan.ts';
import type { BatchSampler } from '../wasm/batch-sampler.ts';
import { SampledBlocks } from '../wasm/sampled-blocks.ts';

/** Draws kept: as many as a quick look takes while a lever is dragged, which moves none of them. */
const KEPT_DRAWS = 256;

/** By options, then by lanes and backend. */
const made = new WeakMap<SamplerOptions, Map<string, SampledBlocks>>();

/**
 * The sampler of these very options, made once: planning one takes as long as some dozen draws, and a page draws by
 * the same options as long as a lever is dragged. What a sampler gives does not depend on what it gave before.
 */
export function sharedSampler(
  options: SamplerOptions,
  lanes: number,
  backend: BatchSampler['backend'],
): SampledBlocks {
  const known = made.get(options) ?? new Map<string, SampledBlocks>();
  made.set(options, known);
  const key = `${lanes} ${backend}`;
  const sampler =
    known.get(key) ?? new SampledBlocks(options, lanes, { backend, keep: Math.floor(KEPT_DRAWS / lanes) });
  known.set(key, sampler);
  return sampler;
}
