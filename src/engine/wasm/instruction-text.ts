/** What follows an instruction's number. */
export type Immediate =
  | 'none'
  | 'local'
  | 'function'
  | 'label'
  | 'lane'
  | 'lanes'
  | 'memory'
  | 'memory and lane'
  | Literal;
type Literal = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

export interface InstructionText {
  readonly name: string;
  /** Values taken from the stack and put there. A call has those of the function. */
  readonly operands: number;
  readonly results: number;
  readonly immediate: Immediate;
  /** Bytes read or written by an instruction on memory: the alignment that needs no mention. */
  readonly bytes: number;
}

/** Instructions after the prefix 0xfd are found at this plus their number. */
export const VECTOR_PREFIX = 0xfd;
const VECTORS = VECTOR_PREFIX * 0x100;

const table = new Map<number, InstructionText>();

/** The text of an instruction, by its number or `vectorKey`. Throws `RangeError` for one that is not listed here. */
export function instructionText(key: number): InstructionText {
  const found = table.get(key);
  if (found === undefined) throw new RangeError(`no text for instruction 0x${key.toString(16)}`);
  return found;
}

/** All numbers that have a text. */
export function listedInstructions(): readonly number[] {
  return [...table.keys()];
}

export function vectorKey(number: number): number {
  return VECTORS + number;
}

type More = Partial<Pick<InstructionText, 'results' | 'immediate' | 'bytes'>>;

/** Instructions that follow one another from a number on; `-` skips one. */
function list(
  first: number,
  prefix: string,
  names: string,
  operands: number,
  { results = 1, immediate = 'none', bytes = 0 }: More = {},
): void {
  for (const [position, name] of names.split(' ').entries()) {
    if (name !== '-')
      table.set(first + position, { name: prefix + name, operands, results, immediate, bytes });
  }
}

// Core specification 2.0, 5.4; control instructions, which nest, are read by `function-text.ts`.
const INTEGER_COMPARISONS = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u';
const FLOAT_COMPARISONS = 'eq ne lt gt le ge';
const INTEGER_ARITHMETIC = 'add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr';
const FLOAT_ARITHMETIC = 'add sub mul div min max';
list(0x0c, '', 'br', 0, { results: 0, immediate: 'label' });
list(0x0d, '', 'br_if', 1, { results: 0, immediate: 'label' });
list(0x0f, '', 'return', 0, { results: 0 });
list(0x10, '', 'call', 0, { results: 0, immediate: 'function' });
list(0x1a, '', 'drop', 1, { results: 0 });
list(0x1b, '', 'select', 3);
list(0x20, '', 'local.get', 0, { immediate: 'local' });
list(0x21, '', 'local.set', 1, { results: 0, immediate: 'local' });
list(0x22, '', 'local.tee', 1, { immediate: 'local' });
for (const [position, [type, bytes]] of (
  [
    ['i32', 4],
    ['i64', 8],
    ['f32', 4],
    ['f64', 8],
  ] as const
).entries()) {
  list(0x28 + position, `${type}.`, 'load', 1, { immediate: 'memory', bytes });
  list(0x36 + position, `${type}.`, 'store', 2, { results: 0, immediate: 'memory', bytes });
  list(0x41 + position, `${type}.`, 'const', 0, { immediate: type });
}
list(0x45, 'i32.', 'eqz', 1);
list(0x46, 'i32.', INTEGER_COMPARISONS, 2);
list(0x50, 'i64.', 'eqz', 1);
list(0x51, 'i64.', INTEGER_COMPARISONS, 2);
list(0x5b, 'f32.', FLOAT_COMPARISONS, 2);
list(0x61, 'f64.', FLOAT_COMPARISONS, 2);
list(0x67, 'i32.', 'clz ctz popcnt', 1);
list(0x6a, 'i32.', INTEGER_ARITHMETIC, 2);
list(0x79, 'i64.', 'clz ctz popcnt', 1);
list(0x7c, 'i64.', INTEGER_ARITHMETIC, 2);
list(0x99, 'f64.', 'abs neg ceil floor trunc nearest sqrt', 1);
list(0xa0, 'f64.', FLOAT_ARITHMETIC, 2);
list(0xa7, 'i32.', 'wrap_i64', 1);
list(0xac, 'i64.', 'extend_i32_s extend_i32_u', 1);
list(0xb7, 'f64.', 'convert_i32_s convert_i32_u convert_i64_s convert_i64_u promote_f32', 1);

