import { SOBOL_DIRECTION_NUMBERS } from './sobol-direction-numbers.ts';

/** Dimensions for which direction numbers are at hand. */
export const SOBOL_DIMENSIONS = 1024;

/** Digits of a coordinate, and of the number of a point. */
export const SOBOL_BITS = 32;

/**
 * The Sobol sequence with Joe and Kuo's direction numbers (SIAM J. Sci. Comput. 30, 2008), in the Gray code order of
 * Antonov and Saleev (1979), so that point i equals point i of SciPy and SALib. Points are unscrambled, from
 * index 0 (the origin) to 2^32 - 1; every first 2^m points are a digital net.
 */
export class SobolSequence {
  readonly dimensions: number;
  /** Column j of dimension d at d * 32 + j: what bit j of the Gray code contributes, leading digit in bit 31. */
  readonly #columns: Uint32Array;

  constructor(dimensions: number) {
    if (!(Number.isInteger(dimensions) && dimensions >= 0 && dimensions <= SOBOL_DIMENSIONS)) {
      throw new RangeError(
        `dimensions must be a whole number from 0 to ${SOBOL_DIMENSIONS}, got ${dimensions}`,
      );
    }
    this.dimensions = dimensions;
    this.#columns = columnsFor(dimensions);
  }

  /** The coordinates of point `index` as 32-bit fractions (coordinate times 2^32), written to `into`. */
  integersInto(index: number, into: Uint32Array): void {
    const columns = this.#columns;
    for (let d = 0; d < this.dimensions; d++) into[d] = 0;
    const gray = (index ^ (index >>> 1)) >>> 0;
    for (let bit = 0; bit < SOBOL_BITS; bit++) {
      if (((gray >>> bit) & 1) === 0) continue;
      for (let d = 0; d < this.dimensions; d++)
        into[d] = (into[d] ?? 0) ^ (columns[d * SOBOL_BITS + bit] ?? 0);
    }
  }

  /** Turns the integers of point `index` - 1 into those of point `index`: one exclusive or per dimension. */
  advance(index: number, into: Uint32Array): void {
    const columns = this.#columns;
    const bit = 31 - Math.clz32(index & -index);
    for (let d = 0; d < this.dimensions; d++) into[d] = (into[d] ?? 0) ^ (columns[d * SOBOL_BITS + bit] ?? 0);
  }

  /** Coordinates of point `index` in [0, 1). */
  point(index: number): Float64Array {
    const integers = new Uint32Array(this.dimensions);
    this.integersInto(index, integers);
    return Float64Array.from(integers, (value) => value / 4294967296);
  }

  /** What bit `bit` (0 to 31) of the Gray code contributes to a coordinate, as a 32-bit fraction. */
  column(dimension: number, bit: number): number {
    return this.#columns[dimension * SOBOL_BITS + bit] ?? 0;
  }

  /** One coordinate of point `index` as a 32-bit fraction. */
  integer(index: number, dimension: number): number {
    let value = 0;
    for (let gray = index ^ (index >>> 1), at = dimension * SOBOL_BITS; gray !== 0; gray >>>= 1, at++) {
      if ((gray & 1) === 1) value ^= this.#columns[at] ?? 0;
    }
    return value >>> 0;
  }
}

let shared: SobolSequence | undefined;

/** A sequence of at least so many dimensions, which is not made again for everyone who asks. */
export function sobolSequence(dimensions: number): SobolSequence {
  if (shared === undefined || shared.dimensions < dimensions) shared = new SobolSequence(dimensions);
  return shared;
}

let parsedEntries: readonly string[] | undefined;

/** Columns from initial numbers by the recurrence of the primitive polynomial (Bratley and Fox, 1988). */
function columnsFor(dimensions: number): Uint32Array {
  const columns = new Uint32Array(dimensions * SOBOL_BITS);
  if (dimensions > 0) for (let j = 0; j < SOBOL_BITS; j++) columns[j] = (1 << (SOBOL_BITS - 1 - j)) >>> 0;
  parsedEntries ??= SOBOL_DIRECTION_NUMBERS.trim().split(/[;\n]/u);
  for (let d = 1; d < dimensions; d++) {
    const [inner = 0, ...initial] = (parsedEntries[d - 1] ?? '').split(',').map((text) => parseInt(text, 36));
    const degree = initial.length;
    const at = d * SOBOL_BITS;
    for (let j = 0; j < SOBOL_BITS; j++) {
      let value: number;
      if (j < degree) value = (initial[j] ?? 0) << (SOBOL_BITS - 1 - j);
      else {
        const oldest = columns[at + j - degree] ?? 0;
        value = oldest ^ (oldest >>> degree);
        for (let k = 1; k < degree; k++) {
          if (((inner >>> (degree - 1 - k)) & 1) === 1) value ^= columns[at + j - k] ?? 0;
        }
      }
      columns[at + j] = value >>> 0;
    }
  }
  return columns;
}
