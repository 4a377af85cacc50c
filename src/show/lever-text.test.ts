import { describe, expect, it } from 'vitest';
import type { LeverFacts } from '../answers/lever-facts.ts';
import { choiceText, leverText, rangeText, typedNumber, typedText } from './lever-text.ts';

const SHARE: LeverFacts = {
  path: 'demand.initial-gap',
  unit: '1',
  isShare: true,
  kind: 'assumption',
  apply: 'replace',
  default: null,
  minimum: 0,
  maximum: 0.8,
  label: { en: 'Unmet share at the start', ja: '開始時の未充足率' },
  why: { en: '', ja: '' },
  rest: 0.166,
  seen: [0.09, 0.26],
  sources: 0,
  track: [0, 0.5],
};

describe('text of a lever', () => {
  it('has shares in percent', () => {
    expect(leverText(0.166, SHARE, 'en')).toBe('16.6%');
    expect(leverText({ kind: 'uniform', low: 0.1, high: 0.25 }, SHARE, 'ja')).toBe('10〜25%');
    expect(rangeText([0.09, 0.26], SHARE, 'en')).toBe('9–26%');
    expect(rangeText([0.016, 0.039], SHARE, 'ja')).toBe('1.6〜3.9%');
  });

  it('has other plain numbers as they are', () => {
    const { isShare: _, ...elasticity } = SHARE;
    expect(leverText(0.8, elasticity, 'en')).toBe('0.8');
    expect(rangeText([0.72, 1.3], elasticity, 'ja')).toBe('0.72〜1.3');
  });

  it('is typed as it is read', () => {
    expect(typedText(0.166, SHARE)).toBe('16.6%');
    for (const text of ['16.6%', '16.6', ' 16.6 % ', '１６.６％'])
      expect(typedNumber(text, SHARE)).toBeCloseTo(0.166, 12);
    expect(typedNumber('%', SHARE)).toBeUndefined();
    const { isShare: _, ...factor } = SHARE;
    expect(typedText(0.8, factor)).toBe('0.8');
    expect(typedNumber('0.8', factor)).toBe(0.8);
    expect(typedNumber('80%', factor)).toBeUndefined();
  });

  it('has choices by their names', () => {
    expect(choiceText('contracts-first', 'en')).toBe('contracts first');
    expect(choiceText('no such rule', 'ja')).toBe('no such rule');
  });
});
