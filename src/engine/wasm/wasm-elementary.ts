import { CodeWriter, ValueType, Vector } from './code-writer.ts';
import type { ConstantPool } from './constant-pool.ts';
import type { ModuleEncoder } from './encoder.ts';
import { DOUBLES } from './lane-type.ts';
import { LaneWriter } from './lane-writer.ts';
import type { Lanes } from './lane-writer.ts';
import { writeSingleExp, writeSingleLog, writeSinglePow } from './wasm-single-elementary.ts';

/** Numbers of functions of a module: each takes its operands group by group and gives one vector per group. */
export interface ElementaryFunctions {
  readonly exp: number;
  readonly log: number;
  readonly pow: number;
}

// The constants of `../elementary.ts`; the operations below are that file's, in its order, for its bits.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SPLITTER = 134217729;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** 2^52: added to a whole number below it, it leaves that number in the low bits of the sum. */
const WHOLE = 4503599627370496;

/** How the functions are computed in each precision. */
const FORMULAS = {
  f64: { exp: (w: LaneWriter, x: Lanes) => writeExp(w, x), log: writeLog, pow: writePow },
  f32: { exp: writeSingleExp, log: writeSingleLog, pow: writeSinglePow },
};

/**
 * Adds `exp`, `log` and `pow` to a module, on vectors of a type and `groups` vectors at once. Every lane gets the bits
 * of `../elementary.ts` or `../single-elementary.ts` (whatever payload a NaN has). There is no branch: special values
 * are selected. What they put into `constants` must be in memory when they run.
 */
export function emitElementary(
  module: ModuleEncoder,
  groups: number,
  constants: ConstantPool,
  type = DOUBLES,
): ElementaryFunctions {
  const define = (name: string, operands: number, write: (lanes: LaneWriter) => Lanes): number => {
    const parameters = Array.from({ length: operands * groups }, () => ValueType.V128);
    const index = module.declare({ parameters, results: parameters.slice(0, groups) }, name);
    const code = new CodeWriter(parameters.length);
    const lanes = new LaneWriter(code, groups, constants, type);
    lanes.give(write(lanes));
    module.define(index, code);
    return index;
  };
  const { exp, log, pow } = FORMULAS[type.precision];
  return {
    exp: define('exp', 1, (lanes) => exp(lanes, lanes.parameter(0))),
    log: define('log', 1, (lanes) => log(lanes, lanes.parameter(0))),
    pow: define('pow', 2, (lanes) => pow(lanes, lanes.parameter(0), lanes.parameter(1))),
  };
}

/** e^x, or e^(x + tail). */
export function writeExp(w: LaneWriter, x: Lanes, tail?: Lanes): Lanes {
  const bounded = w.let(w.bounded(x, -746, 710));
  const k = w.let(w.float('FLOOR', w.add(w.multiply(bounded, w.constant(Math.LOG2E)), w.constant(0.5))));
  const high = w.let(w.subtract(bounded, w.multiply(k, w.constant(LN2_HIGH))));
  const lowPart = w.multiply(k, w.constant(LN2_LOW));
  // Without a tail the original subtracts 0, which leaves every number as it is, -0 too.
  const low = w.let(tail === undefined ? lowPart : w.subtract(lowPart, tail));
  const r = w.let(w.subtract(high, low));
  const lost = w.let(w.subtract(w.subtract(high, r), low));
  const r2 = w.let(w.multiply(r, r));
  const r4 = w.let(w.multiply(r2, r2));
  const seventh = w.let(
    w.add(
      w.line(0.00019841269885984299, 2.4801587355947765e-5, r),
      w.multiply(w.line(2.755724433757453e-6, 2.755724571684318e-7, r), r2),
      w.multiply(w.line(2.5108995659420187e-8, 2.0923717831581793e-9, r), r4),
    ),
  );
  const cubic = w.add(
    w.line(0.16666666666666677, 0.04166666666666669, r),
    w.multiply(w.line(0.008333333333321697, 0.0013888888888870228, r), r2),
    w.multiply(seventh, r4),
  );
  const head = w.let(w.add(w.constant(1), r));
  const rest = w.let(
    w.add(
      w.subtract(w.constant(1), head),
      r,
      w.add(w.multiply(r2, w.add(w.constant(0.5), w.multiply(r, cubic))), lost),
    ),
  );
  // Halves of k lie within -538 and 513, so both factors are normal powers of two. Lanes of NaN stay NaN.
  const half = w.let(w.float('FLOOR', w.multiply(k, w.constant(0.5))));
  const scaleA = powerOfTwo(w, half);
  const scaleB = powerOfTwo(w, w.subtract(k, half));
  return w.multiply(w.multiply(w.add(head, rest), scaleA), scaleB);
}

