/**
 * exp, log and pow of `elementary.ts` in C, on vectors `vec` of doubles: that file's operations in its order, for its
 * bits (whatever payload a NaN has), and without branches: special values are selected. Needs the types and helpers
 * of `c-prelude.ts`, and a compiler that does not contract products and sums (`-ffp-contract=off`).
 */
export const C_ELEMENTARY = `#define LN2_HIGH 0.6931471803691238
#define LN2_LOW 1.9082149292705877e-10
#define SPLITTER 134217729.0
/* 2^52: added to a whole number below it, it leaves that number in the low bits of the sum. */
#define WHOLE 4503599627370496.0

/* 2^k of whole k from -1022 to 1023: the exponent is written into its bits. */
static inline vec power_of_two(vec k) {
  return (vec)((ints)(k + (WHOLE + 1023.0)) << 52);
}

/* e^(x + tail) */
static inline vec exp_with_tail(vec x, vec tail) {
  const vec bounded = max_of(min_of(x, all(710.0)), all(-746.0));
  const vec k = floor_of(bounded * 1.4426950408889634 + 0.5);
  const vec high = bounded - k * LN2_HIGH;
  const vec low = k * LN2_LOW - tail;
  const vec r = high - low;
  const vec lost = high - r - low;
  const vec r2 = r * r;
  const vec r4 = r2 * r2;
  const vec cubic =
    0.16666666666666677 +
    0.04166666666666669 * r +
    (0.008333333333321697 + 0.0013888888888870228 * r) * r2 +
    (0.00019841269885984299 +
      2.4801587355947765e-5 * r +
      (2.755724433757453e-6 + 2.755724571684318e-7 * r) * r2 +
      (2.5108995659420187e-8 + 2.0923717831581793e-9 * r) * r4) *
      r4;
  const vec head = 1.0 + r;
  const vec rest = 1.0 - head + r + (r2 * (0.5 + r * cubic) + lost);
  const vec half = floor_of(k * 0.5);
  return (head + rest) * power_of_two(half) * power_of_two(k - half);
}

/* x = m 2^k with m in [sqrt(1/2), sqrt(2)); for x positive and finite, lanes of anything else mean nothing. */
static inline vec mantissa(vec x, vec *k) {
  const ints subnormal = (ints)(x < 2.2250738585072014e-308);
  const vec normal = choose(subnormal, x * 18014398509481984.0, x);
  const bits biased = ((bits)normal + 0x00095f6200000000ull) >> 52;
  const vec shift = (vec)(biased | (bits)all(WHOLE)) - (WHOLE + 1023.0);
  *k = shift - (vec)(subnormal & (ints)all(54.0));
  return (vec)((bits)normal - ((biased - 1023ull) << 52));
}

static __attribute__((noinline)) vec exp_of(vec x) {
  return exp_with_tail(x, all(0.0));
}

static __attribute__((noinline)) vec log_of(vec x) {
  vec k;
  const vec f = mantissa(x, &k) - 1.0;
  const vec s = f / (2.0 + f);
  const vec z = s * s;
  const vec z2 = z * z;
  const vec correction =
    z *
    (0.6666666666666734 +
      0.39999999999414326 * z +
      (0.2857142874247384 + 0.22222198563570508 * z) * z2 +
      (0.18183564862737528 + 0.15314035926272437 * z + 0.14796104637082494 * z2) * (z2 * z2));
  const vec half_square = 0.5 * f * f;
  const vec general = k * LN2_HIGH - (half_square - (s * (half_square + correction) + k * LN2_LOW) - f);
  const vec infinity = all(__builtin_inf());
  const vec edge = choose((ints)(x == 0.0), -infinity, all(__builtin_nan("")));
  return choose((ints)(x > 0.0), choose((ints)(x == infinity), infinity, general), edge);
}

/* A double as the sum of two of at most 26 bits: this is the first, the rest the second. */
static inline vec upper(vec x) {
  const vec c = x * SPLITTER;
  return c - (c - x);
}

static __attribute__((noinline)) vec pow_of(vec x, vec y) {
  vec k;
  const vec m = mantissa(x, &k);
  const vec f = m - 1.0;
  const vec sum = m + 1.0;
  const vec sumLow = m - (sum - 1.0);
  const vec s = f / sum;
  const vec sA = upper(s);
  const vec sB = s - sA;
  const vec sumA = upper(sum);
  const vec sumB = sum - sumA;
  vec product = s * sum;
  const vec productLow = sA * sumA - product + sA * sumB + sB * sumA + sB * sumB;
  const vec sLow = (f - product - productLow - s * sumLow) / sum;

  const vec z = s * s;
  const vec zLow = sA * sA - z + 2.0 * (sA * sB) + sB * sB + 2.0 * (s * sLow);
  const vec z2 = z * z;
  const vec quintic =
    0.3999999999999998 +
    0.2857142857144511 * z +
    (0.2222222221753641 + 0.1818181887032273 * z) * z2 +
    (0.15384556870398028 + 0.133363174430336 * z + (0.11674818011098406 + 0.11989017323151603 * z) * z2) *
      (z2 * z2);

  const vec zA = upper(z);
  const vec zB = z - zA;
  product = z * 0.6666666666666666;
  const vec twoThirdsLow =
    zA * 0.6666666716337204 -
    product +
    zB * 0.6666666716337204 +
    zA * -4.967053768289986e-9 +
    zB * -4.967053768289986e-9 +
    (zLow * (0.6666666666666666 + 0.8 * z) + z * 3.700743415417188e-17);
  const vec small = z2 * quintic + twoThirdsLow;
  const vec w = product + small;
  const vec wLow = product - w + small;

  const vec wA = upper(w);
  const vec wB = w - wA;
  const vec sw = s * w;
  const vec swLow = sA * wA - sw + sA * wB + sB * wA + sB * wB + (s * wLow + sLow * w);
  const vec twice = 2.0 * s;
  const vec logM = twice + sw;
  const vec logMLow = twice - logM + sw + (swLow + 2.0 * sLow);

  const vec exponentPart = k * LN2_HIGH;
  const vec logX = exponentPart + logM;
  const vec back = logX - exponentPart;
  const vec logXLow = exponentPart - (logX - back) + (logM - back) + (logMLow + k * LN2_LOW);

  const vec exponent = max_of(min_of(y, all(36893488147419103232.0)), all(-36893488147419103232.0));
  const vec logA = upper(logX);
  const vec logB = logX - logA;
  const vec yA = upper(exponent);
  const vec yB = exponent - yA;
  product = exponent * logX;
  const vec tail = yA * logA - product + yA * logB + yB * logA + yB * logB + exponent * logXLow;
  const ints outside = (ints)(product > 720.0) | (ints)(product < -760.0);
  const vec general = exp_with_tail(product, choose(outside, all(0.0), tail));

  const vec infinity = all(__builtin_inf());
  const vec nan = all(__builtin_nan(""));
  const ints rising = (ints)(y > 0.0);
  const ints falling = (ints)(y < 0.0);
  const vec ofInfinity = choose(rising, infinity, choose(falling, all(0.0), nan));
  const vec ofZero = choose(rising, all(0.0), choose(falling, infinity, nan));
  const vec positive = choose((ints)(x == infinity), ofInfinity, general);
  const vec edge = choose((ints)(x == 0.0), ofZero, nan);
  return choose((ints)(y == 0.0), all(1.0), choose((ints)(x > 0.0), positive, edge));
}
`;
