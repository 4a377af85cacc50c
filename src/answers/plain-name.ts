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
