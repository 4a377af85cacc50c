import { Plain, ValueType, Vector } from '../code-writer.ts';
import type { CodeWriter } from '../code-writer.ts';
import { DOUBLES, VECTOR_BYTES } from '../lane-type.ts';
import type { LaneWriter, Lanes } from '../lane-writer.ts';
import {
  CENTRAL_QUANTILE,
  FAR_QUANTILE,
  MIDDLE_QUANTILE,
  TAIL_EVEN,
  TAIL_ODD,
} from '../../normal-coefficients.ts';
import type { Coefficients, Fraction } from '../../normal-coefficients.ts';
import { FARTHEST } from '../../normal.ts';
import { halves, writeExp, writeLog } from '../wasm-elementary.ts';
import { bytesOfWords, defineFunction, forEach, GROUPS, STEP, STEP_BYTES } from './sampling-function.ts';
import type { SamplingModule } from './sampling-function.ts';

/** Probability below x: the operations of `normalCdf` in `normal.ts`, in its order. */
export function writeNormalCdf(w: LaneWriter, x: Lanes): Lanes {
  const y = w.let(w.float('NEGATE', w.float('ABS', x)));
  const t = w.let(w.divide(w.subtract(w.constant(-4), y), w.subtract(w.constant(4), y)));
  const t2 = w.let(w.multiply(t, t));
  const even = w.let(polynomial(w, TAIL_EVEN, t2));
  const odd = w.let(polynomial(w, TAIL_ODD, t2));
  const { a, b } = halves(w, y);
  const square = w.let(w.multiply(y, y));
  const squareLow = w.add(
    w.subtract(w.multiply(a, a), square),
    w.multiply(w.constant(2), w.multiply(a, b)),
    w.multiply(b, b),
  );
  const minusHalf = w.constant(-0.5);
  const exponential = w.let(
    writeExp(w, w.let(w.multiply(minusHalf, square)), w.let(w.multiply(minusHalf, squareLow))),
  );
  const tail = w.let(
    w.divide(w.multiply(exponential, w.add(even, w.multiply(t, odd))), w.subtract(w.constant(1), y)),
  );
  const kept = w.let(w.apply(Vector.AND_NOT, tail, w.less(y, w.constant(-FARTHEST))));
  return w.select(w.less(w.constant(0), x), w.subtract(w.constant(1), kept), kept);
}

/**
 * `normalQuantiles(address, end, list, spare)` puts the normal quantile in the place of each double from `address` to
 * `end`, with the operations of `normalQuantile` in `normal.ts`. Most lie in the middle; the addresses of those in
 * the tails, three in twenty, are gathered in `list` (four bytes for each double, and twelve) and done together, so
 * that there is no branch to mispredict. `spare` is the address of a double that may be overwritten.
 */
export function emitNormalQuantiles(module: SamplingModule): void {
  defineFunction(module, 'normalQuantiles', ['address', 'end', 'list', 'spare'], GROUPS, (w, code) => {
    const [address, end, list, spare] = [0, 1, 2, 3];
    const listEnd = code.local(ValueType.I32, 'list end');
    code.get(list).set(listEnd);
    forEach(code, address, end, STEP_BYTES, () => {
      const p = w.let(w.load(address));
      const q = w.let(w.subtract(p, w.constant(0.5)));
      const central = w.let(w.float('LE', w.float('ABS', q), w.constant(0.425)));
      const r = w.let(w.subtract(w.constant(0.180625), w.multiply(q, q)));
      const { above, below } = CENTRAL_QUANTILE;
      const value = w.divide(w.multiply(q, polynomial(w, above, r)), polynomial(w, below, r));
      // In a tail p stays for the second loop.
      w.store(address, w.select(central, value, p));
      listTails(code, w.let(w.apply(Vector.NOT, central)), address, listEnd);
    });
    code.get(list).get(listEnd).plain(Plain.I32_LESS);
    code.if(() => {
      // Fills the last step up.
      for (let place = 0; place < STEP - 1; place++)
        code
          .get(listEnd)
          .get(spare)
          .integerStore(4 * place);
      forEach(code, list, listEnd, 4 * STEP, () => writeTails(w, code, list));
    });
  });
}

/** Appends the addresses of the doubles of a step whose mask is set. */
function listTails(code: CodeWriter, mask: Lanes, address: number, listEnd: number): void {
  const bits = code.local(ValueType.I32, 'bits');
  for (let group = 0; group < STEP / 2; group++) {
    mask(group);
    code.vector(Vector.I64_BITMASK).set(bits);
    for (const lane of [0, 1]) {
      code.get(listEnd).get(address);
      code
        .integer(VECTOR_BYTES * group + 8 * lane)
        .plain(Plain.I32_ADD)
        .integerStore(0);
      code.get(listEnd).get(bits);
      // Bit `lane` becomes 4, the bytes of an address.
      code.integer(2 - lane).plain(Plain.I32_SHIFT_LEFT);
      code.integer(4).plain(Plain.I32_AND).plain(Plain.I32_ADD).set(listEnd);
    }
  }
}

/** The quantiles of the four doubles whose addresses stand at `list`. */
function writeTails(w: LaneWriter, code: CodeWriter, list: number): void {
  const both = (group: number): void => {
    for (const lane of [0, 1])
      code
        .get(list)
        .integerLoad(8 * group + 4 * lane)
        .vectorLoadSplat(0, DOUBLES);
    code.shuffle(bytesOfWords([0, 1, 4, 5]));
  };
  const p = w.let(both);
  const lower = w.let(w.less(p, w.constant(0.5)));
  const side = w.let(w.select(lower, p, w.subtract(w.constant(1), p)));
  const r = w.let(w.float('SQRT', w.float('NEGATE', w.let(writeLog(w, side)))));
  const size = w.variable();
  size.set(quotient(w, MIDDLE_QUANTILE, w.let(w.subtract(r, w.constant(1.6)))));
  const middle = w.let(w.float('LE', r, w.constant(5)));
  code.integer(0);
  for (let group = 0; group < w.groups; group++) {
    w.apply(Vector.NOT, middle)(group);
    code.vector(Vector.ANY_TRUE).plain(Plain.I32_OR);
  }
  code.if(() => {
    const far = quotient(w, FAR_QUANTILE, w.let(w.subtract(r, w.constant(5))));
    const infinity = w.constant(Infinity);
    size.set(w.select(middle, size.get, w.select(w.equal(r, infinity), infinity, w.let(far))));
  });
  const value = w.let(w.select(lower, w.float('NEGATE', size.get), size.get));
  for (let group = 0; group < w.groups; group++) {
    for (const lane of [0, 1] as const) {
      code.get(list).integerLoad(8 * group + 4 * lane);
      value(group);
      code.vectorStoreLane(lane, 0);
    }
  }
}

function quotient(w: LaneWriter, { above, below }: Fraction, x: Lanes): Lanes {
  return w.divide(polynomial(w, above, x), polynomial(w, below, x));
}

function polynomial(w: LaneWriter, coefficients: Coefficients, x: Lanes): Lanes {
  return coefficients
    .map((coefficient) => w.constant(coefficient))
    .reduce((value, coefficient) => w.add(w.multiply(value, x), coefficient));
}
