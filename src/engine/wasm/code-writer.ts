import { ByteWriter } from './byte-writer.ts';
import type { LaneType } from './lane-type.ts';

/** Value types of the binary format. */
export const ValueType = { I32: 0x7f, F64: 0x7c, V128: 0x7b } as const;

export type ValueType = (typeof ValueType)[keyof typeof ValueType];

/** Vector instructions without immediates: the numbers after the prefix 0xfd; of floats those on doubles. */
export const Vector = {
  /** Bytes of the first operand at the places that the second names; 0 for places from 16 on. */
  SWIZZLE: 0x0e,
  I32_SPLAT: 0x11,
  EQ: 0x47,
  NE: 0x48,
  LT: 0x49,
  LE: 0x4b,
  NOT: 0x4d,
  AND: 0x4e,
  AND_NOT: 0x4f,
  OR: 0x50,
  XOR: 0x51,
  BITSELECT: 0x52,
  ANY_TRUE: 0x53,
  FLOOR: 0x75,
  I32_SHIFT_RIGHT_UNSIGNED: 0xad,
  I32_ADD: 0xae,
  I32_MULTIPLY: 0xb5,
  /** The lower or upper two words of 32 bits, as 64 bits. */
  I64_EXTEND_LOW_UNSIGNED: 0xc9,
  I64_EXTEND_HIGH_UNSIGNED: 0xca,
  /** The sign bit of each lane, as an integer on the stack. */
  I64_BITMASK: 0xc4,
  I64_SHIFT_LEFT: 0xcb,
  I64_SHIFT_RIGHT_UNSIGNED: 0xcd,
  I64_ADD: 0xce,
  I64_SUBTRACT: 0xd1,
  /** Whole products of the lower or upper two words of 32 bits. */
  I64_MULTIPLY_LOW_UNSIGNED: 0xde,
  I64_MULTIPLY_HIGH_UNSIGNED: 0xdf,
  ABS: 0xec,
  NEGATE: 0xed,
  SQRT: 0xef,
  ADD: 0xf0,
  SUBTRACT: 0xf1,
  MULTIPLY: 0xf2,
  DIVIDE: 0xf3,
  /** `b < a ? b : a`, and with it the graph's own minimum. */
  PMIN: 0xf6,
  /** `a < b ? b : a`, and with it the graph's own maximum. */
  PMAX: 0xf7,
  /** The two lower singles as doubles. */
  PROMOTE_LOW: 0x5f,
} as const;

/** The same on vectors of singles. */
export const SingleVector = {
  EQ: 0x41,
  NE: 0x42,
  LT: 0x43,
  LE: 0x45,
  FLOOR: 0x68,
  ABS: 0xe0,
  NEGATE: 0xe1,
  SQRT: 0xe3,
  ADD: 0xe4,
  SUBTRACT: 0xe5,
  MULTIPLY: 0xe6,
  DIVIDE: 0xe7,
  PMIN: 0xea,
  PMAX: 0xeb,
  I32_SHIFT_LEFT: 0xab,
  I32_SHIFT_RIGHT: 0xac,
  I32_ADD: 0xae,
  I32_SUBTRACT: 0xb1,
  /** Whole numbers with a sign as singles. */
  CONVERT_I32: 0xfa,
  /** Two doubles as the two lower singles; the upper ones are 0. */
  DEMOTE_ZERO: 0x5e,
} as const;

/** Instructions that vectors of either kind of float have. */
export type FloatInstruction = keyof typeof Vector & keyof typeof SingleVector;

/** Integer and control instructions without immediates. */
export const Plain = {
  END: 0x0b,
  I32_EQUAL_ZERO: 0x45,
  I32_LESS: 0x48,
  I32_GREATER: 0x4a,
  I32_ADD: 0x6a,
  I32_SUBTRACT: 0x6b,
  I32_MULTIPLY: 0x6c,
  I32_AND: 0x71,
  I32_OR: 0x72,
  I32_SHIFT_LEFT: 0x74,
  SELECT: 0x1b,
} as const;

const NO_RESULT = 0x40;

/** Words for a reader of the text; bytes do not hold them. */
export interface Note {
  /** Length of the code when it was written: it is about the instruction that ends there. */
  readonly at: number;
  readonly text: string;
}

/** The body of one function: instructions and local variables. Parameters are the first locals. */
export class CodeWriter {
  readonly #code = new ByteWriter();
  readonly #parameters: number;
  readonly #locals: ValueType[] = [];
  /** What a reader is to call parameters and local variables, by number. */
  readonly names = new Map<number, string>();
  readonly notes: Note[] = [];
  /** Words about the whole function. */
  readonly about: string[] = [];

