import { widthOf } from './text-width.ts';

// Japanese breaks between any two characters, except before these (closing marks, small kana, the long-vowel mark) …
const NEVER_FIRST =
  /^[、。，．：；？！）％～,.:;?!)」』】〕〉》・ー〜%々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…:]/u;
// … and after these.
const NEVER_LAST = /[「『(（【〔〈《]$|[0-9][〜～]$/u;
// A number keeps its counter: 1,940億, 2026年, 75枚.
const NUMBER_LAST = /[0-9]$/u;
const COUNTER = /^[万億兆年月日枚個台件週倍年度第]/u;
const PIECES =
  /\s+|[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+/gu;

interface Word {
  readonly text: string;
  readonly spaced: boolean;
}

/**
 * Plain text as lines of at most `width` columns, broken at spaces and between Japanese characters by their rules.
 * A word longer than a line is cut, except an address (`https://…`), which stays whole so that it can be opened.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(4, width)));
}

function wrapLine(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    const joined = line + (word.spaced && line !== '' ? ' ' : '') + word.text;
    if (line === '' || widthOf(joined) <= width) {
      line = joined;
    } else {
      lines.push(line);
      line = word.text;
    }
    while (widthOf(line) > width && !line.includes('://')) {
      const head = headOf(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let spaced = false;
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece.trim() === '') {
      spaced = true;
      continue;
    }
    const previous = words.at(-1);
    if (previous !== undefined && !spaced && staysTogether(previous.text, piece)) {
      words[words.length - 1] = { text: previous.text + piece, spaced: previous.spaced };
    } else {
      words.push({ text: piece, spaced });
    }
    spaced = false;
  }
  return words;
}

function staysTogether(before: string, after: string): boolean {
  return (
    NEVER_FIRST.test(after) || NEVER_LAST.test(before) || (NUMBER_LAST.test(before) && COUNTER.test(after))
  );
}

function headOf(text: string, width: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && widthOf(head + character) > width) break;
    head += character;
  }
  return head;
}

/** Lines with `first` before the first and as many columns of space before the others. */
export function indent(lines: readonly string[], first: string): string[] {
  const rest = ' '.repeat(widthOf(first));
  return lines.map((line, index) => (line === '' ? line : (index === 0 ? first : rest) + line));
}
