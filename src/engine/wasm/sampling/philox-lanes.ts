import { MULTIPLIER_0, MULTIPLIER_1, ROUNDS, WEYL_0, WEYL_1 } from '../../philox.ts';
import { Vector } from '../code-writer.ts';
import type { LaneWriter, Lanes } from '../lane-writer.ts';
import { addTo, bytesOfWords, defineFunction, forEach, loaded } from './sampling-function.ts';
import type { SamplingModule } from './sampling-function.ts';
import { storeUniforms, WHOLE } from './uniform-lanes.ts';

/** Bytes of a record of `philox` and where its parts are: two keys and the address of a row. */
export const PhiloxRecord = { KEY_0: 0, KEY_1: 4, ROW: 8, BYTES: 12 } as const;

/**
 * `philox(record, end, low, high, offset)`: the uniform numbers of four draws, `offset` bytes into the row of each
 * record. `low` and `high` are the words of the first draw's number, a multiple of four. The operations are those of
 * `philox4x32Into` and `uniformFromWords` in `philox.ts`.
 */
export function emitPhilox(module: SamplingModule): void {
  defineFunction(module, 'philox', ['record', 'end', 'low', 'high', 'offset'], 1, (w, code) => {
    const [record, end, low, high, offset] = [0, 1, 2, 3, 4];
    const splat = (write: () => void): Lanes =>
      w.shared(() => {
        write();
        code.vector(Vector.I32_SPLAT);
      });
    const numbers: Lanes = () => code.vectorBits(0x0000_0001_0000_0000n, 0x0000_0003_0000_0002n);
    const draw = w.let(
      w.apply(
        Vector.I32_ADD,
        splat(() => code.get(low)),
        numbers,
      ),
    );
    const drawHigh = splat(() => code.get(high));
    const zero = splat(() => code.integer(0));
    const factor0 = splat(() => code.integer(MULTIPLIER_0));
    const factor1 = splat(() => code.integer(MULTIPLIER_1));
    forEach(code, record, end, PhiloxRecord.BYTES, () => {
      const key0 = loaded(code, record, PhiloxRecord.KEY_0, 'key 0');
      const key1 = loaded(code, record, PhiloxRecord.KEY_1, 'key 1');
      let [c0, c1, c2, c3] = [draw, drawHigh, zero, zero];
      for (let round = 0; round < ROUNDS; round++) {
        if (round > 0) {
          addTo(code, key0, WEYL_0);
          addTo(code, key1, WEYL_1);
        }
        const mixed = (product: Lanes, other: Lanes, key: number): Lanes =>
          w.let(
            w.apply(
              Vector.XOR,
              w.apply(Vector.XOR, product, other),
              splat(() => code.get(key)),
            ),
          );
        const next0 = mixed(upperWords(w, c2, factor1), c1, key0);
        const next2 = mixed(upperWords(w, c0, factor0), c3, key1);
        const lower = (counter: Lanes, factor: Lanes): Lanes =>
          w.let(w.apply(Vector.I32_MULTIPLY, counter, factor));
        [c0, c1, c2, c3] = [next0, lower(c2, factor1), next2, lower(c0, factor0)];
      }
      const upper26 = (words: Lanes): Lanes => w.let(w.shift(Vector.I32_SHIFT_RIGHT_UNSIGNED, words, 6));
      const [word0, word1] = [upper26(c0), upper26(c1)];
      // Whole numbers below 2^53, and then a power of two: all of it is exact, as in the original.
      storeUniforms(w, { record, row: PhiloxRecord.ROW, offset }, (whole) =>
        w.multiply(
          w.add(
            w.multiply(w.subtract(whole(word0), w.constant(WHOLE)), w.constant(67108864)),
            w.subtract(whole(word1), w.constant(WHOLE - 0.5)),
          ),
          w.constant(2 ** -52),
        ),
      );
    });
  });
}

/** The upper words of the products of four words and four others. */
function upperWords(w: LaneWriter, a: Lanes, b: Lanes): Lanes {
  return (group) => {
    w.apply(Vector.I64_MULTIPLY_LOW_UNSIGNED, a, b)(group);
    w.apply(Vector.I64_MULTIPLY_HIGH_UNSIGNED, a, b)(group);
    w.code.shuffle(bytesOfWords([1, 3, 5, 7]));
  };
}
