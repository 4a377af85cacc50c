import { exp, log, pow } from './elementary.ts';
import { singleExp, singleLog, singlePow } from './single-elementary.ts';

/**
 * Operations of the graph. Operands `a`, `b`, `c` are nodes, except for the leaves: CONSTANT (a: position in
 * the table of constants), INPUT (a: input), TABLE and TABLE_START (a: table, b: months ahead; the second
 * reads from the first month on), STATE (a: state; its opening value).
 */
export const Opcode = {
  CONSTANT: 0,
  INPUT: 1,
  TABLE: 2,
  TABLE_START: 3,
  STATE: 4,
  ADD: 5,
  SUBTRACT: 6,
  MULTIPLY: 7,
  DIVIDE: 8,
  NEGATE: 9,
  MIN: 10,
  MAX: 11,
  EXP: 12,
  LOG: 13,
  POW: 14,
  SQRT: 15,
  FLOOR: 16,
  ABS: 17,
  SELECT: 18,
  LESS: 19,
  LESS_OR_EQUAL: 20,
  EQUAL: 21,
  AND: 22,
  OR: 23,
  NOT: 24,
} as const;

export type Opcode = (typeof Opcode)[keyof typeof Opcode];

/** Number of operand nodes, by opcode: none for leaves. */
export const ARITY: readonly number[] = [
  0, 0, 0, 0, 0, 2, 2, 2, 2, 1, 2, 2, 1, 1, 2, 1, 1, 1, 3, 2, 2, 2, 2, 2, 1,
];

/** When a value is known: at compile time, once per draw, or each month. */
export const Phase = { CONSTANT: 0, DRAW: 1, STEP: 2 } as const;

export type Phase = (typeof Phase)[keyof typeof Phase];

/** What an operation computes from its operands' values: the definition that every backend reproduces bit by bit. */
export function evaluate(opcode: number, a: number, b: number, c: number): number {
  switch (opcode) {
    case Opcode.ADD:
      return a + b;
    case Opcode.SUBTRACT:
      return a - b;
    case Opcode.MULTIPLY:
      return a * b;
    case Opcode.DIVIDE:
      return a / b;
    case Opcode.NEGATE:
      return -a;
    case Opcode.MIN:
      return b < a ? b : a;
    case Opcode.MAX:
      return a < b ? b : a;
    case Opcode.EXP:
      return exp(a);
    case Opcode.LOG:
      return log(a);
    case Opcode.POW:
      return pow(a, b);
    case Opcode.SQRT:
      return Math.sqrt(a);
    case Opcode.FLOOR:
      return Math.floor(a);
    case Opcode.ABS:
      return Math.abs(a);
    case Opcode.SELECT:
      return a !== 0 ? b : c;
    case Opcode.LESS:
      return a < b ? 1 : 0;
    case Opcode.LESS_OR_EQUAL:
      return a <= b ? 1 : 0;
    case Opcode.EQUAL:
      return a === b ? 1 : 0;
    case Opcode.AND:
      return a !== 0 && b !== 0 ? 1 : 0;
    case Opcode.OR:
      return a !== 0 || b !== 0 ? 1 : 0;
    case Opcode.NOT:
      return a === 0 ? 1 : 0;
    default:
      throw new RangeError(`not an operation: ${opcode}`);
  }
}

/**
 * The same in single precision, from singles. Rounding the double is rounding the exact result: of sums, products,
 * quotients and roots of singles a double keeps more than twice the digits (Figueroa, ACM SIGNUM 30(3), 1995).
 */
export function evaluateSingle(opcode: number, a: number, b: number, c: number): number {
  switch (opcode) {
    case Opcode.EXP:
      return singleExp(a);
    case Opcode.LOG:
      return singleLog(a);
    case Opcode.POW:
      return singlePow(a, b);
    default:
      return Math.fround(evaluate(opcode, a, b, c));
  }
}
