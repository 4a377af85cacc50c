import type { SymbolMark } from './scene.ts';

/** Corners of a diamond that covers about as much as a circle of the radius. */
export function diamondOf({ x, y, radius }: SymbolMark): readonly (readonly [number, number])[] {
  const reach = radius * 1.25;
  return [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
  ];
}
