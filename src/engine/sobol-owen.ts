import { lowWord, philox4x32 } from './philox.ts';
import { SOBOL_DIMENSIONS, sobolSequence } from './sobol.ts';

export const OWEN_FIRST = 0x3d20adea;
export const OWEN_SECOND = 0x05526c56;
export const OWEN_THIRD = 0x53a22864;

/** The factor of the hash below that depends on the seed. */
export function owenFactor(seed: number): number {
  return (seed >>> 16) | 1;
}

/**
 * Nested uniform scrambling of a 32-bit fraction (Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", 1995)
 * by a hash, as in Burley, "Practical hash-based Owen scrambling" (JCGT 9(4), 2020): whether a digit flips depends
 * on the seed and on the digits before it only, so each seed permutes the fractions and keeps nets nets.
 * The hash is the improved Laine-Karras permutation found by Nathan Vegdahl ("Building a better LK hash", 2021).
 * Seeds should be well mixed (`philox4x32`, `hashName`).
 */
export function owenScramble(fraction: number, seed: number): number {
  // On the reversed word "earlier digits" are lower bits, and *, + and ^ carry only upwards.
  let x = reverseBits(fraction);
  x ^= Math.imul(x, OWEN_FIRST);
  x = (x + seed) | 0;
  x = Math.imul(x, owenFactor(seed));
  x ^= Math.imul(x, OWEN_SECOND);
  x ^= Math.imul(x, OWEN_THIRD);
  return reverseBits(x) >>> 0;
}

/** A 32-bit fraction as a number in the open interval (0, 1): the middle of its cell, (fraction + 1/2) / 2^32. */
export function uniformFromFraction(fraction: number): number {
  return (fraction + 0.5) / 4294967296;
}

/** The scrambling seed of a dimension when it has no name of its own. */
export function scrambleSeedOf(dimension: number, seed: number): number {
  return philox4x32([dimension, 0, 0, 0x6f77656e], [lowWord(seed), Math.floor(seed / 4294967296)])[0];
}

/**
 * Coordinate `dimension` (0 to 1,023) of point `index` (0 to 2^32 - 1) of the Owen-scrambled Sobol sequence, in
 * the open interval (0, 1). Use the first 2^m points. For whole points `createSampler` is faster.
 */
export function owenScrambledUniform(index: number, dimension: number, seed: number): number {
  return uniformFromFraction(
    owenScramble(sobolSequence(SOBOL_DIMENSIONS).integer(index, dimension), scrambleSeedOf(dimension, seed)),
  );
}

/** A word of 32 bits with its bits in reverse, as a signed number. */
export function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
