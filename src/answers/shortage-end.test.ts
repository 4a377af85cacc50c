import { describe, expect, it } from 'vitest';
import { endQuantile, ShortageEnds } from './shortage-end.ts';
import type { ShortageEnd } from './shortage-end.ts';

/** `[draw][month]` as people write it, turned to `[month][draw]`. */
function monthsOf(draws: readonly (readonly number[])[]): Float64Array[] {
  const months = draws[0]?.length ?? 0;
  return Array.from({ length: months }, (_, month) => Float64Array.from(draws, (draw) => draw[month] ?? 0));
}

/** Looks from the first month, with one month overdue as the threshold. */
function shortageEnd(overdue: readonly Float64Array[]): ShortageEnd {
  const counter = new ShortageEnds(overdue.length, 0, 1);
  counter.add(overdue);
  return counter.result;
}

/** Months in which shortages end, rising; `Infinity` for those that do not. */
function monthsIn(ends: Uint32Array): number[] {
  return [...ends].flatMap((count, month) =>
    Array.from({ length: count }, () => (month === ends.length - 1 ? Infinity : month)),
  );
}

describe('shortageEnd', () => {
  it('ends at the first of three months in a row at or below the threshold', () => {
    const { ends, shortNow } = shortageEnd(monthsOf([[2, 2, 1, 0.5, 2, 1, 1, 0.9, 0]]));
    expect(shortNow).toBe(1);
    expect(monthsIn(ends)).toEqual([5]);
  });

  it('counts a shortage that never ends as infinite, last in order', () => {
    const { ends } = shortageEnd(
      monthsOf([
        [2, 2, 2, 2, 0, 0],
        [2, 0, 0, 0, 0, 0],
      ]),
    );
    expect(monthsIn(ends)).toEqual([1, Infinity]);
  });

  it('looks only at draws short in the month looked from', () => {
    const answer = shortageEnd(
      monthsOf([
        [2, 0, 0, 0, 0],
        [0, 2, 2, 0, 0],
        [0, 0, 0, 0, 0],
      ]),
    );
    expect(answer.shortNow).toBeCloseTo(1 / 3, 12);
    expect(answer.neverShort).toBeCloseTo(1 / 3, 12);
    expect(monthsIn(answer.ends)).toEqual([1]);
  });

  it('says which shortages come back', () => {
    const { returns } = shortageEnd(
      monthsOf([
        [2, 0, 0, 0, 2],
        [2, 0, 0, 0, 0],
      ]),
    );
    expect(returns).toBe(0.5);
  });

  it('is zero everywhere without draws', () => {
    expect(shortageEnd([new Float64Array(0)])).toMatchObject({
      shortNow: 0,
      returns: 0,
      neverShort: 0,
    });
  });

  it('counts the same in parts as at once', () => {
    const draws = Array.from({ length: 40 }, (_, draw) =>
      Array.from({ length: 12 }, (_month, month) => ((draw + month) % 12 < draw % 11 ? 2 : 0)),
    );
    const [whole, parts] = [new ShortageEnds(12, 2, 1), new ShortageEnds(12, 2, 1)];
    whole.add(monthsOf(draws));
    for (let first = 0; first < draws.length; first += 7) parts.add(monthsOf(draws.slice(first, first + 7)));
    expect(parts.result).toEqual(whole.result);
    expect(whole.result.shortNow).toBeGreaterThan(0);
  });
});

describe('endQuantile', () => {
  it('takes the lower of two neighbours, and never ends for a shortage that does not', () => {
    const ends = Uint32Array.from([0, 2, 0, 1, 1]);
    expect([0, 0.33, 0.5, 0.67, 1].map((p) => endQuantile(ends, p))).toEqual([1, 1, 1, 3, Infinity]);
    expect(endQuantile(new Uint32Array(5), 0.5)).toBe(Infinity);
  });
});
