import type { ColourRole } from './chart-theme.ts';
import type { Mark } from './scene.ts';

/** From the middle of the ring to its edge. */
export const RING = 7.5;
const DIGIT_SIZE = 10;

/** A number in a ring of a line's colour: names the line where it runs, in its label and in a table, with or without colour. */
export function numberedMark(number: number, x: number, y: number, role: ColourRole): Mark[] {
  return [
    {
      kind: 'symbol',
      shape: 'circle',
      x,
      y,
      radius: RING,
      fill: 'ground',
      stroke: role,
      strokeWidth: 1.5,
    },
    {
      kind: 'text',
      text: String(number),
      x,
      y: y + DIGIT_SIZE * 0.36,
      size: DIGIT_SIZE,
      fill: 'ink',
      anchor: 'middle',
      bold: true,
    },
  ];
}
