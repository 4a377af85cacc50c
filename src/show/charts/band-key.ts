import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import type { Band } from './chart-spec.ts';

/** Widest band that is filled; wider ones would draw the eye to what is unlikely. */
export const WIDEST_FILL = 80;

const ENGLISH = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const LISTS: Readonly<Record<Language, (shares: readonly number[]) => string>> = {
  en: (shares) => ENGLISH.format(shares.map(String)),
  ja: (shares) => shares.join('・'),
};

/** A subtitle, and behind it how many of 100 futures the bands and hairlines of a drawing hold. */
export function withBandKey(
  subtitle: string | undefined,
  bands: readonly Pick<Band, 'share'>[],
  language: Language,
): string | undefined {
  const shares = [...new Set(bands.map(({ share }) => share))].sort((a, b) => a - b);
  if (shares.length === 0) return subtitle;
  const list = LISTS[language];
  const [filled, wide] = [shares.filter(isFilled), shares.filter((share) => !isFilled(share))];
  const key =
    filled.length === 0 || wide.length === 0
      ? translate(language, 'chart.bands', { shares: list(shares) })
      : translate(language, 'chart.bands.hairlines', { shares: list(filled), wide: list(wide) });
  if (subtitle === undefined || subtitle === '') return key;
  return language === 'ja' ? `${subtitle}。${key}` : `${subtitle}; ${key}`;
}

function isFilled(share: number): boolean {
  return share <= WIDEST_FILL;
}
