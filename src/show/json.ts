/**
 * A value as JSON with two spaces of indent: keys in the order in which the answer's type lists them, keys of maps in
 * code-unit order, what is not finite as null. The same value gives the same bytes on every machine. Ends with a newline.
 */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, plain, 2)}\n`;
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => [String(key), item] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }
  if (value instanceof Set) return [...value];
  if (value instanceof Float64Array || value instanceof Uint32Array) return Array.from(value);
  return value;
}
