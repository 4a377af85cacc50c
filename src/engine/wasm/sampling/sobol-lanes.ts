import { OWEN_FIRST, OWEN_SECOND, OWEN_THIRD } from '../../sobol-owen.ts';
import { Vector } from '../code-writer.ts';
import { SINGLES } from '../lane-type.ts';
import type { Lanes } from '../lane-writer.ts';
import { addTo, defineFunction, forEach, WORD_BYTES } from './sampling-function.ts';
import type { SamplingModule } from './sampling-function.ts';
import { storeUniforms, WHOLE } from './uniform-lanes.ts';

/** Bytes of a record of `sobol` and where its parts are: four words, a seed, its factor, the address of a row. */
export const SobolRecord = { DIFFERENCES: 0, SEED: 16, FACTOR: 20, ROW: 24, BYTES: 32 } as const;

/** `xor(from, into, end)`: into the bytes from `into` to `end`, 16 at a time, those at `from` by exclusive or. */
export function emitExclusiveOr(module: SamplingModule): void {
  defineFunction(module, 'xor', ['from', 'into', 'end'], 1, (w, code) => {
    const [from, into, end] = [0, 1, 2];
    forEach(code, into, end, 16, () => {
      w.store(into, w.apply(Vector.XOR, w.load(into), w.load(from)));
      addTo(code, from, 16);
    });
  });
}

/**
 * `sobol(record, end, point, offset)`: the scrambled coordinates of four draws as uniform numbers, `offset` bytes
 * into the row of each record. `point` is the address of one word for each record, the coordinate of the first of the
 * draws; the record says by which digits the four differ from it. Words have their bits in reverse, as the scrambling
 * wants them: the operations are those of `owenScramble` and `uniformFromFraction` in `sobol-owen.ts`.
 */
export function emitSobol(module: SamplingModule): void {
  defineFunction(module, 'sobol', ['record', 'end', 'point', 'offset'], 1, (w, code) => {
    const [record, end, point, offset] = [0, 1, 2, 3];
    const [order, upper, lower] = [BYTES_REVERSED, UPPER_REVERSED, LOWER_REVERSED].map((bytes) =>
      w.shared(() => code.vectorBits(...bitsOf(bytes))),
    ) as [Lanes, Lanes, Lanes];
    const fourBits = w.shared(() => code.vectorBits(0x0f0f0f0f0f0f0f0fn));
    const [first, second, third] = [OWEN_FIRST, OWEN_SECOND, OWEN_THIRD].map((factor) =>
      w.shared(() => code.integer(factor).vector(Vector.I32_SPLAT)),
    ) as [Lanes, Lanes, Lanes];
    const mixed = (x: Lanes, factor: Lanes): Lanes =>
      w.let(w.apply(Vector.XOR, x, w.apply(Vector.I32_MULTIPLY, x, factor)));
    // Integers are loaded as singles are.
    const words = w.of(SINGLES, 1);
    const field = (at: number): Lanes => words.loadSplat(record, at);
    forEach(code, record, end, SobolRecord.BYTES, () => {
      const base = words.loadSplat(point, 0);
      let x = mixed(w.let(w.apply(Vector.XOR, base, w.load(record, SobolRecord.DIFFERENCES))), first);
      x = w.apply(Vector.I32_ADD, x, field(SobolRecord.SEED));
      x = w.let(w.apply(Vector.I32_MULTIPLY, x, field(SobolRecord.FACTOR)));
      x = mixed(mixed(x, second), third);
      // Digits in order again: the bytes of each word, then the halves of each byte and their bits.
      x = w.let(w.apply(Vector.SWIZZLE, x, order));
      const highHalves = w.shift(Vector.I32_SHIFT_RIGHT_UNSIGNED, x, 4);
      const fraction = w.let(
        w.apply(
          Vector.OR,
          w.apply(Vector.SWIZZLE, upper, w.apply(Vector.AND, x, fourBits)),
          w.apply(Vector.SWIZZLE, lower, w.apply(Vector.AND, highHalves, fourBits)),
        ),
      );
      // Of 2^52 + fraction; the difference and the power of two are exact.
      storeUniforms(w, { record, row: SobolRecord.ROW, offset }, (whole) =>
        w.multiply(w.subtract(whole(fraction), w.constant(WHOLE - 0.5)), w.constant(2 ** -32)),
      );
      addTo(code, point, WORD_BYTES);
    });
  });
}

const PLACES = Array.from({ length: 16 }, (_, place) => place);
/** Bits of a number from 0 to 15 in reverse. */
const reversed = (bits: number): number =>
  ((bits & 1) << 3) | ((bits & 2) << 1) | ((bits & 4) >> 1) | ((bits & 8) >> 3);
const BYTES_REVERSED = PLACES.map((place) => place ^ 3);
const UPPER_REVERSED = PLACES.map((bits) => reversed(bits) << 4);
const LOWER_REVERSED = PLACES.map(reversed);

/** Sixteen bytes as two numbers of 64 bits. */
function bitsOf(bytes: readonly number[]): [bigint, bigint] {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return [view.getBigUint64(0, true), view.getBigUint64(8, true)];
}
