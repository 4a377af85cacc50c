import type { Language } from '../language.ts';
import { TEXT_SIZE } from './chart-font.ts';
import { textMark } from './frame.ts';
import type { Frame } from './frame.ts';
import { xOf, yOf } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Mark } from './scene.ts';
import { textWidth } from './text-measure.ts';
import { timeTicks } from './time-axis.ts';

/** Between the values of an axis and the plot. */
export const GUTTER_GAP = 8;
const NAME_GAP = 4;

/** Hairlines across with their values, and the time axis below. */
export function axes(plot: Omit<Plot, 'xs'>, { width, language }: Frame): Mark[] {
  return [...valueLines(plot), ...timeMarks(plot, width, language)];
}

/** Hairlines across with their values in the gutter. */
export function valueLines(plot: Pick<Plot, 'box' | 'axis'>): Mark[] {
  const { box, axis } = plot;
  return axis.ticks.flatMap(({ value, text }): Mark[] => {
    const y = yOf(plot, value);
    return [
      {
        kind: 'line',
        x1: box.x,
        y1: y,
        x2: box.x + box.width,
        y2: y,
        stroke: value === 0 ? 'baseline' : 'hairline',
      },
      { ...textMark(text, box.x - GUTTER_GAP, y, 'secondary'), anchor: 'end' },
    ];
  });
}

/** Names of months, quarters or years below the plot, in a drawing of this width. */
export function timeMarks(
  plot: Pick<Plot, 'box' | 'from' | 'to'>,
  width: number,
  language: Language,
): Mark[] {
  const { box, from, to } = plot;
  const foot = box.y + box.height;
  let free = 0;
  return timeTicks(from, to, box.width, language).flatMap(({ month, text }): Mark[] => {
    const x = xOf(plot, month);
    const half = textWidth(text, TEXT_SIZE) / 2;
    const tick: Mark = { kind: 'line', x1: x, y1: foot, x2: x, y2: foot + 4, stroke: 'baseline' };
    // Names near an edge of the drawing stand within it, unless they would then meet their neighbour.
    const middle = Math.max(half, Math.min(x, width - half));
    if (middle - half < free) return [tick];
    free = middle + half + NAME_GAP;
    return [tick, { ...textMark(text, middle, foot + 13, 'secondary'), anchor: 'middle' }];
  });
}
