import { InvalidArgumentError } from 'commander';
import { readDate } from '../register/index.ts';

/** An ISO day, or a month, quarter or year for its last day. Throws commander's usage error. */
export function parseDay(text: string): string {
  const day = readDate(text)?.last;
  if (day === undefined) throw new InvalidArgumentError('YYYY-MM-DD');
  return day;
}

/** A whole number within bounds. */
export function parseWhole(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : NaN;
    if (!(value >= minimum && value <= maximum)) throw new InvalidArgumentError(`${minimum} … ${maximum}`);
    return value;
  };
}
