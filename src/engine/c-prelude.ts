import type { Precision } from './precision.ts';

/** Draws that one call of the C kernel runs. */
export const C_LANES = 16;

/** The C type of numbers. */
export const NUMBER_TYPE: Readonly<Record<Precision, string>> = { f64: 'double', f32: 'float' };

/** What differs between the precisions in the types and helpers of a C kernel. */
interface Spelling {
  readonly bits: 64 | 32;
  /** How names of the processor's operations end. */
  readonly suffix: 'pd' | 'ps';
  /** Numbers in the vectors of AVX-512, of AVX, and of every processor. */
  readonly widths: readonly [number, number, number];
  /** Makes a mask of AVX-512 from a vector. */
  readonly mask: string;
  /** How names of functions on one number end. */
  readonly single: '' | 'f';
}

const SPELLING: Readonly<Record<Precision, Spelling>> = {
  f64: { bits: 64, suffix: 'pd', widths: [8, 4, 2], mask: '_mm512_movepi64_mask', single: '' },
  f32: { bits: 32, suffix: 'ps', widths: [16, 8, 4], mask: '_mm512_movepi32_mask', single: 'f' },
};

/** The types of a C kernel, and operations that processors have under other names. */
export function cPrelude(precision: Precision): string {
  const { bits, suffix, widths, mask, single } = SPELLING[precision];
  const number = NUMBER_TYPE[precision];
  const [widest, wide, narrow] = widths;
  const bytes = bits / 8;
  const repeated = (count: number, of: (lane: number) => string, by: string): string =>
    Array.from({ length: count }, (_, lane) => of(lane)).join(by);
  const splat = (count: number): string => `  return (vec){${repeated(count, () => 'x', ', ')}};`;
  const byWidth = (first: string, second: string, third: string): string =>
    `#if WIDTH == ${widest}\n${first}\n#elif WIDTH == ${wide}\n${second}\n#else\n${third}\n#endif`;
  const builtIn = (name: string): string =>
    byWidth(
      `  return _mm512_${name}_${suffix}(x);`,
      `  return _mm256_${name}_${suffix}(x);`,
      `  for (int lane = 0; lane < WIDTH; lane++) x[lane] = __builtin_${name}${single}(x[lane]);\n  return x;`,
    );
  const exchanged = (name: string, test: string): string =>
    byWidth(
      `  return _mm512_${name}_${suffix}(b, a);`,
      `  return _mm256_${name}_${suffix}(b, a);`,
      `  return choose((ints)(${test}), b, a);`,
    );
  return `#include <stdint.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#define LANES ${C_LANES}
#if defined(__AVX512F__) && defined(__AVX512DQ__)
#define WIDTH ${widest}
#elif defined(__AVX__)
#define WIDTH ${wide}
#else
#define WIDTH ${narrow}
#endif
#define BLOCKS (LANES / WIDTH)

typedef ${number} vec __attribute__((vector_size(${bytes} * WIDTH)));
typedef int${bits}_t ints __attribute__((vector_size(${bytes} * WIDTH)));
typedef uint${bits}_t bits __attribute__((vector_size(${bytes} * WIDTH)));
/* The same in arrays that need not be aligned. */
typedef ${number} loose __attribute__((vector_size(${bytes} * WIDTH), aligned(${bytes}), may_alias));

static inline vec all(${number} x) {
${byWidth(splat(widest), splat(wide), splat(narrow))}
}

static inline vec choose(ints mask, vec yes, vec no) {
${byWidth(
  `  return _mm512_mask_blend_${suffix}(${mask}((__m512i)mask), no, yes);`,
  `  return _mm256_blendv_${suffix}(no, yes, (vec)mask);`,
  '  return (vec)((mask & (ints)yes) | (~mask & (ints)no));',
)}
}

/* Whether no lane of a mask is set. */
static inline int none(ints mask) {
${byWidth(
  `  return ${mask}((__m512i)mask) == 0;`,
  `  return _mm256_movemask_${suffix}((vec)mask) == 0;`,
  `  return (${repeated(narrow, (lane) => `mask[${lane}]`, ' | ')}) == 0;`,
)}
}

static inline vec one_where(ints mask) { return (vec)(mask & (ints)all(1)); }
static inline vec abs_of(vec x) { return (vec)((ints)x & INT${bits}_MAX); }

/* b < a ? b : a, as the processor has it with its operands exchanged. */
static inline vec min_of(vec a, vec b) {
${exchanged('min', 'b < a')}
}

/* a < b ? b : a */
static inline vec max_of(vec a, vec b) {
${exchanged('max', 'a < b')}
}

static inline vec floor_of(vec x) {
${builtIn('floor')}
}

static inline vec sqrt_of(vec x) {
${builtIn('sqrt')}
}
`;
}
