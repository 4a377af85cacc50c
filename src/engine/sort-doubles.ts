/** Bits of a digit, and how many values it has. */
const DIGIT = 11;
const VALUES = 2 ** DIGIT;
/** Below so many the sort that comes with the machine is faster: 5 µs against 11 for 256 values, 48 against 28 for 1,024. */
const FEWEST = 512;
/** Moves per value beyond which many values agree in their upper halves, and the general sort is faster. */
const MOST_MOVES = 8;

const first = new Uint32Array(VALUES);
const second = new Uint32Array(VALUES);
const third = new Uint32Array(VALUES);
let keys = new Uint32Array(0);
let otherKeys = new Uint32Array(0);
let others = new Float64Array(0);

/**
 * Sorts numbers in place, as `Float64Array.prototype.sort` does: -0 before 0, NaN last. Radix sort by the upper half of
 * each number (sign, exponent and 20 bits of the fraction), then insertion sort, which finds little left to do.
 */
export function sortDoubles(values: Float64Array): Float64Array {
  const count = values.length;
  if (count < FEWEST) return values.sort();
  if (keys.length < count) {
    keys = new Uint32Array(count);
    otherKeys = new Uint32Array(count);
    others = new Float64Array(count);
  }
  countDigits(values);
  for (let i = 0; i < count; i++) {
    const at = first[keys[i]! % VALUES]!++;
    otherKeys[at] = keys[i]!;
    others[at] = values[i]!;
  }
  for (let i = 0; i < count; i++) {
    const at = second[(otherKeys[i]! >>> DIGIT) % VALUES]!++;
    keys[at] = otherKeys[i]!;
    values[at] = others[i]!;
  }
  for (let i = 0; i < count; i++) others[third[keys[i]! >>> (2 * DIGIT)]!++] = values[i]!;
  return insert(others, values);
}

/** Keys that rise with the numbers, and where the values of each of their three digits begin. */
function countDigits(values: Float64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (const counts of [first, second, third]) counts.fill(0);
  for (let i = 0; i < values.length; i++) {
    const upper = words[2 * i + 1]!;
    // Negative numbers count backwards: all their bits turn; of the others the sign alone.
    const key = (upper ^ ((upper >> 31) | 0x80000000)) >>> 0;
    keys[i] = key;
    first[key % VALUES]!++;
    second[(key >>> DIGIT) % VALUES]!++;
    third[key >>> (2 * DIGIT)]!++;
  }
  for (const counts of [first, second, third]) {
    let start = 0;
    for (let digit = 0; digit < VALUES; digit++) {
      const next = start + counts[digit]!;
      counts[digit] = start;
      start = next;
    }
  }
}

function insert(from: Float64Array, into: Float64Array): Float64Array {
  const count = into.length;
  let moves = 0;
  for (let i = 0; i < count; i++) {
    const value = from[i]!;
    let at = i;
    for (; at > 0 && into[at - 1]! > value; at--) into[at] = into[at - 1]!;
    into[at] = value;
    moves += i - at;
    if (moves <= MOST_MOVES * count) continue;
    into.set(from.subarray(i + 1, count), i + 1);
    return into.sort();
  }
  // A NaN with its sign set came first; nothing after it can be trusted to have been compared.
  return Number.isNaN(into[0]!) ? into.sort() : into;
}
