import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { ColourRole } from './chart-theme.ts';
import { textMark } from './frame.ts';
import { RING, numberedMark } from './numbered-mark.ts';
import { placeLabels } from './place-labels.ts';
import type { Mark } from './scene.ts';
import { textWidth, wrapText } from './text-measure.ts';

/** What stands in the margin at the end of a line. */
export interface MarginLabel {
  /** Height of what it names. */
  readonly y: number;
  readonly lines: readonly LabelLine[];
  /** Shown before the text, where the colour of the line is too light for text. */
  readonly swatch?: ColourRole;
  /** In a ring of that colour, as on the line. */
  readonly number?: number;
}

export interface LabelLine {
  readonly text: string;
  readonly fill: ColourRole;
  readonly bold?: boolean;
}

/** From the end of a line to its label, with room for a leader. */
export const LABEL_GAP = 12;
const LEADER_FROM = 3;
const SWATCH = 9;
const SWATCH_GAP = 5;
/** Labels of neighbours stand a little apart. */
const AIR = 3;

/** Width of a margin in which all labels stand on one line each, but no more than `most`. */
export function marginFor(labels: readonly MarginLabel[], most: number): number {
  const widths = labels.flatMap(({ lines }) =>
    lines.map(({ text, bold }) => textWidth(text, TEXT_SIZE, bold ?? false)),
  );
  return widths.length === 0 ? 0 : Math.min(most, Math.ceil(Math.max(...widths)) + 1 + indentOf(labels));
}

/** Height of all labels in a margin of this width. */
export function heightOfLabels(labels: readonly MarginLabel[], width: number): number {
  const room = width - indentOf(labels);
  return labels.reduce((sum, { lines }) => sum + wrapLines(lines, room).length * LINE_HEIGHT + AIR, 0);
}

/** All texts begin at one place, so that swatches stand in a column of their own. */
function indentOf(labels: readonly MarginLabel[]): number {
  if (labels.some(({ number }) => number !== undefined)) return 2 * RING + SWATCH_GAP;
  return labels.some(({ swatch }) => swatch !== undefined) ? SWATCH + SWATCH_GAP : 0;
}

function wrapLines(lines: readonly LabelLine[], width: number): LabelLine[] {
  return lines.flatMap((line) =>
    wrapText(line.text, width, TEXT_SIZE, line.bold ?? false).map((text) =>
      Object.assign({ ...line }, { text }),
    ),
  );
}

/**
 * Labels down a margin that begins at `x`, none over another; where one had to move, a hairline leads to it from the
 * end of its line.
 */
export function layMargin(
  labels: readonly MarginLabel[],
  x: number,
  width: number,
  top: number,
  bottom: number,
): Mark[] {
  const indent = indentOf(labels);
  const wrapped = labels.map(({ lines }) => wrapLines(lines, width - indent));
  const wishes = labels.map(({ y }, index) => ({
    at: y + leadOf(wrapped[index]?.length ?? 1),
    height: (wrapped[index]?.length ?? 1) * LINE_HEIGHT + AIR,
  }));
  const middles = placeLabels(wishes, top, bottom);
  return labels.flatMap(({ y, swatch, number }, index) => {
    const lines = wrapped[index] ?? [];
    const first = (middles[index] ?? y) - ((lines.length - 1) * LINE_HEIGHT) / 2;
    const leader: Mark[] =
      Math.abs(first - y) < LEADER_FROM
        ? []
        : [
            {
              kind: 'line',
              x1: x - LABEL_GAP + 2,
              y1: y,
              x2: x - 3,
              y2: first,
              stroke: 'baseline',
              strokeWidth: 0.75,
            },
          ];
    return [
      ...leader,
      ...swatchMarks(swatch, number, x, first),
      ...lines.map(({ text, fill, bold }, line) => ({
        ...textMark(text, x + indent, first + line * LINE_HEIGHT, fill),
        ...(bold ? { bold } : {}),
      })),
    ];
  });
}

function swatchMarks(
  swatch: ColourRole | undefined,
  number: number | undefined,
  x: number,
  y: number,
): Mark[] {
  if (swatch === undefined) return [];
  if (number !== undefined) return numberedMark(number, x + RING, y, swatch);
  return [{ kind: 'rect', x, y: y - 1.5, width: SWATCH, height: 3, fill: swatch }];
}

/** The first line stands at the height of what is named, the others below it. */
function leadOf(lines: number): number {
  return ((lines - 1) * LINE_HEIGHT) / 2;
}
