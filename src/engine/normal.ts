import { expWithTail, log } from './elementary.ts';

/** 2^27 + 1, splits a double into two halves of 26 bits (Dekker 1971). */
const SPLITTER = 134217729;

/** Beyond this the tail probability is below the smallest double. */
const FARTHEST = 38.6;

/**
 * Probability below `x` of the standard normal distribution. Largest relative error seen: 5e-16, for negative x down
 * to -37 (where the result leaves the normal range of doubles); for positive x the error is that of 1 - tail.
 *
 * The tail is exp(-x^2/2) / (1 + x) times a polynomial in (x - 4) / (x + 4), after the idea of Shepherd and
 * Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x" (Math. Comp. 36, 1981). The coefficients are a
 * Chebyshev fit of degree 22 made for this file in 300-bit arithmetic on 0 <= x <= 39; fit error below 8e-17.
 */
export function normalCdf(x: number): number {
  if (x > 0) return 1 - lowerTail(-x);
  return lowerTail(x);
}

/** Density of the standard normal distribution; relative error below 1e-15 where it is a normal double. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * expOfMinusHalfSquare(x);
}

/** exp(-x^2 / 2) with x^2 carried as two doubles, since its rounding error would be multiplied by x^2. */
function expOfMinusHalfSquare(x: number): number {
  // Also where x is infinite: the split would give NaN.
  if (x > FARTHEST || x < -FARTHEST) return 0;
  const c = x * SPLITTER;
  const a = c - (c - x);
  const b = x - a;
  const square = x * x;
  const squareLow = a * a - square + 2 * (a * b) + b * b;
  return expWithTail(-0.5 * square, -0.5 * squareLow);
}

/** The probability below x <= 0. */
function lowerTail(x: number): number {
  if (x < -FARTHEST) return 0;
  const t = (-4 - x) / (4 - x);
  const t2 = t * t;
  const even =
    0.47205320650984467 +
    t2 *
      (0.013999634724429484 +
        t2 *
          (-0.03219783742831323 +
            t2 *
              (-0.005002378585987421 +
                t2 *
                  (0.0006948970458933204 +
                    t2 *
                      (-8.785278100423642e-5 +
                        t2 *
                          (1.362512870208532e-5 +
                            t2 *
                              (-2.608039199565658e-6 +
                                t2 *
                                  (5.432100827612577e-7 +
                                    t2 *
                                      (-1.0111129755671242e-7 +
                                        t2 * (1.134064999612679e-8 + t2 * 1.9844072305621602e-10))))))))));
  const odd =
    -0.09670347732652537 +
    t2 *
      (0.028600364053505536 +
        t2 *
          (0.017936097481063274 +
            t2 *
              (-0.0002856231172674321 +
                t2 *
                  (-9.443010932300517e-5 +
                    t2 *
                      (2.1249416709821007e-5 +
                        t2 *
                          (-3.430553944494517e-6 +
                            t2 *
                              (4.02096637961752e-7 +
                                t2 *
                                  (2.8055596826956697e-9 +
                                    t2 * (-1.888137725703163e-8 + t2 * 4.347202324981508e-9)))))))));
  return (expOfMinusHalfSquare(x) * (even + t * odd)) / (1 - x);
}

/**
 * The x with normalCdf(x) = p: Wichura's algorithm AS 241, routine PPND16 (Applied Statistics 37, 1988), its
 * coefficients rounded to double.
 * Largest relative error seen in 60,000 points: 8.2e-16, for p from 1e-300 to 1 - 2^-53. normalQuantile(0) is -Infinity,
 * normalQuantile(1) Infinity; outside [0, 1] and for NaN it is NaN.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const magnitude = r <= 5 ? middleQuantile(r - 1.6) : farQuantile(r - 5);
  return q < 0 ? -magnitude : magnitude;
}

function middleQuantile(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
      1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
      1)
  );
}

function farQuantile(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
      1)
  );
}
