import type { Precision } from '../precision.ts';
import type { ByteWriter } from './byte-writer.ts';
import { SingleVector, Vector } from './code-writer.ts';
import type { FloatInstruction } from './code-writer.ts';

/** Bytes of any vector. */
export const VECTOR_BYTES = 16;

/** What differs between numbers in lanes: one object for each precision, which all who write or run code read. */
export interface LaneType {
  readonly precision: Precision;
  /** Numbers in a vector. */
  readonly lanes: number;
  /** Bytes of a number. */
  readonly bytes: number;
  /** Instructions on vectors of such numbers. */
  readonly vector: Readonly<Record<FloatInstruction, number>>;
  /** The instruction that loads one number into all lanes. */
  readonly loadSplat: number;
  /** Appends a number, rounded to this precision. */
  write(bytes: ByteWriter, value: number): void;
  /** Memory as such numbers: they are rounded when they are set. */
  view(buffer: ArrayBuffer): Float64Array | Float32Array;
}

export const DOUBLES: LaneType = {
  precision: 'f64',
  lanes: 2,
  bytes: 8,
  vector: Vector,
  loadSplat: 0x0a,
  write: (bytes, value) => void bytes.float64(value),
  view: (buffer) => new Float64Array(buffer),
};

export const SINGLES: LaneType = {
  precision: 'f32',
  lanes: 4,
  bytes: 4,
  vector: SingleVector,
  loadSplat: 0x09,
  write: (bytes, value) => void bytes.float32(value),
  view: (buffer) => new Float32Array(buffer),
};

export const LANE_TYPES: Readonly<Record<Precision, LaneType>> = { f64: DOUBLES, f32: SINGLES };
