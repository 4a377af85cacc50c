import type { Screen } from './screen.ts';
import { padEnd, padStart, truncate, widthOf } from './text-width.ts';
import { themeOf } from './theme.ts';
import type { Theme, Tone } from './theme.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const MINIMUM_TRACK = 10;
const MAXIMUM_TRACK = 48;

/** One bar from zero, with its number printed behind it. */
export interface Bar {
  readonly label: string;
  /** Zero or more, in the unit of all bars. */
  readonly value: number;
  /** What is printed behind the bar. */
  readonly text: string;
  readonly tone?: Tone;
}

/** Horizontal bars on one scale. `maximum` fixes the scale, as for shares of one. */
export function renderBars(bars: readonly Bar[], screen: Screen, maximum?: number): string {
  const theme = themeOf(screen);
  const { label, track } = spaceFor(bars, screen);
  const most = maximum ?? Math.max(0, ...bars.map(({ value }) => value));
  return bars
    .map((bar) => {
      const eighths = most > 0 ? Math.round((Math.min(bar.value, most) / most) * track * 8) : 0;
      const drawn = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
      const body = theme.tone(bar.tone ?? 'secondary', drawn);
      return `${padEnd(truncate(bar.label, label), label)}  ${body}${drawn === '' ? '' : ' '}${theme.tone(bar.tone, bar.text)}`;
    })
    .join('\n');
}

/** One range with its median, as P10, P50 and P90. */
export interface RangeBar {
  readonly label: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly text: string;
  readonly tone?: Tone;
}

/** Ranges on one scale from zero: `──●────`, the median as a dot. */
export function renderRanges(ranges: readonly RangeBar[], screen: Screen, maximum?: number): string {
  const theme = themeOf(screen);
  const { label, track } = spaceFor(ranges, screen);
  const most = maximum ?? Math.max(0, ...ranges.map(({ high }) => high));
  const at = (value: number): number =>
    most > 0 ? Math.min(track - 1, Math.max(0, Math.round((value / most) * (track - 1)))) : 0;
  return ranges
    .map((range) => {
      const [low, median, high] = [at(range.low), at(range.median), at(range.high)];
      const line =
        ' '.repeat(low) +
        theme.tone('secondary', '━'.repeat(median - low)) +
        theme.tone(range.tone ?? 'strong', '●') +
        theme.tone('secondary', '━'.repeat(Math.max(0, high - median)));
      return `${padEnd(truncate(range.label, label), label)}  ${line}${' '.repeat(track - high)} ${theme.tone(range.tone, range.text)}`;
    })
    .join('\n');
}

/** How far an answer moves when one input goes from its P10 to its P90. */
export interface Swing {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly tone?: Tone;
}

/** What an answer hinges on: one bar per input around the answer's own value, numbers at both ends. */
export interface Tornado {
  readonly swings: readonly Swing[];
  readonly base: number;
  readonly baseText: string;
  readonly format: (value: number) => string;
}

/** Bars around the base value, in the order given, the base named below its line. */
export function renderTornado(tornado: Tornado, screen: Screen): string {
  const theme = themeOf(screen);
  const { swings, base, format } = tornado;
  const ends = swings.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const number = Math.max(1, ...ends.map((end) => widthOf(format(end))));
  const label = Math.min(
    Math.max(4, ...swings.map((swing) => widthOf(swing.label))),
    Math.floor(screen.width / 2.5),
  );
  const track = Math.min(MAXIMUM_TRACK, Math.max(MINIMUM_TRACK, screen.width - label - 2 * number - 6));
  const at = (value: number): number =>
    most > least ? Math.round(((value - least) / (most - least)) * (track - 1)) : 0;
  const middle = at(base);
  const rows = swings.map((swing) => {
    const [left, right] = [Math.min(swing.low, swing.high), Math.max(swing.low, swing.high)];
    const bar = trackOf(at(left), at(right), middle, track, swing.tone, theme);
    const start = padStart(format(left), number + 1 + at(left));
    return `${padEnd(truncate(swing.label, label), label)}  ${theme.tone('secondary', start)} ${bar} ${theme.tone('secondary', format(right))}`;
  });
  const centre = label + 2 + number + 2 + middle;
  const foot = ' '.repeat(Math.max(0, centre - Math.floor(widthOf(tornado.baseText) / 2))) + tornado.baseText;
  return [...rows, theme.tone('strong', foot)].join('\n');
}

function trackOf(
  left: number,
  right: number,
  middle: number,
  track: number,
  tone: Tone | undefined,
  theme: Theme,
) {
  const cells = Array.from({ length: Math.min(track, right + 1) - left }, (_, index) =>
    left + index === middle ? '┃' : '█',
  ).join('');
  return theme.tone(tone ?? 'secondary', cells);
}

function spaceFor(
  items: readonly { readonly label: string; readonly text: string }[],
  screen: Screen,
): { readonly label: number; readonly track: number } {
  const longest = Math.max(4, ...items.map((item) => widthOf(item.label)));
  const label = Math.min(longest, Math.floor(screen.width / 2.5));
  const text = Math.max(0, ...items.map((item) => widthOf(item.text)));
  const track = Math.min(MAXIMUM_TRACK, Math.max(MINIMUM_TRACK, screen.width - label - text - 4));
  return { label, track };
}
