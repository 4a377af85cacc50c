import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Confidence } from '../register/index.ts';
import type { Word } from './outliers.ts';
import { outliersAmong } from './outliers.ts';

const word = (key: string, value: number, confidence: Confidence = 'high', weight = 1): Word => ({
  key,
  value: Math.log(value),
  weight,
  confidence,
});
const three = [word('a', 100), word('b', 105), word('c', 95)];

describe('an outlier', () => {
  it('is a word far from two others that are as sure', () => {
    const [far, ...more] = outliersAmong([...three, word('d', 1000)]);
    expect(more).toEqual([]);
    expect(far).toMatchObject({ key: 'd', others: 3, setAside: false });
    expect(far?.factor).toBeCloseTo(10, 9);
  });

  it('is set aside where it is of low confidence and off by a factor of three', () => {
    const aside = (value: number): boolean | undefined =>
      outliersAmong([...three, word('d', value, 'low')])[0]?.setAside;
    expect(aside(200)).toBe(false);
    expect([aside(1000), aside(10)]).toEqual([true, true]);
  });

  it('is neither of two camps, nor a new word beside two old ones that do not agree', () => {
    const camps = [10, 10, 90, 90].map((value, index) => word(String(index), value, 'low'));
    expect(outliersAmong(camps)).toEqual([]);
    expect(outliersAmong([word('a', 10, 'high', 0.2), word('b', 30, 'high', 0.2), word('c', 90)])).toEqual(
      [],
    );
  });

  it('is none within a factor of one and a half, however well the others agree', () => {
    const agreed = ['a', 'b', 'c'].map((key) => word(key, 100));
    expect(outliersAmong([...agreed, word('d', 149)])).toEqual([]);
    expect(outliersAmong([...agreed, word('d', 151)])).toHaveLength(1);
  });

  it('is none where the others differ as widely', () => {
    const wide = [20, 60, 200, 700].map((value, index) => word(String(index), value));
    expect(outliersAmong([...wide, word('d', 1500)])).toEqual([]);
  });

  it('takes two others, or one surer against a word of low confidence', () => {
    expect(outliersAmong([word('a', 100), word('d', 1000)])).toEqual([]);
    expect(outliersAmong([word('a', 100, 'low'), word('d', 1000, 'low')])).toEqual([]);
    expect(outliersAmong([word('a', 100), word('d', 1000, 'low')]).map(({ key }) => key)).toEqual(['d']);
  });

  it('is never made by words that are less sure', () => {
    const doubtful = ['x', 'y', 'z'].map((key) => word(key, 1000, 'low', 5));
    expect(outliersAmong([word('a', 100), ...doubtful]).map(({ key }) => key)).not.toContain('a');
  });

  it('does not depend on the unit, and lies as far up as down', () => {
    assert(
      property(
        double({ min: 0.1, max: 1e6, noNaN: true }),
        double({ min: 1, max: 20, noNaN: true }),
        (unit, off) => {
          const at = (factor: number): number =>
            outliersAmong([100, 100, 100, 100 * factor].map((value, i) => word(String(i), unit * value)))
              .length;
          expect(at(off)).toBe(Math.log(off) > Math.log(1.5) ? 1 : 0);
          expect(at(1 / off)).toBe(at(off));
        },
      ),
    );
  });
});
