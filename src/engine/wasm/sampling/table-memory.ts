/** Where something lies in memory: up to, not at `end`. */
export interface Region {
  readonly first: number;
  readonly end: number;
}

/** Addresses given out one after the other, and what is to stand there. */
export class TableMemory {
  #end: number;
  readonly #writes: ((view: DataView) => void)[] = [];

  constructor(start: number) {
    this.#end = start;
    this.take(0);
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
  region(values: readonly number[]): Region {
    const first = this.take(4 * values.length);
    this.words(first, values);
    return { first, end: first + 4 * values.length };
  }

  /** Integers of 32 bits from an address on. */
  words(address: number, values: readonly number[]): void {
    this.#writes.push((view) => {
      for (const [position, value] of values.entries()) view.setInt32(address + 4 * position, value, true);
    });
  }

  doubles(address: number, values: ArrayLike<number>): void {
    this.#writes.push((view) => {
      for (let i = 0; i < values.length; i++) view.setFloat64(address + 8 * i, values[i]!, true);
    });
  }

  /** Puts everything into memory that reaches up to `end`. */
  writeTo(buffer: ArrayBuffer): void {
    const view = new DataView(buffer);
    for (const write of this.#writes) write(view);
  }
}
