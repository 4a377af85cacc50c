import type { SamplerOptions } from '../sampling-plan.ts';
import type { Precision } from '../precision.ts';
import type { Observer } from '../wasm/observer.ts';
import { SampledBlocks } from '../wasm/sampled-blocks.ts';

/** Draws kept, which no lever moves: as many as a page draws in singles before it draws them in doubles. */
const KEPT_DRAWS: Readonly<Record<Precision, number>> = { f32: 2048, f64: 256 };

/** By options, then by kernel. */
const made = new WeakMap<SamplerOptions, Map<string, SampledBlocks>>();

/**
 * The sampler of these very options, made once: planning one takes as long as some dozen draws, and a page draws by
 * the same options as long as a lever is dragged. What a sampler gives does not depend on what it gave before.
 */
export function sharedSampler(
  options: SamplerOptions,
  { lanes, backend, precision }: Pick<Observer, 'lanes' | 'backend' | 'precision'>,
): SampledBlocks {
  const known = made.get(options) ?? new Map<string, SampledBlocks>();
  made.set(options, known);
  const key = `${lanes} ${backend} ${precision}`;
  const keep = Math.floor(KEPT_DRAWS[precision] / lanes);
  const sampler = known.get(key) ?? new SampledBlocks(options, lanes, { backend, keep, precision });
  known.set(key, sampler);
  return sampler;
}
