import stringWidth from 'string-width';

// Characters that every terminal draws one column wide; most texts need no look-up beyond them.
const NARROW = /^[ -~–—…−·×°≈≤≥“”‘’←→─-▟■-◿]*$/u;
// eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
const ESCAPES = /\u001B\[[0-9;]*m/gu;

/** Columns that a text takes in a terminal: Japanese characters two, escape sequences none. */
export function widthOf(text: string): number {
  const bare = text.includes('\u001B') ? text.replace(ESCAPES, '') : text;
  return NARROW.test(bare) ? bare.length : stringWidth(bare);
}

/** Text followed by spaces up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Text preceded by spaces up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Text without escape sequences, cut to `width` columns with an ellipsis where it is longer. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
