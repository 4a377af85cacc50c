/** A number in the text format, read back with the same bits; of a NaN only the canonical one. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

interface Format {
  readonly bits: number | bigint;
  readonly value: number;
  readonly smallestNormal: number;
  readonly nan: number | bigint;
}

/** The 16 bytes of a vector: as doubles or singles where they look like such, else as integers. */
export function vectorText(bytes: DataView): string {
  const singles = [0, 4, 8, 12].map((at) => ({
    bits: bytes.getUint32(at, true),
    value: bytes.getFloat32(at, true),
    smallestNormal: 2 ** -126,
    nan: 0x7fc00000,
  }));
  const doubles = [0, 8].map((at) => ({
    bits: bytes.getBigUint64(at, true),
    value: bytes.getFloat64(at, true),
    smallestNormal: 2 ** -1022,
    nan: 0x7ff8000000000000n,
  }));
  const isZero = doubles.every(({ bits }) => bits === 0n);
  const areSingles = !isZero && new Set(singles.map(({ bits }) => bits)).size === 1;
  return areSingles ? lanesText('32x4', singles) : lanesText('64x2', doubles);
}

function lanesText(shape: string, lanes: readonly Format[]): string {
  return lanes.every(isNumber)
    ? `f${shape} ${lanes.map(({ value }) => numberText(value)).join(' ')}`
    : `i${shape} ${lanes.map(({ bits }) => `0x${bits.toString(16)}`).join(' ')}`;
}

/** Whether bits are those of a number one would write: zero, normal, infinite, or the usual NaN. */
function isNumber({ bits, value, smallestNormal, nan }: Format): boolean {
  if (Number.isNaN(value)) return bits === nan;
  return Number(bits) === 0 || Math.abs(value) >= smallestNormal;
}
