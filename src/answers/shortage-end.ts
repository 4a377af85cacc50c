/** When the shortage of the present month ends, over draws. */
export interface ShortageEnd {
  /** Share of all draws that are short in the month looked from. */
  readonly shortNow: number;
  /** End months of the draws short now, ascending; `Infinity` where it does not end within the horizon. */
  readonly ends: Float64Array;
  /** Of the draws whose shortage ends, the share that is short again later. */
  readonly returns: number;
  /** Share of all draws never short from the month looked from to the horizon. */
  readonly neverShort: number;
}

/** A shortage has ended at the first of this many months in a row at or below the threshold. */
const MONTHS_BELOW = 3;

/**
 * A shortage is overdue demand above `threshold` months of due demand; it ends at the first of three consecutive
 * months at or below (MODEL.md, sector 5). `overdue[month][draw]`, months of the run; looks from month `from`.
 */
export function shortageEnd(overdue: readonly Float64Array[], from: number, threshold: number): ShortageEnd {
  const draws = overdue[0]?.length ?? 0;
  const short = (month: number, draw: number): boolean => (overdue[month]?.[draw] ?? 0) > threshold;
  const ends: number[] = [];
  let neverShort = 0;
  let returns = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (!short(from, draw)) {
      if (!overdue.slice(from).some((_, month) => short(from + month, draw))) neverShort++;
      continue;
    }
    const end = endOf(from, draw, overdue.length, short);
    ends.push(end);
    for (let month = end + MONTHS_BELOW; month < overdue.length; month++) {
      if (!short(month, draw)) continue;
      returns++;
      break;
    }
  }
  const ended = ends.filter((month) => month < Infinity).length;
  return {
    shortNow: draws === 0 ? 0 : ends.length / draws,
    ends: Float64Array.from(ends).sort(),
    returns: ended === 0 ? 0 : returns / ended,
    neverShort: draws === 0 ? 0 : neverShort / draws,
  };
}

function endOf(
  from: number,
  draw: number,
  months: number,
  short: (month: number, draw: number) => boolean,
): number {
  let below = 0;
  for (let month = from; month < months; month++) {
    below = short(month, draw) ? 0 : below + 1;
    if (below === MONTHS_BELOW) return month - MONTHS_BELOW + 1;
  }
  return Infinity;
}
