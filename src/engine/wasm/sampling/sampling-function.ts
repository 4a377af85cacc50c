import { CodeWriter, Plain, ValueType } from '../code-writer.ts';
import type { ConstantPool } from '../constant-pool.ts';
import type { ModuleEncoder } from '../encoder.ts';
import { VECTOR_BYTES } from '../lane-type.ts';
import { LaneWriter } from '../lane-writer.ts';

/** Vectors of two draws that are computed together. */
export const GROUPS = 2;

/** Draws of one step along a row, and the bytes of their doubles. */
export const STEP = 2 * GROUPS;
export const STEP_BYTES = GROUPS * VECTOR_BYTES;

/** Bytes of an integer or an address. */
export const WORD_BYTES = 4;

/** Where functions of the sampling module go. */
export interface SamplingModule {
  readonly encoder: ModuleEncoder;
  readonly constants: ConstantPool;
}

/** Defines and exports a function of integers, named `parameters`, without results, for `groups` vectors at a time. */
export function defineFunction(
  { encoder, constants }: SamplingModule,
  name: string,
  parameters: readonly string[],
  groups: number,
  write: (w: LaneWriter, code: CodeWriter) => void,
): void {
  const index = encoder.declare({ parameters: parameters.map(() => ValueType.I32), results: [] }, name);
  const code = new CodeWriter(parameters.length, parameters);
  write(new LaneWriter(code, groups, constants), code);
  encoder.define(index, code);
  encoder.exportFunction(name, index);
}

/** Repeats `body` while the address in a local variable, moved on by `bytes` each time, is below `end`. */
export function forEach(
  code: CodeWriter,
  address: number,
  end: number,
  bytes: number,
  body: () => void,
): void {
  code.loop(
    () => {
      body();
      addTo(code, address, bytes);
    },
    () => void code.get(address).get(end).plain(Plain.I32_LESS),
  );
}

/** Adds a fixed number to a local variable. */
export function addTo(code: CodeWriter, local: number, by: number): void {
  code.get(local).integer(by).plain(Plain.I32_ADD).set(local);
}

/** A local variable with the sum of two others. */
export function sumOf(code: CodeWriter, a: number, b: number, name: string): number {
  const sum = code.local(ValueType.I32, name);
  code.get(a).get(b).plain(Plain.I32_ADD).set(sum);
  return sum;
}

/** A local variable with the integer at an address in another one plus `offset`. */
export function loaded(code: CodeWriter, address: number, offset: number, name: string): number {
  const value = code.local(ValueType.I32, name);
  code.get(address).integerLoad(offset).set(value);
  return value;
}

/** Places of bytes for `shuffle` that pick words of 32 bits: 0 to 3 of the first vector, 4 to 7 of the second. */
export function bytesOfWords(words: readonly number[]): number[] {
  return words.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]);
}
