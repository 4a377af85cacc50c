/**
 * Where an outcome lies in an ensemble `sorted` in rising order, from 0 to 1: the share of members below it, and half of
 * those equal to it (the probability integral transform of the members’ distribution; Dawid 1984). NaN for no members.
 */
export function rankOf(sorted: ArrayLike<number>, outcome: number): number {
  const below = firstFrom(sorted, (member) => member >= outcome);
  const until = firstFrom(sorted, (member) => member > outcome);
  return (below + until) / 2 / sorted.length;
}

/** Index of the first member for which the test holds; it holds for all after it. */
function firstFrom(sorted: ArrayLike<number>, holds: (member: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Number.NaN)) high = middle;
    else low = middle + 1;
  }
  return low;
}
