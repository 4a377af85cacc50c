import { ByteWriter } from './byte-writer.ts';
import type { CodeWriter } from './code-writer.ts';
import type { LaneType } from './lane-type.ts';

/** Bytes that each number has for itself, whatever its type. */
const SLOT = 8;

/**
 * Numbers kept once each in memory. One instruction loads such a one into all lanes, where V8 takes three for a
 * literal; in formulas with many constants that is a third of all instructions.
 */
export class ConstantPool {
  readonly #entries: { readonly value: number; readonly type: LaneType }[] = [];
  readonly #start: number;

  /** The pool begins at address `start` and grows upwards. */
  constructor(start: number) {
    this.#start = start;
  }

  get bytes(): Uint8Array {
    const bytes = new ByteWriter();
    for (const { value, type } of this.#entries) {
      for (let filled = 0; filled < SLOT; filled += type.bytes) type.write(bytes, value);
    }
    return bytes.bytes;
  }

  /** First address behind the pool. */
  get end(): number {
    return this.#start + SLOT * this.#entries.length;
  }

  /** Writes code for the same number in all lanes. */
  write(code: CodeWriter, value: number, type: LaneType): void {
    const known = this.#entries.findIndex((entry) => entry.type === type && Object.is(entry.value, value));
    const position = known === -1 ? this.#entries.push({ value, type }) - 1 : known;
    code
      .integer(0)
      .vectorLoadSplat(this.#start + SLOT * position, type)
      .note(String(value));
  }
}
