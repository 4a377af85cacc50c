import type { CodeWriter } from './code-writer.ts';

/**
 * Doubles kept once each in memory. One instruction loads such a one into both lanes, where V8 takes three for a
 * literal; in formulas with many constants that is a third of all instructions.
 */
export class ConstantPool {
  readonly #values: number[] = [];
  readonly #start: number;

  /** The pool begins at address `start` and grows upwards. */
  constructor(start: number) {
    this.#start = start;
  }

  get bytes(): Uint8Array {
    const view = new DataView(new ArrayBuffer(8 * this.#values.length));
    for (const [position, value] of this.#values.entries()) view.setFloat64(8 * position, value, true);
    return new Uint8Array(view.buffer);
  }

  /** First address behind the pool. */
  get end(): number {
    return this.#start + 8 * this.#values.length;
  }

  /** Writes code for the same double in both lanes. */
  write(code: CodeWriter, value: number): void {
    const known = this.#values.findIndex((other) => Object.is(other, value));
    const position = known === -1 ? this.#values.push(value) - 1 : known;
    code
      .integer(0)
      .vectorLoadSplat(this.#start + 8 * position)
      .note(String(value));
  }
}
