import type { Buyer, Line, MemoryMaker } from './catalogue.ts';
import type { BilingualText } from './lever.ts';

/*
 * Names of members inside a sentence. Japanese has companies as its newspapers write them (グーグル, not Google); those
 * known by letters alone keep them (AMD, AWS, xAI), and so do chips and models.
 */

const buyers: Readonly<Record<string, BilingualText>> = {
  microsoft: { en: 'Microsoft', ja: 'マイクロソフト' },
  amazon: { en: 'Amazon', ja: 'アマゾン' },
  google: { en: 'Google', ja: 'グーグル' },
  meta: { en: 'Meta', ja: 'メタ' },
  oracle: { en: 'Oracle', ja: 'オラクル' },
  openai: { en: 'OpenAI and Stargate', ja: 'オープンAI・スターゲイト' },
  xai: { en: 'xAI', ja: 'xAI' },
  coreweave: { en: 'CoreWeave', ja: 'コアウィーブ' },
  neoclouds: { en: 'other neoclouds', ja: 'その他ネオクラウド' },
  anthropic: { en: 'Anthropic', ja: 'アンソロピック' },
  china: { en: 'Chinese clouds', ja: '中国クラウド' },
  sovereign: { en: 'sovereign buyers', ja: '政府系' },
  enterprise: { en: 'enterprises and others', ja: '企業・その他' },
};

const lines: Readonly<Record<string, BilingualText>> = {
  nvidia: { en: 'NVIDIA', ja: 'エヌビディア' },
  'nvidia-china': { en: 'NVIDIA for China', ja: 'エヌビディア(中国向け)' },
  amd: { en: 'AMD', ja: 'AMD' },
  google: { en: 'Google', ja: 'グーグル' },
  aws: { en: 'AWS', ja: 'AWS' },
  microsoft: { en: 'Microsoft', ja: 'マイクロソフト' },
  meta: { en: 'Meta', ja: 'メタ' },
  openai: { en: 'OpenAI', ja: 'オープンAI' },
  intel: { en: 'Intel', ja: 'インテル' },
  huawei: { en: 'Huawei', ja: 'ファーウェイ' },
};

const makers: Readonly<Record<MemoryMaker, BilingualText>> = {
  'sk-hynix': { en: 'SK hynix', ja: 'SKハイニックス' },
  samsung: { en: 'Samsung', ja: 'サムスン' },
  micron: { en: 'Micron', ja: 'マイクロン' },
};

/** Who books packaging for lines of others. */
const bookers: Readonly<Record<string, BilingualText>> = {
  broadcom: { en: 'Broadcom', ja: 'ブロードコム' },
  'marvell and alchip': { en: 'Marvell and Alchip', ja: 'マーベルと世芯電子' },
};

/** A buyer; one that has no name here is called as the catalogue has it. */
export function buyerText({ id, name }: Buyer): BilingualText {
  return buyers[id] ?? same(name);
}

/** A line, by its designer and market. */
export function lineText({ id, designer }: Pick<Line, 'id' | 'designer'>): BilingualText {
  return lines[id] ?? same(designer);
}

export function makerText(maker: MemoryMaker): BilingualText {
  return makers[maker];
}

/** Who books packaging: a line itself, or somebody for several. */
export function bookerText(booking: string): BilingualText {
  return bookers[booking] ?? lines[booking] ?? same(booking);
}

function same(name: string): BilingualText {
  return { en: name, ja: name };
}