const vectors = (first: number, prefix: string, names: string, operands: number, more: More = {}): void =>
  list(VECTORS + first, prefix, names, operands, more);
vectors(0x00, 'v128.', 'load', 1, { immediate: 'memory', bytes: 16 });
vectors(0x09, 'v128.', 'load32_splat', 1, { immediate: 'memory', bytes: 4 });
vectors(0x0a, 'v128.', 'load64_splat', 1, { immediate: 'memory', bytes: 8 });
vectors(0x0b, 'v128.', 'store', 2, { results: 0, immediate: 'memory', bytes: 16 });
vectors(0x0c, 'v128.', 'const', 0, { immediate: 'v128' });
vectors(0x0d, 'i8x16.', 'shuffle', 2, { immediate: 'lanes' });
vectors(0x0e, 'i8x16.', 'swizzle', 2);
for (const [position, shape] of ['i32x4', 'i64x2', 'f32x4', 'f64x2'].entries()) {
  vectors(0x11 + position, `${shape}.`, 'splat', 1);
  vectors(0x1b + 2 * position, `${shape}.`, 'extract_lane', 1, { immediate: 'lane' });
  vectors(0x1c + 2 * position, `${shape}.`, 'replace_lane', 2, { immediate: 'lane' });
}
vectors(0x37, 'i32x4.', INTEGER_COMPARISONS, 2);
vectors(0x41, 'f32x4.', FLOAT_COMPARISONS, 2);
vectors(0x47, 'f64x2.', FLOAT_COMPARISONS, 2);
vectors(0x4d, 'v128.', 'not', 1);
vectors(0x4e, 'v128.', 'and andnot or xor', 2);
vectors(0x52, 'v128.', 'bitselect', 3);
vectors(0x53, 'v128.', 'any_true', 1);
for (const [position, bytes] of [1, 2, 4, 8].entries()) {
  const more = { immediate: 'memory and lane', bytes } as const;
  vectors(0x54 + position, 'v128.', `load${8 * bytes}_lane`, 2, more);
  vectors(0x58 + position, 'v128.', `store${8 * bytes}_lane`, 2, { ...more, results: 0 });
}
vectors(0x5c, 'v128.', 'load32_zero', 1, { immediate: 'memory', bytes: 4 });
vectors(0x5d, 'v128.', 'load64_zero', 1, { immediate: 'memory', bytes: 8 });
vectors(0x5e, '', 'f32x4.demote_f64x2_zero f64x2.promote_low_f32x4', 1);
vectors(0x67, 'f32x4.', 'ceil floor trunc nearest', 1);
vectors(0x74, 'f64x2.', 'ceil floor - - - - trunc', 1);
vectors(0x94, 'f64x2.', 'nearest', 1);
vectors(0xa0, 'i32x4.', 'abs neg - all_true bitmask', 1);
vectors(0xab, 'i32x4.', 'shl shr_s shr_u add - - sub - - - mul min_s min_u max_s max_u', 2);
vectors(0xc0, 'i64x2.', 'abs neg - all_true bitmask - - extend_low_i32x4_s extend_high_i32x4_s', 1);
vectors(0xc9, 'i64x2.', 'extend_low_i32x4_u extend_high_i32x4_u', 1);
vectors(0xcb, 'i64x2.', 'shl shr_s shr_u add - - sub - - - mul eq ne lt_s gt_s le_s ge_s', 2);
vectors(0xdc, 'i64x2.extmul_', 'low_i32x4_s high_i32x4_s low_i32x4_u high_i32x4_u', 2);
for (const [first, shape] of [
  [0xe0, 'f32x4.'],
  [0xec, 'f64x2.'],
] as const) {
  vectors(first, shape, 'abs neg - sqrt', 1);
  vectors(first + 4, shape, `${FLOAT_ARITHMETIC} pmin pmax`, 2);
}
vectors(0xf8, '', 'i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u', 1);
vectors(0xfa, '', 'f32x4.convert_i32x4_s f32x4.convert_i32x4_u', 1);
vectors(0xfc, '', 'i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero', 1);
vectors(0xfe, '', 'f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u', 1);
