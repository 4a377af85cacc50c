/**
 * Comparators that sort `size` values in place when applied in order: each puts the smaller value at its first
 * position. A fixed sequence, so it runs without branches in every backend. Batcher's merge exchange for any size
 * (Knuth, The Art of Computer Programming, volume 3, algorithm 5.2.2M): 31 comparators for 10 values.
 */
export function sortingNetwork(size: number): readonly (readonly [number, number])[] {
  const comparators: [number, number][] = [];
  let top = 1;
  while (top * 2 < size) top *= 2;
  for (let p = size > 1 ? top : 0; p >= 1; p = Math.floor(p / 2)) {
    let q = top;
    let r = 0;
    let d = p;
    for (;;) {
      for (let i = 0; i + d < size; i++) {
        if ((i & p) === r) comparators.push([i, i + d]);
      }
      if (q === p) break;
      d = q - p;
      q = Math.floor(q / 2);
      r = p;
    }
  }
  return comparators;
}
