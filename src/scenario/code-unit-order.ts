/** Compares by UTF-16 code units, so that the order is the same in every locale. */
export function codeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
