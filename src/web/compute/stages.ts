import type { EnsembleOptions } from '../../answers/ensemble.ts';
import type { Stage } from './worker-message.ts';

/** Futures of the whole answer, unless an address asks for others. */
export const PAGE_DRAWS = 2048;

/** From the quickest to the one that counts. */
export const STAGES: readonly Stage[] = ['median', 'coarse', 'fine', 'full'];

/** The median alone is drawn where it is asked for: handing out so few futures would take longer than drawing them. */
const QUICK: Readonly<Record<Exclude<Stage, 'full'>, Pick<EnsembleOptions, 'draws' | 'workers'>>> = {
  median: { draws: 32, workers: 1 },
  coarse: { draws: 256 },
  fine: { draws: PAGE_DRAWS },
};

/**
 * How a stage is drawn: quick looks in single precision, the finest of them with all futures of a page; the whole answer as
 * the command line draws it, so that its numbers are the same. Undefined where a quick look would take more futures.
 */
export function drawsOf(
  stage: Stage,
  draws: number,
  seed: number,
): Pick<EnsembleOptions, 'draws' | 'seed' | 'precision' | 'workers'> | undefined {
  if (stage === 'full') return { draws, seed };
  const quick = QUICK[stage];
  return quick.draws <= draws ? { ...quick, seed, precision: 'f32' } : undefined;
}
