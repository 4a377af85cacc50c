import type { ColourRole } from './chart-theme.ts';
import { seriesRole } from './chart-theme.ts';
import { RING, numberedMark } from './numbered-mark.ts';
import type { Plot } from './plot.ts';
import { yOf } from './plot.ts';
import type { Dash, Mark } from './scene.ts';
import type { Values } from './chart-spec.ts';

/** As many as can be told apart beside the scenario. */
export const MOST_PIN_LOOKS = 4;

/** Blue, green, purple and ochre: those of Okabe and Ito that lie farthest from the accent. */
const COLOURS: readonly ColourRole[] = [0, 2, 3, 1].map(seriesRole);
const DASHES: readonly Dash[] = [
  [9, 3],
  [6, 3],
  [4, 2.5],
  [2, 2],
];
/** Of the way along a line, where the number of the first stands, and how far on that of the next. */
const FIRST_PLACE = 0.42;
const NEXT_PLACE = 0.12;

export interface PinLook {
  readonly colour: ColourRole;
  readonly dash: Dash;
}

/** How the line of a pin is drawn, by its number from 1. */
export function pinLook(number: number): PinLook {
  const index = (number - 1) % MOST_PIN_LOOKS;
  return { colour: COLOURS[index] ?? 'secondary', dash: DASHES[index] ?? [6, 3] };
}

/** The number of a line on the line itself, each at a place of its own; nothing where no part of it lies in the plot. */
export function numberOnLine(number: number, values: Values, colour: ColourRole, plot: Plot): Mark[] {
  const { xs, box } = plot;
  const wanted = Math.round((FIRST_PLACE + NEXT_PLACE * ((number - 1) % MOST_PIN_LOOKS)) * (xs.length - 1));
  for (let index = wanted; index >= 0; index--) {
    const [x, y] = [xs[index]!, yOf(plot, values[index]!)];
    if (y >= box.y + RING && y <= box.y + box.height - 1) return numberedMark(number, x, y, colour);
  }
  return [];
}