  /** So many parameters, which may be given names for a reader. */
  constructor(parameters: number, names: readonly string[] = []) {
    this.#parameters = parameters;
    for (const [number, name] of names.entries()) this.names.set(number, name);
  }

  /** What has been written so far; a view, valid until the next write. */
  get instructions(): Uint8Array {
    return this.#code.bytes;
  }

  get locals(): readonly ValueType[] {
    return this.#locals;
  }

  /** A new local variable; gives its number. */
  local(type: ValueType, name?: string): number {
    const number = this.#parameters + this.#locals.push(type) - 1;
    if (name !== undefined) this.names.set(number, name);
    return number;
  }

  /** Words about the instruction written last. */
  note(text: string): this {
    this.notes.push({ at: this.#code.length, text });
    return this;
  }

  get(local: number): this {
    this.#code.byte(0x20).unsigned(local);
    return this;
  }

  set(local: number): this {
    this.#code.byte(0x21).unsigned(local);
    return this;
  }

  /** Sets a local variable and leaves the value on the stack. */
  tee(local: number): this {
    this.#code.byte(0x22).unsigned(local);
    return this;
  }

  call(target: number): this {
    this.#code.byte(0x10).unsigned(target);
    return this;
  }

  plain(instruction: number): this {
    this.#code.byte(instruction);
    return this;
  }

  integer(value: number): this {
    this.#code.byte(0x41).signed(value);
    return this;
  }

  vector(instruction: number): this {
    this.#code.byte(0xfd).unsigned(instruction);
    return this;
  }

  /** All lanes from memory at the address on the stack plus `offset`; 8-byte alignment is promised. */
  vectorLoad(offset: number): this {
    return this.#memory(0x00, offset);
  }

  /** One number from memory into all lanes. */
  vectorLoadSplat(offset: number, { loadSplat, bytes }: LaneType): this {
    this.#code.byte(0xfd).unsigned(loadSplat).unsigned(Math.log2(bytes)).unsigned(offset);
    return this;
  }

  vectorStore(offset: number): this {
    return this.#memory(0x0b, offset);
  }

  /** The same number in all lanes. */
  vectorConstant(value: number, type: LaneType): this {
    this.#code.byte(0xfd).unsigned(0x0c);
    for (let lane = 0; lane < type.lanes; lane++) type.write(this.#code, value);
    return this;
  }

  /** Picks 16 bytes of two vectors: those of the second are counted from 16 on. */
  shuffle(bytes: readonly number[]): this {
    this.#code.byte(0xfd).unsigned(0x0d).append(bytes);
    return this;
  }

  /** One lane of 64 bits into memory. */
  vectorStoreLane(lane: 0 | 1, offset: number): this {
    this.#memory(0x5b, offset);
    this.#code.byte(lane);
    return this;
  }

  /** 64 bits in the first lane, and the same or others in the second. */
  vectorBits(first: bigint, second = first): this {
    this.#code.byte(0xfd).unsigned(0x0c).integer64(first).integer64(second);
    return this;
  }

  integerLoad(offset: number): this {
    this.#code.byte(0x28).unsigned(2).unsigned(offset);
    return this;
  }

  integerStore(offset: number): this {
    this.#code.byte(0x36).unsigned(2).unsigned(offset);
    return this;
  }

  /** Ends the function if what is on the stack is not zero; outside of loops. */
  returnIf(): this {
    this.#code.byte(0x0d).unsigned(0);
    return this;
  }

  /** Repeats `body` as long as what `again` leaves on the stack is not zero; the body runs at least once. */
  loop(body: () => void, again: () => void): this {
    this.#code.byte(0x03).byte(NO_RESULT);
    body();
    again();
    this.#code.byte(0x0d).unsigned(0);
    return this.plain(Plain.END);
  }

  /** Does `body` if what is on the stack is not zero. */
  if(body: () => void): this {
    this.#code.byte(0x04).byte(NO_RESULT);
    body();
    return this.plain(Plain.END);
  }

  /** The entry of the code section, without its length. */
  finish(): Uint8Array {
    const entry = new ByteWriter();
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    entry.unsigned(runs.length);
    for (const { type, count } of runs) entry.unsigned(count).byte(type);
    return entry.append(this.#code.bytes).byte(Plain.END).bytes;
  }

  #memory(instruction: number, offset: number): this {
    this.#code.byte(0xfd).unsigned(instruction).unsigned(3).unsigned(offset);
    return this;
  }
}
