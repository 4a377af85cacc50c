import { describe, expect, it } from 'vitest';
import { changeOfHundred, ofHundred, pairedFormat } from './difference-format.ts';

const figure = { p10: 66e6, p50: 88e6, p90: 105e6 };

describe('paired figures', () => {
  const english = pairedFormat([figure], 'H100e', 'en');
  const japanese = pairedFormat([figure], 'H100e', 'ja');

  it('stand in one scale with their range', () => {
    expect(english.spread(figure)).toBe('88 M (66–105)');
    expect(english.difference({ p10: -15e6, p50: -10.2e6, p90: 0 })).toBe('−10 M (−15 … 0)');
    expect(japanese.spread(figure)).toBe('0.88億(0.66〜1.05)');
  });

  it('give a small change the scale of its own size, and say where it rounds away or is none', () => {
    expect(japanese.difference({ p10: -15e6, p50: -4e6, p90: 6e6 })).toBe('−400万(−1,500 … +600)');
    expect(english.difference({ p10: -9e5, p50: -5e5, p90: 0 })).toBe('−500k (−900 … 0)');
    expect(english.difference({ p10: -500, p50: -3, p90: 0 })).toBe('≈0');
    expect(english.difference({ p10: 0, p50: 0, p90: 0 })).toBe('0');
  });

  it('tell changes of shares in points', () => {
    const share = pairedFormat([{ p10: 0.2, p50: 0.28, p90: 0.38 }], '1', 'en');
    expect(share.difference({ p10: -0.011, p50: 0.002, p90: 0.029 })).toBe('+0.2 pt (−1.1 … +2.9)');
  });
});

it('never rounds a share to certainty', () => {
  expect([0, 0.001, 0.52, 0.999, 1].map(ofHundred)).toEqual(['0', '<1', '52', '>99', '100']);
  expect([0.4, -0.051].map(changeOfHundred)).toEqual(['+40', '−5.1']);
});
