/** Names in Japanese and Chinese of what rows name in Latin letters. Several words may stand for one. */
const ALIASES: readonly (readonly [name: string, words: string])[] = [
  ['エヌビディア', 'nvidia'],
  ['エヌビデア', 'nvidia'],
  ['英偉達', 'nvidia'],
  ['輝達', 'nvidia'],
  ['台積電', 'tsmc'],
  ['台湾積体電路製造', 'tsmc'],
  ['skハイニックス', 'sk hynix'],
  ['ハイニックス', 'hynix'],
  ['サムスン電子', 'samsung'],
  ['サムスン', 'samsung'],
  ['三星', 'samsung'],
  ['マイクロン', 'micron'],
  ['グーグル', 'google'],
  ['アルファベット', 'alphabet'],
  ['アマゾン', 'amazon'],
  ['マイクロソフト', 'microsoft'],
  ['メタ', 'meta'],
  ['オラクル', 'oracle'],
  ['コアウィーブ', 'coreweave'],
  ['オープンai', 'openai'],
  ['アンソロピック', 'anthropic'],
  ['ファーウェイ', 'huawei'],
  ['華為', 'huawei'],
  ['インテル', 'intel'],
  ['ブロードコム', 'broadcom'],
  ['マーベル', 'marvell'],
  ['鴻海', 'hon hai'],
  ['フォックスコン', 'foxconn'],
  ['日月光', 'ase'],
  ['アムコー', 'amkor'],
  ['トレンドフォース', 'trendforce'],
  ['モルガン・スタンレー', 'morgan stanley'],
  ['デジタイムズ', 'digitimes'],
  ['設備投資', 'capex'],
  ['出荷', 'shipped'],
  ['売上', 'revenue'],
  ['価格', 'price'],
  ['電力', 'power'],
];

/**
 * Text as it is searched: one form for full and half width and for accents (NFKD without marks, then NFKC), lower case,
 * one space between words.
 */
export function searchText(text: string): string {
  // Marks of kana (゛ ゜) make other letters and stay.
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u3000]+/gu, ' ')
    .trim();
}

const aliases = ALIASES.map(([name, words]) => ({ name: searchText(name), words: words.split(' ') }));

/** A search: each entry is a word with what may stand for it; one of them must be found, of several words all. */
export type SearchWords = readonly (readonly (readonly string[])[])[];

/** Words of a search in either script. */
export function searchWords(text: string): SearchWords {
  return searchText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => [[word], ...aliases.filter(({ name }) => name === word).map(({ words }) => words)]);
}

/** Whether every word of a search occurs in a text that `searchText` made; hyphens and spaces may be left out. */
export function matchesSearch(words: SearchWords, text: string): boolean {
  const dense = text.replaceAll(/[\s-]/gu, '');
  const occurs = (word: string): boolean =>
    text.includes(word) || (word.length > 2 && dense.includes(word.replaceAll('-', '')));
  return words.every((ways) => ways.some((way) => way.every((word) => occurs(word))));
}
