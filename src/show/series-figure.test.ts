import { describe, expect, it } from 'vitest';
import { figureFormat } from './series-figure.ts';

describe('figureFormat', () => {
  it('keeps one scale for all figures of a member', () => {
    const { figure, range } = figureFormat(1_900_000, 'unit', 'en');
    expect([1_244_000, 53_000, 0].map(figure)).toEqual(['1.24 M', '0.05 M', '0']);
    expect(range(1_080_000, 1_420_000)).toBe('1.1–1.4');
    expect(range(20_000, 53_000)).toBe('0.02–0.05');
  });

  it('scales as each language does', () => {
    expect(figureFormat(194e9, 'USD', 'en').figure(194e9)).toBe('194 bn');
    expect(figureFormat(194e9, 'USD', 'ja').figure(194e9)).toBe('1,940億');
    expect(figureFormat(20_537, 'wafer/month', 'ja').range(13_699, 28_794)).toBe('1.4〜2.9');
    expect(figureFormat(9000, 'unit', 'en').figure(9000)).toBe('9,000');
  });

  it('shows shares as whole per cent, and never hides what is there', () => {
    const { figure, range } = figureFormat(1, '1', 'en');
    expect([0.614, 0.002, 0, 1].map(figure)).toEqual(['61%', '<1%', '0', '100%']);
    expect([range(0, 1), range(0, 0)]).toEqual(['0–100', '']);
    expect(figureFormat(2e6, 'unit', 'en').figure(12)).toBe('<0.01 M');
  });
});