/** 2^k of whole k from -1022 to 1023: the exponent is written into its bits. */
function powerOfTwo(w: LaneWriter, k: Lanes): Lanes {
  return w.shift(Vector.I64_SHIFT_LEFT, w.add(k, w.constant(WHOLE + 1023)), 52);
}

/** x = m 2^k with m in [sqrt(1/2), sqrt(2)); for x positive and finite, lanes of anything else mean nothing. */
function splitExponent(w: LaneWriter, x: Lanes): { m: Lanes; k: Lanes } {
  const subnormal = w.let(w.less(x, w.constant(SMALLEST_NORMAL)));
  const normal = w.let(w.select(subnormal, w.multiply(x, w.constant(18014398509481984)), x));
  // The distance from the high word of sqrt(1/2) to that of 1, as in the original, in the upper half of the lane.
  const distance = BigInt(0x3ff00000 - 0x3fe6a09e) << 32n;
  const biased = w.let(
    w.shift(Vector.I64_SHIFT_RIGHT_UNSIGNED, w.apply(Vector.I64_ADD, normal, w.bits(distance)), 52),
  );
  // normal * 2^-shift is exact and normal, so taking the shift from the exponent's bits gives the product.
  const m = w.let(
    w.apply(
      Vector.I64_SUBTRACT,
      normal,
      w.shift(Vector.I64_SHIFT_LEFT, w.apply(Vector.I64_SUBTRACT, biased, w.bits(1023n)), 52),
    ),
  );
  const shift = w.subtract(w.apply(Vector.OR, biased, w.constant(WHOLE)), w.constant(WHOLE + 1023));
  const k = w.let(w.subtract(shift, w.apply(Vector.AND, subnormal, w.constant(54))));
  return { m, k };
}

/** The natural logarithm. */
export function writeLog(w: LaneWriter, x: Lanes): Lanes {
  const { m, k } = splitExponent(w, x);
  const f = w.let(w.subtract(m, w.constant(1)));
  const s = w.let(w.divide(f, w.add(w.constant(2), f)));
  const z = w.let(w.multiply(s, s));
  const z2 = w.let(w.multiply(z, z));
  const correction = w.let(
    w.multiply(
      z,
      w.add(
        w.line(0.6666666666666734, 0.39999999999414326, z),
        w.multiply(w.line(0.2857142874247384, 0.22222198563570508, z), z2),
        w.multiply(
          w.add(
            w.line(0.18183564862737528, 0.15314035926272437, z),
            w.multiply(w.constant(0.14796104637082494), z2),
          ),
          w.multiply(z2, z2),
        ),
      ),
    ),
  );
  const halfSquare = w.let(w.multiply(w.multiply(w.constant(0.5), f), f));
  const small = w.add(w.multiply(s, w.add(halfSquare, correction)), w.multiply(k, w.constant(LN2_LOW)));
  const general = w.let(
    w.subtract(w.multiply(k, w.constant(LN2_HIGH)), w.subtract(w.subtract(halfSquare, small), f)),
  );
  const zero = w.constant(0);
  const finite = w.select(w.equal(x, w.constant(Infinity)), w.constant(Infinity), general);
  const edge = w.select(w.equal(x, zero), w.constant(-Infinity), w.constant(NaN));
  return w.select(w.less(zero, x), finite, edge);
}

/** A double as the sum of two of at most 26 bits. */
export function halves(w: LaneWriter, x: Lanes): { a: Lanes; b: Lanes } {
  const c = w.let(w.multiply(x, w.constant(SPLITTER)));
  const a = w.let(w.subtract(c, w.subtract(c, x)));
  return { a, b: w.let(w.subtract(x, a)) };
}

interface Halves {
  readonly a: Lanes;
  readonly b: Lanes;
}

/** What rounding took from `product` = x y, from the halves of both: xA yA - product + xA yB + xB yA + xB yB. */
function productRest(w: LaneWriter, x: Halves, y: Halves, product: Lanes): Lanes {
  return w.add(
    w.subtract(w.multiply(x.a, y.a), product),
    w.multiply(x.a, y.b),
    w.multiply(x.b, y.a),
    w.multiply(x.b, y.b),
  );
}

