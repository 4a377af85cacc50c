/**
 * exp, log and pow of `single-elementary.ts` in C, on vectors `vec` of floats: that file's operations in its order, for
 * its bits (whatever payload a NaN has), and without branches. Needs the types and helpers of `c-prelude.ts`, and a
 * compiler that does not contract products and sums (`-ffp-contract=off`).
 */
export const C_SINGLE_ELEMENTARY = `#define LN2_HIGH 0.693359375f
#define LN2_LOW -0.00021219444170128554f
/* 1.5 2^23: added to a number below 2^22, it rounds that number to a whole one and leaves it in the low bits. */
#define ROUNDING 12582912.0f
/* 2^52: the same for whole doubles. */
#define WHOLE 4503599627370496.0

/* 2^k of whole numbers k from -126 to 127: the exponent is written into its bits. */
static inline vec power_of_two(ints k) {
  return (vec)((bits)(k + 127) << 23);
}

static __attribute__((noinline)) vec exp_of(vec x) {
  const vec bounded = max_of(min_of(x, all(89.0f)), all(-104.0f));
  const vec shifted = bounded * 1.4426950216293335f + ROUNDING;
  const vec k = shifted - ROUNDING;
  const vec r = bounded - k * LN2_HIGH - k * LN2_LOW;
  const vec r2 = r * r;
  const vec upper = 0.04166620597243309f + 0.008368889801204205f * r + 0.001395049155689776f * r2;
  const vec square = 0.5f + 0.166665181517601f * r + upper * r2;
  const vec head = 1.0f + (r + r2 * square);
  const ints whole = (ints)((bits)shifted - (bits)all(ROUNDING));
  const ints half = whole >> 1;
  return head * power_of_two(half) * power_of_two(whole - half);
}

static __attribute__((noinline)) vec log_of(vec x) {
  const ints subnormal = (ints)(x < 1.1754943508222875e-38f);
  const vec normal = choose(subnormal, x * 33554432.0f, x);
  /* The distance from sqrt(1/2) to 1, in bits. */
  const ints shift = ((ints)((bits)normal + 0x4afb0d) >> 23) - 127;
  const vec m = (vec)((bits)normal - ((bits)shift << 23));
  const vec k = __builtin_convertvector(shift, vec) - (vec)(subnormal & (ints)all(25.0f));
  const vec f = m - 1.0f;
  const vec s = f / (2.0f + f);
  const vec z = s * s;
  const vec slope = 0.6666677594184875f + 0.39977535605430603f * z + 0.2987186312675476f * (z * z);
  const vec half_square = 0.5f * f * f;
  const vec small = s * (half_square + z * slope) + k * LN2_LOW;
  const vec general = k * LN2_HIGH - (half_square - small - f);
  const vec infinity = all(__builtin_inff());
  const vec edge = choose((ints)(x == 0.0f), -infinity, all(__builtin_nanf("")));
  return choose((ints)(x > 0.0f), choose((ints)(x == infinity), infinity, general), edge);
}

/* As many doubles as a vector has floats. */
typedef double wide __attribute__((vector_size(8 * WIDTH)));
typedef int64_t wide_ints __attribute__((vector_size(8 * WIDTH)));
typedef uint64_t wide_bits __attribute__((vector_size(8 * WIDTH)));

static inline wide choose_wide(wide_ints mask, wide yes, wide no) {
  return (wide)((mask & (wide_ints)yes) | (~mask & (wide_ints)no));
}

/* Not below low, not above high; NaN stays. */
static inline wide bounded_wide(wide x, double low, double high) {
  const wide none = {0};
  const wide below = choose_wide((wide_ints)(x > high), none + high, x);
  return choose_wide((wide_ints)(below < low), none + low, below);
}

/* ln x in doubles, of floats as doubles, which are never subnormal. */
static inline wide log_of_single(wide x) {
  const wide_bits biased = ((wide_bits)x + 0x00095f6200000000ull) >> 52;
  const wide m = (wide)((wide_bits)x - ((biased - 1023ull) << 52));
  const wide k = (wide)(biased | 0x4330000000000000ull) - (WHOLE + 1023.0);
  const wide s = (m - 1.0) / (m + 1.0);
  const wide z = s * s;
  const wide cubic = 0.6666666564504081 + 0.4000033529358588 * z +
    (0.28537301525929876 + 0.2358229301317087 * z) * (z * z);
  const wide general = k * 0.6931471805599453 + (2.0 * s + s * (z * cubic));
  const wide none = {0};
  const wide infinity = none + __builtin_inf();
  const wide edge = choose_wide((wide_ints)(x == 0.0), -infinity, none + __builtin_nan(""));
  return choose_wide((wide_ints)(x > 0.0), choose_wide((wide_ints)(x == infinity), infinity, general), edge);
}

static __attribute__((noinline)) vec pow_of(vec x, vec y) {
  const double most = 680564733841876926926749214863536422912.0;
  const wide exponent = bounded_wide(__builtin_convertvector(y, wide), -most, most);
  const wide product = exponent * log_of_single(__builtin_convertvector(x, wide));
  const wide bounded = bounded_wide(product, -200.0, 200.0);
  wide k = bounded * 1.4426950408889634 + 0.5;
  for (int lane = 0; lane < WIDTH; lane++) k[lane] = __builtin_floor(k[lane]);
  const wide r = bounded - k * 0.6931471805599453;
  const wide r2 = r * r;
  const wide upper = 0.008333253696884665 + 0.0013946228279087952 * r + 0.00019922218042074988 * r2;
  const wide slope = 0.9999999999735869 + 0.500000007912637 * r +
    (0.16666666955409096 + 0.04166626710453059 * r) * r2 + upper * (r2 * r2);
  const wide scale = (wide)((wide_bits)(k + (WHOLE + 1023.0)) << 52);
  const vec power = __builtin_convertvector((1.0 + r * slope) * scale, vec);
  return choose((ints)(y == 0.0f), all(1.0f), power);
}
`;
