import { SingleVector, Vector } from './code-writer.ts';
import { DOUBLES } from './lane-type.ts';
import type { Lanes, LaneWriter } from './lane-writer.ts';

// The operations and constants of `../single-elementary.ts`, in its order, for its bits.
const LN2_HIGH = 0.693359375;
const LN2_LOW = Math.LN2 - LN2_HIGH;
const ROUNDING = 12582912;
const ROUNDING_BITS = 0x4b400000;

/** The same 32 bits in every lane. */
function bits32(w: LaneWriter, bits: number): Lanes {
  return w.bits((BigInt(bits) << 32n) | BigInt(bits));
}

export function writeSingleExp(w: LaneWriter, x: Lanes): Lanes {
  const bounded = w.let(w.bounded(x, -104, 89));
  const shifted = w.let(w.add(w.multiply(bounded, w.constant(Math.LOG2E)), w.constant(ROUNDING)));
  const k = w.let(w.subtract(shifted, w.constant(ROUNDING)));
  const high = w.subtract(bounded, w.multiply(k, w.constant(LN2_HIGH)));
  const r = w.let(w.subtract(high, w.multiply(k, w.constant(LN2_LOW))));
  const r2 = w.let(w.multiply(r, r));
  const upper = w.add(
    w.line(0.04166620597243309, 0.008368889801204205, r),
    w.multiply(w.constant(0.001395049155689776), r2),
  );
  const square = w.add(w.line(0.5, 0.166665181517601, r), w.multiply(upper, r2));
  const head = w.add(w.constant(1), w.add(r, w.multiply(r2, square)));
  // The low bits of `shifted` hold k as a whole number.
  const whole = w.let(w.apply(SingleVector.I32_SUBTRACT, shifted, bits32(w, ROUNDING_BITS)));
  const half = w.let(w.shift(SingleVector.I32_SHIFT_RIGHT, whole, 1));
  const otherHalf = w.apply(SingleVector.I32_SUBTRACT, whole, half);
  return w.multiply(w.multiply(head, powerOfTwo(w, half)), powerOfTwo(w, otherHalf));
}

/** 2^k of whole numbers k from -126 to 127: the exponent is written into its bits. */
function powerOfTwo(w: LaneWriter, k: Lanes): Lanes {
  return w.shift(SingleVector.I32_SHIFT_LEFT, w.apply(SingleVector.I32_ADD, k, bits32(w, 127)), 23);
}

export function writeSingleLog(w: LaneWriter, x: Lanes): Lanes {
  const subnormal = w.let(w.less(x, w.constant(1.1754943508222875e-38)));
  const normal = w.let(w.select(subnormal, w.multiply(x, w.constant(33554432)), x));
  const balanced = w.apply(SingleVector.I32_ADD, normal, bits32(w, 0x3f800000 - 0x3f3504f3));
  const biased = w.shift(SingleVector.I32_SHIFT_RIGHT, balanced, 23);
  const shift = w.let(w.apply(SingleVector.I32_SUBTRACT, biased, bits32(w, 127)));
  // normal * 2^-shift is exact and normal, so taking the shift from the exponent's bits gives the product.
  const m = w.apply(SingleVector.I32_SUBTRACT, normal, w.shift(SingleVector.I32_SHIFT_LEFT, shift, 23));
  const k = w.let(
    w.subtract(w.apply(SingleVector.CONVERT_I32, shift), w.apply(Vector.AND, subnormal, w.constant(25))),
  );
  const f = w.let(w.subtract(m, w.constant(1)));
  const s = w.let(w.divide(f, w.add(w.constant(2), f)));
  const z = w.let(w.multiply(s, s));
  const slope = w.add(
    w.line(0.6666677594184875, 0.39977535605430603, z),
    w.multiply(w.constant(0.2987186312675476), w.multiply(z, z)),
  );
  const halfSquare = w.let(w.multiply(w.multiply(w.constant(0.5), f), f));
  const correction = w.multiply(z, slope);
  const small = w.add(w.multiply(s, w.add(halfSquare, correction)), w.multiply(k, w.constant(LN2_LOW)));
  const rest = w.subtract(w.subtract(halfSquare, small), f);
  return ofPositive(w, x, w.let(w.subtract(w.multiply(k, w.constant(LN2_HIGH)), rest)));
}

