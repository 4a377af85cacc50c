/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3" (SC '11). A number depends only on its counter and key, so any draw can be had in any order, on any
 * number of workers, and one input's numbers never move when another input is added.
 */

export const MULTIPLIER_0 = 0xd2511f53;
export const MULTIPLIER_1 = 0xcd9e8d57;
export const WEYL_0 = 0x9e3779b9;
export const WEYL_1 = 0xbb67ae85;
export const ROUNDS = 10;

export type FourWords = readonly [number, number, number, number];

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit words, as a signed 32-bit number. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  // Schoolbook product of 16-bit halves; both partial sums stay below 2^32, so `| 0` loses nothing.
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) | 0;
}

/** Ten rounds on a counter of four words and a key of two; the four unsigned words go to `into`. */
export function philox4x32Into(
  into: Uint32Array,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
): void {
  let c0 = counter0 | 0;
  let c1 = counter1 | 0;
  let c2 = counter2 | 0;
  let c3 = counter3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  into[0] = c0;
  into[1] = c1;
  into[2] = c2;
  into[3] = c3;
}

/** The four unsigned 32-bit words for a counter and a key (words as unsigned or signed 32-bit numbers). */
export function philox4x32(counter: FourWords, key: readonly [number, number]): FourWords {
  const words = new Uint32Array(4);
  philox4x32Into(words, counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
  return fourWordsOf(words);
}

/**
 * A uniform number in the open interval (0, 1) for (draw, variable, step, seed): whole numbers from 0, draw and seed
 * below 2^53, variable and step below 2^32. It is (k + 1/2) / 2^52 with k of 52 bits, so neither 0 nor 1 occurs.
 */
export function uniform(draw: number, variable: number, step: number, seed: number): number {
  philox4x32Into(scratch, lowWord(draw), highWord(draw), variable, step, lowWord(seed), highWord(seed));
  return uniformFromWords(scratch[0] ?? 0, scratch[1] ?? 0);
}

/** (k + 1/2) / 2^52 from the upper 26 bits of each of two unsigned words. */
export function uniformFromWords(word0: number, word1: number): number {
  return ((word0 >>> 6) * 67108864 + (word1 >>> 6) + 0.5) / 4503599627370496;
}

/**
 * 128 bits that depend on a name and a seed: the name's UTF-16 code units, eight to a block, are chained through
 * Philox keyed by the seed, its length last. Gives each input a random stream of its own whatever the others are.
 */
export function hashName(name: string, seed: number): FourWords {
  const words = new Uint32Array(4);
  const key0 = lowWord(seed);
  const key1 = highWord(seed);
  const mix = (block: FourWords): void => {
    const [b0, b1, b2, b3] = block;
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = words;
    philox4x32Into(words, w0 ^ b0, w1 ^ b1, w2 ^ b2, w3 ^ b3, key0, key1);
  };
  const pair = (at: number): number =>
    at >= name.length ? 0 : name.charCodeAt(at) | (at + 1 < name.length ? name.charCodeAt(at + 1) << 16 : 0);
  for (let at = 0; at < name.length; at += 8) mix([pair(at), pair(at + 2), pair(at + 4), pair(at + 6)]);
  mix([name.length, 0, 0, 0x6e616d65]);
  return fourWordsOf(words);
}

/** Lower 32 bits of a whole number below 2^53. */
export function lowWord(value: number): number {
  return value >>> 0;
}

/** Bits 32 to 52 of a whole number below 2^53. */
export function highWord(value: number): number {
  return Math.floor(value / 4294967296) >>> 0;
}

const scratch = new Uint32Array(4);

function fourWordsOf(words: Uint32Array): FourWords {
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = words;
  return [w0, w1, w2, w3];
}
