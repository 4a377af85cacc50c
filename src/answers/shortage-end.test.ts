import { describe, expect, it } from 'vitest';
import { shortageEnd } from './shortage-end.ts';

/** `[draw][month]` as people write it, turned to `[month][draw]`. */
function monthsOf(draws: readonly (readonly number[])[]): Float64Array[] {
  const months = draws[0]?.length ?? 0;
  return Array.from({ length: months }, (_, month) => Float64Array.from(draws, (draw) => draw[month] ?? 0));
}

describe('shortageEnd', () => {
  it('ends at the first of three months in a row at or below the threshold', () => {
    const { ends, shortNow } = shortageEnd(monthsOf([[2, 2, 1, 0.5, 2, 1, 1, 0.9, 0]]), 0, 1);
    expect(shortNow).toBe(1);
    expect([...ends]).toEqual([5]);
  });

  it('counts a shortage that never ends as infinite, last in order', () => {
    const { ends } = shortageEnd(
      monthsOf([
        [2, 2, 2, 2, 0, 0],
        [2, 0, 0, 0, 0, 0],
      ]),
      0,
      1,
    );
    expect([...ends]).toEqual([1, Infinity]);
  });

  it('looks only at draws short in the month looked from', () => {
    const answer = shortageEnd(
      monthsOf([
        [2, 0, 0, 0, 0],
        [0, 2, 2, 0, 0],
        [0, 0, 0, 0, 0],
      ]),
      0,
      1,
    );
    expect(answer.shortNow).toBeCloseTo(1 / 3, 12);
    expect(answer.neverShort).toBeCloseTo(1 / 3, 12);
    expect([...answer.ends]).toEqual([1]);
  });

  it('says which shortages come back', () => {
    const { returns } = shortageEnd(
      monthsOf([
        [2, 0, 0, 0, 2],
        [2, 0, 0, 0, 0],
      ]),
      0,
      1,
    );
    expect(returns).toBe(0.5);
  });

  it('is zero everywhere without draws', () => {
    expect(shortageEnd([new Float64Array(0)], 0, 1)).toMatchObject({
      shortNow: 0,
      returns: 0,
      neverShort: 0,
    });
  });
});
