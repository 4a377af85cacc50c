import type { Language } from '../language.ts';
import { BASELINE_SHIFT, LINE_HEIGHT, TEXT_SIZE, TITLE_SIZE } from './chart-font.ts';
import type { ColourRole } from './chart-theme.ts';
import type { ChartHead } from './chart-spec.ts';
import type { Mark, TextMark } from './scene.ts';
import { balanceText, wrapText } from './text-measure.ts';

/** Room for a drawing. */
export interface Frame {
  /** Pixels. */
  readonly width: number;
  /** By the kind of chart and its data unless said. */
  readonly height?: number;
  readonly language: Language;
  /** Without title and subtitle where the page has them as text. */
  readonly withoutHead?: boolean;
}

const TITLE_LINE = 19;
const AFTER_HEAD = 10;

/** Title and subtitle in as many lines as they need, and where the drawing below them begins. */
export function layHead(
  head: ChartHead,
  frame: Frame,
  subtitle = head.subtitle,
): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = [];
  if (frame.withoutHead) return { marks, bottom: 0 };
  let y = 0;
  for (const line of balanceText(head.title, frame.width, TITLE_SIZE, true)) {
    marks.push({ ...textMark(line, 0, y + TITLE_LINE / 2, 'ink', TITLE_SIZE), bold: true });
    y += TITLE_LINE;
  }
  for (const line of subtitle === undefined || subtitle === ''
    ? []
    : wrapText(subtitle, frame.width, TEXT_SIZE)) {
    marks.push(textMark(line, 0, y + LINE_HEIGHT / 2, 'secondary'));
    y += LINE_HEIGHT;
  }
  return { marks, bottom: y + AFTER_HEAD };
}

/** A line of text whose middle stands at a height. */
export function textMark(
  text: string,
  x: number,
  middle: number,
  fill: ColourRole,
  size: number = TEXT_SIZE,
): TextMark {
  return { kind: 'text', x, y: middle + size * BASELINE_SHIFT, text, size, fill };
}
