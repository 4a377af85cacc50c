import { formatDay } from '../date-format.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { Frame } from './frame.ts';
import { textMark } from './frame.ts';
import { xOf } from './plot.ts';
import type { Plot } from './plot.ts';
import type { Mark } from './scene.ts';
import { cutText, textWidth } from './text-measure.ts';
import { monthOf } from './time-axis.ts';

/** Clear of the uppermost tick. */
const RISE = 15;
const ROOM = 20;
const GAP = 12;

/** What stands above a plot. */
export interface PlotNotes {
  readonly height: number;
  marksAt(plot: Pick<Plot, 'box' | 'from' | 'to'>): Mark[];
}

/**
 * Above a plot that begins at `left` and is `across` wide: what is cut, to the right, and an upright hairline at the day
 * of the view with its name; in two lines where one is too short.
 */
export function layNotes(
  cut: string | undefined,
  asOf: string | undefined,
  left: number,
  across: number,
  { width, language }: Frame,
): PlotNotes {
  const day =
    asOf === undefined
      ? undefined
      : translate(language, 'chart.asOf', { day: formatDay(asOf, language, 'short') });
  const note = cut === undefined ? undefined : cutText(cut, width, TEXT_SIZE);
  const [dayWide, noteWide] = [day, note].map((text) =>
    text === undefined ? 0 : textWidth(text, TEXT_SIZE),
  );
  const noteEnd = Math.max(left + across, Math.min(width, noteWide ?? 0));
  const isOneLine =
    day === undefined || note === undefined || (dayWide ?? 0) + GAP + (noteWide ?? 0) <= noteEnd;
  const lines = isOneLine ? Math.min(1, [day, note].filter((text) => text !== undefined).length) : 2;
  const room = isOneLine && note !== undefined ? noteEnd - (noteWide ?? 0) - GAP : width;
  const noteY = (plot: Pick<Plot, 'box'>): number => plot.box.y - RISE - (lines - 1) * LINE_HEIGHT;
  return {
    height: lines === 0 ? 0 : ROOM + (lines - 1) * LINE_HEIGHT,
    marksAt: (plot) => [
      ...(day === undefined || asOf === undefined ? [] : dayMarks(day, asOf, plot, dayWide ?? 0, room)),
      ...(note === undefined
        ? []
        : [
            // One that is wider than the plot begins at the edge: a wider font than was measured then ends in the margin.
            noteEnd > left + across
              ? textMark(note, 0, noteY(plot), 'secondary')
              : { ...textMark(note, noteEnd, noteY(plot), 'secondary'), anchor: 'end' as const },
          ]),
    ],
  };
}

function dayMarks(
  text: string,
  day: string,
  plot: Pick<Plot, 'box' | 'from' | 'to'>,
  wide: number,
  room: number,
): Mark[] {
  const { box } = plot;
  const x = xOf(plot, monthOf(day));
  if (x < box.x || x > box.x + box.width) return [];
  const start = Math.max(0, Math.min(x - wide / 2, room - wide));
  return [
    { kind: 'line', x1: x, y1: box.y - 5, x2: x, y2: box.y + box.height, stroke: 'baseline', dash: [1, 3] },
    textMark(text, start, box.y - RISE, 'secondary'),
  ];
}
