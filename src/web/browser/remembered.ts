/** What this browser remembers of a reader from visit to visit; null where it remembers nothing or is not allowed to. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** Remembers a word, where the browser allows it; the page works without. */
export function remember(name: string, word: string): void {
  try {
    localStorage.setItem(keyOf(name), word);
  } catch {
    // Storage is blocked or full.
  }
}

/** Other pages may stand on the same server. */
function keyOf(name: string): string {
  return `chokepoint.${name}`;
}
