import type { Column } from '../src/show/table.ts';
import type { Spread } from './spread.ts';

export function right(title: string): Column {
  return { title, align: 'right' };
}

export function range({ low, high }: Pick<Spread, 'low' | 'high'>): string {
  return `${short(low)}–${short(high)}`;
}

/** A whole number, its thousands apart. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Three digits that count. */
export function short(value: number): string {
  if (value >= 100) return grouped(value);
  return value >= 1 || value === 0 ? value.toFixed(value >= 10 ? 1 : 2) : value.toPrecision(3);
}
