/** A name without its case, spaces and marks. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
}

/** Words of a name, in small letters; points belong to them, as in `v3.1`. */
export function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9.]+/u)
    .filter((word) => word !== '');
}

/** Of things, those whose text has every word of a name; none for a name without words. */
export function sharingWords<Thing>(
  things: readonly Thing[],
  name: string,
  textOf: (thing: Thing) => string,
): Thing[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  return things.filter((thing) => {
    const own = new Set(wordsOf(textOf(thing)));
    return words.every((word) => own.has(word));
  });
}
