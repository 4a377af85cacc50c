import type { EnsembleOptions } from '../../answers/ensemble.ts';
import type { Stage } from './worker-message.ts';

/** Futures of the whole answer, unless an address asks for others. */
export const PAGE_DRAWS = 2048;

const QUICK: Readonly<Record<Exclude<Stage, 'full'>, number>> = { median: 64, coarse: 256 };

/**
 * How a stage is drawn: quick looks in single precision; the whole answer as the command line draws it, so that its
 * numbers are the same. Undefined where a quick look would be no quicker.
 */
export function drawsOf(
  stage: Stage,
  draws: number,
  seed: number,
): Pick<EnsembleOptions, 'draws' | 'seed' | 'precision'> | undefined {
  if (stage === 'full') return { draws, seed };
  return QUICK[stage] < draws ? { draws: QUICK[stage], seed, precision: 'f32' } : undefined;
}
