import { InvalidArgumentError } from 'commander';
import type { Distribution } from '../engine/index.ts';

/** Letters after a number of parameters, tokens, hours or FLOP. */
const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  trn: 1e12,
};

/** A positive number such as `37e9`, `405B`, `14.8T`, `30,840,000`. Throws commander's usage error. */
export function parsePositive(text: string): number {
  const match = /^(\d[\d,]*(?:\.\d+)?(?:e[+]?\d+)?)\s*([a-z]*)$/iu.exec(text.trim());
  const factor = SUFFIXES[(match?.[2] ?? '').toLowerCase()];
  const value = factor === undefined ? NaN : Number((match?.[1] ?? '').replaceAll(',', '')) * factor;
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('37e9, 405B, 14.8T');
  return value;
}

/**
 * A positive number, or a range `low..high` (all values alike) or `low..likely..high` (triangular), up to `maximum`.
 * Throws commander's usage error.
 */
export function parseRange(example: string, maximum = Infinity): (text: string) => Distribution {
  return (text) => {
    const numbers = text
      .split('..')
      .map((part) => (/^\d*\.?\d+(?:e-?\d+)?$/iu.test(part.trim()) ? Number(part) : NaN));
    const [low = NaN, second = low, third] = numbers;
    const high = third ?? second;
    const isOrdered = low > 0 && low <= second && second <= high && high <= maximum;
    if (!isOrdered || numbers.length > 3 || !Number.isFinite(high)) throw new InvalidArgumentError(example);
    if (low === high) return { kind: 'point', value: low };
    return third === undefined
      ? { kind: 'uniform', low, high }
      : { kind: 'triangular', low, mode: second, high };
  };
}
