import { exp, log } from '../engine/elementary.ts';
import { CONFIDENCES } from '../register/index.ts';
import type { Confidence } from '../register/index.ts';
import { weightedMedian } from './weighted-median.ts';
import type { Weighted } from './weighted-median.ts';

/** One source's latest word: the natural logarithm of its figure, its weight, and how sure it is that it was said. */
export interface Word extends Weighted {
  /** `file#id`. */
  readonly key: string;
  readonly confidence: Confidence;
}

/** A word that lies far from what the other sources say of the same quantity. */
export interface Outlier {
  readonly key: string;
  /** Its figure over the others’ weighted median. */
  readonly factor: number;
  /** Distance from them in robust standard deviations of the logarithm. */
  readonly score: number;
  /** Sources it stands against. */
  readonly others: number;
  readonly confidence: Confidence;
  /** Whether it counts for nothing. */
  readonly setAside: boolean;
}

/** Modified z-score beyond which a value is an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). */
const FAR = 3.5;
/** For a normal, the standard deviation over the median absolute deviation. */
const SD_PER_MAD = 1.4826;
/** Sources that agree to the digit do not make an outlier of one within this factor. */
const NEAR_FACTOR = 1.5;
/** Further off than any published forecast of capacity or spending has missed by: an error, not a view. */
const GROSS_FACTOR = 3;

/**
 * Words that lie beyond 3.5 robust standard deviations from the weighted median of the others, and by more than a factor
 * of one and a half. A word is held only against words of at least its own confidence; it takes two of them, or against
 * one of low confidence a single surer one. A word that is off by a factor of three and more is set aside: the weighted
 * median alone would follow it where the others are few or old.
 */
export function outliersAmong(words: readonly Word[]): readonly Outlier[] {
  return words.flatMap((word): Outlier[] => {
    const others = words.filter(
      (other) => other !== word && rankOf(other.confidence) >= rankOf(word.confidence),
    );
    const surer = others.filter(({ confidence }) => rankOf(confidence) > rankOf(word.confidence));
    if (others.length < 2 && !(word.confidence === 'low' && surer.length > 0)) return [];
    const centre = weightedMedian(others);
    const deviations = others.map(({ value, weight }) => ({ value: Math.abs(value - centre), weight }));
    const scale = Math.max(SD_PER_MAD * weightedMedian(deviations), log(NEAR_FACTOR) / FAR);
    const distance = Math.abs(word.value - centre);
    if (distance <= FAR * scale) return [];
    return [
      {
        key: word.key,
        factor: exp(word.value - centre),
        score: distance / scale,
        others: others.length,
        confidence: word.confidence,
        setAside: distance >= log(GROSS_FACTOR),
      },
    ];
  });
}

/** The surer the higher. */
function rankOf(confidence: Confidence): number {
  return -CONFIDENCES.indexOf(confidence);
}
