import { widthOf } from '../text-width.ts';
import { wrap } from '../text-wrap.ts';

/**
 * Widths of the printable ASCII characters from space to tilde in thousandths of the font size: the advance widths of
 * Helvetica (Adobe Font Metrics, Helvetica.afm).
 */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Signs of ranges and differences, which are wider than letters: as Helvetica or, where that is wider, DejaVu has them. */
const SIGNS: Readonly<Record<string, number>> = { '+': 838, '−': 838, '…': 1000 };
const NARROW = 600;
const DOUBLE = 1000;
/** System fonts run wider than Helvetica, DejaVu Sans the most; text must not run out of its place in any of them. */
const ALLOWANCE = 1.14;
const BOLD = 1.14;

/** Estimated width of a text in pixels: the same everywhere, without a browser. A Japanese character is a square. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const fixed = SIGNS[character] ?? (widthOf(character) === 2 ? DOUBLE : NARROW);
    thousandths += (character in SIGNS ? undefined : ASCII[code - 32]) ?? fixed / ALLOWANCE;
  }
  return (thousandths / 1000) * size * ALLOWANCE * (bold ? BOLD : 1);
}

/** A text in as many lines as a width in pixels asks for. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const whole = textWidth(text, size, bold);
  if (whole <= width) return [text];
  // Columns of a terminal are of one width, characters here are not: narrower until the longest line fits.
  for (let columns = Math.ceil((widthOf(text) * width) / whole) + 4; columns > 4; columns--) {
    const lines = wrap(text, columns);
    if (lines.every((line) => textWidth(line, size, bold) <= width)) return lines;
  }
  return wrap(text, 4);
}

/** A text in as few lines as a width asks for, all about as long: for headings, where a last short line would look lost. */
export function balanceText(text: string, width: number, size: number, bold = false): string[] {
  let lines = wrapText(text, width, size, bold);
  const least = (0.9 * textWidth(text, size, bold)) / lines.length;
  for (let narrower = width * 0.94; lines.length > 1 && narrower > least; narrower *= 0.94) {
    const next = wrapText(text, narrower, size, bold);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}

/** A text cut to a width in pixels, with an ellipsis where it is longer. */
export function cutText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, bold) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
