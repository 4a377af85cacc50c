import { InvalidArgumentError } from 'commander';
import type { Distribution } from '../engine/index.ts';
import { readQuantity } from '../scenario/quantity-text.ts';

/** A positive number such as `37e9`, `405B`, `14.8T`, `30,840,000`. Throws commander's usage error. */
export function parsePositive(text: string): number {
  const value = readQuantity(text);
  if (value === undefined) throw new InvalidArgumentError('37e9, 405B, 14.8T');
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
