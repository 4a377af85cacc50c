/** Where something lies in memory: up to, not at `end`. */
export interface Region {
  readonly first: number;
  readonly end: number;
}

/** Addresses given out one after the other, and what is to stand there. */
export class TableMemory {
  #end: number;
  readonly #words: { readonly address: number; readonly values: ArrayLike<number> }[] = [];
  readonly #doubles: { readonly address: number; readonly values: ArrayLike<number> }[] = [];

  /** From the address `start` on. */
  constructor(start: number) {
    this.#end = start;
  }

  /** First address that is free. */
  get end(): number {
    return this.#end;
  }

  /** The address of so many new bytes, a multiple of 16. */
  take(bytes: number): number {
    const address = Math.ceil(this.#end / 16) * 16;
    this.#end = address + bytes;
    return address;
  }

  /** New memory that holds integers of 32 bits. */
  region(values: ArrayLike<number>): Region {
    const first = this.take(4 * values.length);
    this.words(first, values);
    return { first, end: first + 4 * values.length };
  }

  /** Integers of 32 bits from an address on. */
  words(address: number, values: ArrayLike<number>): void {
    this.#words.push({ address, values });
  }

  doubles(address: number, values: ArrayLike<number>): void {
    this.#doubles.push({ address, values });
  }

  /** Puts everything into memory that reaches up to `end`. */
  writeTo(buffer: ArrayBuffer): void {
    const [words, doubles] = [new Int32Array(buffer), new Float64Array(buffer)];
    for (const { address, values } of this.#words) words.set(values, address / 4);
    for (const { address, values } of this.#doubles) doubles.set(values, address / 8);
  }
}