function writePow(w: LaneWriter, x: Lanes, y: Lanes): Lanes {
  const { m, k } = splitExponent(w, x);
  const { high, low } = logarithmOfMantissa(w, m);

  const exponentPart = w.let(w.multiply(k, w.constant(LN2_HIGH)));
  const logX = w.let(w.add(exponentPart, high));
  const back = w.let(w.subtract(logX, exponentPart));
  const logXLow = w.let(
    w.add(
      w.subtract(exponentPart, w.subtract(logX, back)),
      w.subtract(high, back),
      w.add(low, w.multiply(k, w.constant(LN2_LOW))),
    ),
  );

  const BOUND = 36893488147419103232;
  const exponent = w.let(w.bounded(y, -BOUND, BOUND));
  const logHalves = halves(w, logX);
  const yHalves = halves(w, exponent);
  const product = w.let(w.multiply(exponent, logX));
  const tail = w.add(productRest(w, yHalves, logHalves, product), w.multiply(exponent, logXLow));
  const outside = w.apply(Vector.OR, w.less(w.constant(720), product), w.less(product, w.constant(-760)));
  const general = w.let(writeExp(w, product, w.let(w.apply(Vector.AND_NOT, tail, outside))));

  const zero = w.constant(0);
  const [nan, infinity] = [w.constant(NaN), w.constant(Infinity)];
  const rising = w.let(w.less(zero, y));
  const falling = w.let(w.less(y, zero));
  const ofInfinity = w.select(rising, infinity, w.select(falling, zero, nan));
  const ofZero = w.select(rising, zero, w.select(falling, infinity, nan));
  const finite = w.select(w.equal(x, infinity), ofInfinity, general);
  const edge = w.select(w.equal(x, zero), ofZero, nan);
  const positive = w.select(w.less(zero, x), finite, edge);
  return w.select(w.equal(y, zero), w.constant(1), positive);
}

/** ln m as a pair of doubles, for m in [sqrt(1/2), sqrt(2)). */
function logarithmOfMantissa(w: LaneWriter, m: Lanes): { high: Lanes; low: Lanes } {
  const f = w.let(w.subtract(m, w.constant(1)));
  const sum = w.let(w.add(m, w.constant(1)));
  const sumLow = w.let(w.subtract(m, w.subtract(sum, w.constant(1))));
  const s = w.let(w.divide(f, sum));
  const sHalves = halves(w, s);
  let product = w.let(w.multiply(s, sum));
  const productLow = w.let(productRest(w, sHalves, halves(w, sum), product));
  const sLow = w.let(
    w.divide(w.subtract(w.subtract(w.subtract(f, product), productLow), w.multiply(s, sumLow)), sum),
  );

  const z = w.let(w.multiply(s, s));
  const zLow = w.let(
    w.add(
      w.subtract(w.multiply(sHalves.a, sHalves.a), z),
      w.multiply(w.constant(2), w.multiply(sHalves.a, sHalves.b)),
      w.multiply(sHalves.b, sHalves.b),
      w.multiply(w.constant(2), w.multiply(s, sLow)),
    ),
  );
  const z2 = w.let(w.multiply(z, z));
  const quintic = w.let(
    w.add(
      w.line(0.3999999999999998, 0.2857142857144511, z),
      w.multiply(w.line(0.2222222221753641, 0.1818181887032273, z), z2),
      w.multiply(
        w.add(
          w.line(0.15384556870398028, 0.133363174430336, z),
          w.multiply(w.line(0.11674818011098406, 0.11989017323151603, z), z2),
        ),
        w.multiply(z2, z2),
      ),
    ),
  );

  const zHalves = halves(w, z);
  product = w.let(w.multiply(z, w.constant(0.6666666666666666)));
  const twoThirds: Halves = { a: w.constant(0.6666666716337204), b: w.constant(-4.967053768289986e-9) };
  // In the original's order, which is not that of `productRest` here.
  const twoThirdsLow = w.let(
    w.add(
      w.subtract(w.multiply(zHalves.a, twoThirds.a), product),
      w.multiply(zHalves.b, twoThirds.a),
      w.multiply(zHalves.a, twoThirds.b),
      w.multiply(zHalves.b, twoThirds.b),
      w.add(
        w.multiply(zLow, w.line(0.6666666666666666, 0.8, z)),
        w.multiply(z, w.constant(3.700743415417188e-17)),
      ),
    ),
  );
  const small = w.let(w.add(w.multiply(z2, quintic), twoThirdsLow));
  const wide = w.let(w.add(product, small));
  const wideLow = w.let(w.add(w.subtract(product, wide), small));

  const wideHalves = halves(w, wide);
  const sw = w.let(w.multiply(s, wide));
  const swLow = w.let(
    w.add(productRest(w, sHalves, wideHalves, sw), w.add(w.multiply(s, wideLow), w.multiply(sLow, wide))),
  );
  const twice = w.let(w.multiply(w.constant(2), s));
  const high = w.let(w.add(twice, sw));
  const low = w.let(w.add(w.subtract(twice, high), sw, w.add(swLow, w.multiply(w.constant(2), sLow))));
  return { high, low };
}
