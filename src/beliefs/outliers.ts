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
 * of one and a half. A word is held only against words of at least its own confidence. Two of them must agree, and be
 * more than those that agree with the word; against a word of low confidence a single surer one will do. A word of low
 * confidence that is off by a factor of three and more is set aside, since it may never have been said and the weighted
 * median alone would follow it where the others are few or old. What was surely said is kept, however surprising.
 */
export function outliersAmong(words: readonly Word[]): readonly Outlier[] {
  return words.flatMap((word): Outlier[] => {
    const others = words.filter(
      (other) => other !== word && rankOf(other.confidence) >= rankOf(word.confidence),
    );
    const centre = weightedMedian(others);
    const agreed = others.filter(({ value }) => isNear(value, centre));
    const surer = agreed.some(({ confidence }) => rankOf(confidence) > rankOf(word.confidence));
    const alike = words.filter(({ value }) => isNear(value, word.value));
    const isLow = word.confidence === 'low';
    if (!(isLow && surer) && !(agreed.length > 1 && agreed.length > alike.length)) return [];
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
        setAside: isLow && distance >= log(GROSS_FACTOR),
      },
    ];
  });
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= log(NEAR_FACTOR);
}

/** The surer the higher. */
function rankOf(confidence: Confidence): number {
  return -CONFIDENCES.indexOf(confidence);
}
