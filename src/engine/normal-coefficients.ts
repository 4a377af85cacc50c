/** Coefficients of a polynomial, that of the highest power first. */
export type Coefficients = readonly number[];

/** A quotient of two polynomials of degree 7. */
export interface Fraction {
  readonly above: Coefficients;
  readonly below: Coefficients;
}

/**
 * Normal quantile over p - 1/2, in r = 0.180625 - (p - 1/2)^2, for |p - 1/2| <= 0.425: Wichura's algorithm AS 241,
 * routine PPND16 (Applied Statistics 37, 1988), rounded to double, as are the next two.
 */
export const CENTRAL_QUANTILE: Fraction = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};

/** Size of the normal quantile, in r - 1.6 with r = sqrt(-log(smaller tail)), for r <= 5. */
export const MIDDLE_QUANTILE: Fraction = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** Size of the normal quantile, in r - 5, for r > 5. */
export const FAR_QUANTILE: Fraction = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

/**
 * The tail probability below x <= 0 is exp(-x^2 / 2) / (1 - x) times a polynomial in t = (-4 - x) / (4 - x), after
 * the idea of Shepherd and Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x" (Math. Comp. 36, 1981).
 * These are its even and odd parts in t^2, the odd one with a zero in front to bring it to the same length: a
 * Chebyshev fit of degree 22 made for this project in 300-bit arithmetic on -39 <= x <= 0; fit error below 8e-17.
 */
export const TAIL_EVEN: Coefficients = [
  1.9844072305621602e-10, 1.134064999612679e-8, -1.0111129755671242e-7, 5.432100827612577e-7,
  -2.608039199565658e-6, 1.362512870208532e-5, -8.785278100423642e-5, 0.0006948970458933204,
  -0.005002378585987421, -0.03219783742831323, 0.013999634724429484, 0.47205320650984467,
];
export const TAIL_ODD: Coefficients = [
  0, 4.347202324981508e-9, -1.888137725703163e-8, 2.8055596826956697e-9, 4.02096637961752e-7,
  -3.430553944494517e-6, 2.1249416709821007e-5, -9.443010932300517e-5, -0.0002856231172674321,
  0.017936097481063274, 0.028600364053505536, -0.09670347732652537,
];

/** A polynomial of degree 7, written out since a loop would cost half as much again. */
export function polynomial7(c: Coefficients, x: number): number {
  return (
    ((((((c[0]! * x + c[1]!) * x + c[2]!) * x + c[3]!) * x + c[4]!) * x + c[5]!) * x + c[6]!) * x + c[7]!
  );
}

/** A polynomial of degree 11. */
export function polynomial11(c: Coefficients, x: number): number {
  const head = (((c[0]! * x + c[1]!) * x + c[2]!) * x + c[3]!) * x + c[4]!;
  return (
    ((((((head * x + c[5]!) * x + c[6]!) * x + c[7]!) * x + c[8]!) * x + c[9]!) * x + c[10]!) * x + c[11]!
  );
}
