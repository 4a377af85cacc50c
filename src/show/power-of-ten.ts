const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A large figure as digits times a power of ten: `3.29×10²⁴`. */
export function formatPowerOfTen(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return '–';
  const [digits = '', exponent = ''] = value.toExponential(significant - 1).split('e');
  return `${digits}×${powerOfTen(Number(exponent))}`;
}

/** A range of large figures with the power of ten of its higher end: `1.2–4.5×10²⁶`. */
export function formatPowerRange(
  low: number,
  high: number,
  join: (ends: readonly string[]) => string,
): string {
  const exponent = Number(high.toExponential(1).split('e')[1]);
  const ends = [low, high].map((end) => {
    const digits = Number((end / Number(`1e${exponent}`)).toPrecision(2));
    return digits < 1 ? String(digits) : digits.toFixed(1);
  });
  return `${join(ends)}×${powerOfTen(exponent)}`;
}

function powerOfTen(exponent: number): string {
  const digits = String(Math.abs(exponent)).replaceAll(
    /\d/gu,
    (digit) => SUPERSCRIPTS[Number(digit)] ?? digit,
  );
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
