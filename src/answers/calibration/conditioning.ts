import { systematicResample } from '../../engine/index.ts';

/** What is known of the past laid on the draws of a day: which of a pool are taken, and how often. */
export interface Conditioning {
  /** Seed of the pool. */
  readonly seed: number;
  /** Of the pool’s draws; they sum to one. */
  readonly weights: Float64Array;
  /** Quantities that were known. */
  readonly known: number;
  /** Effective number of draws in the pool. */
  readonly effective: number;
  /** Power of the likelihood; below one where all of it would have left too few draws. */
  readonly exponent: number;
}

/** What an answer says of its calibration. */
export interface CalibrationAbout extends Pick<Conditioning, 'known' | 'effective' | 'exponent'> {
  /** Draws in the pool. */
  readonly pool: number;
}

export function aboutConditioning({ known, effective, exponent, weights }: Conditioning): CalibrationAbout {
  return { known, effective, exponent, pool: weights.length };
}

/** Numbers of the pool’s draws that stand for `count` conditioned ones. */
export function ancestorsOf({ weights }: Conditioning, count: number): Uint32Array {
  return systematicResample(weights, count);
}
