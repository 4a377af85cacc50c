import { expect, it } from 'vitest';
import { formatPowerOfTen, formatPowerRange } from './power-of-ten.ts';

it('writes large figures as powers of ten', () => {
  expect(formatPowerOfTen(3.2856e24)).toBe('3.29×10²⁴');
  expect(formatPowerOfTen(9.996e25)).toBe('1.00×10²⁶');
  expect(formatPowerOfTen(1e-3, 1)).toBe('1×10⁻³');
  expect(formatPowerOfTen(NaN)).toBe('–');
});

it('writes both ends of a range with one power', () => {
  const join = (ends: readonly string[]): string => ends.join('–');
  expect(formatPowerRange(1.23e26, 4.56e26, join)).toBe('1.2–4.6×10²⁶');
  expect(formatPowerRange(7.1e25, 9.99e26, join)).toBe('0.071–1.0×10²⁷');
});
