import { describe, expect, it } from 'vitest';
import { matchesSearch, searchText, searchWords } from './search-text.ts';

const row = searchText(
  'hbm_capacity SK hynix M15X HBM4E TrendForce “SK hynix’s HBM4E ramps in Q3” 生産能力 CoWoS-L',
);
const finds = (text: string): boolean => matchesSearch(searchWords(text), row);

describe('searching rows', () => {
  it.each([
    ['SK hynix HBM4', true],
    ['ＳＫハイニックス　ＨＢＭ４', true],
    ['ハイニックス hbm4e', true],
    ['トレンドフォース', true],
    ['sk-hynix', true],
    ['cowosl', true],
    ['CoWoS-L', true],
    ['生産能力', true],
    ['サムスン', false],
    ['SK hynix HBM5', false],
    ['エヌビディア hbm4', false],
  ])('%s: %s', (text, expected) => {
    expect(finds(text)).toBe(expected);
  });

  it('finds everything without words', () => {
    expect(finds('')).toBe(true);
  });

  it('reads half-width kana and accents', () => {
    expect(searchText('ｻﾑｽﾝ')).toBe('サムスン');
    expect(searchText('Société  Générale')).toBe('societe generale');
    expect(searchText('ガ')).toBe('ガ');
  });
});
