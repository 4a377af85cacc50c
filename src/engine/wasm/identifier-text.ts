/** Longer names say no more to a reader and fill the line. */
const LONGEST = 60;

/** Names as identifiers of the text format: each once, of the characters that it allows. */
export class Identifiers {
  readonly #taken = new Set<string>();

  /** The identifier for a name; the comments hold names as they are. */
  of(name: string): string {
    const plain = name.split('; ', 1)[0]!.replaceAll(/[^\w+\-./:]+/gu, '_');
    const base = plain.slice(0, LONGEST).replaceAll(/^_+|_+$/gu, '') || 'x';
    let identifier = base;
    for (let copy = 2; this.#taken.has(identifier); copy++) identifier = `${base}_${copy}`;
    this.#taken.add(identifier);
    return `$${identifier}`;
  }
}

/** Words as a comment to the end of the line: whatever could end it, or shows as something else, becomes a space. */
export function commentText(words: string): string {
  return `;; ${words.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')}`;
}