/** The logarithm of x where x is positive and finite, else what it is at the ends of its range. */
function ofPositive(w: LaneWriter, x: Lanes, logarithm: Lanes): Lanes {
  const infinity = w.constant(Infinity);
  const edge = w.select(w.equal(x, w.constant(0)), w.constant(-Infinity), w.constant(NaN));
  return w.select(w.less(w.constant(0), x), w.select(w.equal(x, infinity), infinity, logarithm), edge);
}

export function writeSinglePow(w: LaneWriter, x: Lanes, y: Lanes): Lanes {
  const d = w.of(DOUBLES, 2 * w.groups);
  const exponent = d.bounded(d.let(widened(d, y)), -(2 ** 129), 2 ** 129);
  const product = d.multiply(exponent, writeLogOfSingle(d, d.let(widened(d, x))));
  const bounded = d.let(d.bounded(d.let(product), -200, 200));
  const k = d.let(d.float('FLOOR', d.add(d.multiply(bounded, d.constant(Math.LOG2E)), d.constant(0.5))));
  const r = d.let(d.subtract(bounded, d.multiply(k, d.constant(Math.LN2))));
  const r2 = d.let(d.multiply(r, r));
  const upper = d.add(
    d.line(0.008333253696884665, 0.0013946228279087952, r),
    d.multiply(d.constant(0.00019922218042074988), r2),
  );
  const slope = d.add(
    d.line(0.9999999999735869, 0.500000007912637, r),
    d.multiply(d.line(0.16666666955409096, 0.04166626710453059, r), r2),
    d.multiply(upper, d.multiply(r2, r2)),
  );
  const scale = d.shift(Vector.I64_SHIFT_LEFT, d.add(k, d.constant(WHOLE + 1023)), 52);
  const power = d.let(d.multiply(d.add(d.constant(1), d.multiply(r, slope)), scale));
  return w.select(w.equal(y, w.constant(0)), w.constant(1), narrowed(w, power));
}

/** 2^52: added to a whole number below it, it leaves that number in the low bits of the sum. */
const WHOLE = 4503599627370496;

/** ln x in doubles, of singles as doubles, which are never subnormal. */
function writeLogOfSingle(d: LaneWriter, x: Lanes): Lanes {
  // The distance from the high word of sqrt(1/2) to that of 1, in the upper half of the lane.
  const distance = d.bits(BigInt(0x3ff00000 - 0x3fe6a09e) << 32n);
  const biased = d.let(d.shift(Vector.I64_SHIFT_RIGHT_UNSIGNED, d.apply(Vector.I64_ADD, x, distance), 52));
  const exponent = d.shift(Vector.I64_SHIFT_LEFT, d.apply(Vector.I64_SUBTRACT, biased, d.bits(1023n)), 52);
  const m = d.let(d.apply(Vector.I64_SUBTRACT, x, exponent));
  const k = d.subtract(d.apply(Vector.OR, biased, d.constant(WHOLE)), d.constant(WHOLE + 1023));
  const s = d.let(d.divide(d.subtract(m, d.constant(1)), d.add(m, d.constant(1))));
  const z = d.let(d.multiply(s, s));
  const cubic = d.add(
    d.line(0.6666666564504081, 0.4000033529358588, z),
    d.multiply(d.line(0.28537301525929876, 0.2358229301317087, z), d.multiply(z, z)),
  );
  const ofMantissa = d.add(d.multiply(d.constant(2), s), d.multiply(s, d.multiply(z, cubic)));
  return ofPositive(d, x, d.let(d.add(d.multiply(k, d.constant(Math.LN2)), ofMantissa)));
}

const FIRST_HALF = [0, 1, 2, 3, 4, 5, 6, 7];
const SECOND_HALF = FIRST_HALF.map((byte) => 8 + byte);

/** Singles as doubles: each vector becomes two. */
function widened(d: LaneWriter, value: Lanes): Lanes {
  return (group) => {
    const single = Math.floor(group / 2);
    value(single);
    if (group % 2 === 1) {
      value(single);
      d.code.shuffle([...SECOND_HALF, ...FIRST_HALF]);
    }
    d.code.vector(Vector.PROMOTE_LOW);
  };
}

/** Doubles rounded to singles: every two vectors become one. */
function narrowed(w: LaneWriter, value: Lanes): Lanes {
  return (group) => {
    for (const half of [0, 1]) {
      value(2 * group + half);
      w.code.vector(SingleVector.DEMOTE_ZERO);
    }
    w.code.shuffle([...FIRST_HALF, ...FIRST_HALF.map((byte) => 16 + byte)]);
  };
}
