import { joinRange } from './amount-format.ts';
import type { Language } from './language.ts';
import { decimalsFor, formatNumber } from './number-format.ts';
import type { Scale } from './number-format.ts';
import { unitTitle } from './unit-name.ts';

/** Figures below a heading that names the unit: `1.24 M`, `1.1–1.4`; one scale for all figures of a member. */
export interface FigureFormat {
  /** A single figure with the word of its scale. */
  readonly figure: (value: number) => string;
  /** A range without it; empty where both ends are the same. */
  readonly range: (low: number, high: number) => string;
}

// Tables shorten earlier than sentences do, so that columns stay narrow.
const SCALES: Readonly<Record<Language, readonly Scale[]>> = {
  en: [
    { factor: 1e12, word: ' trn' },
    { factor: 1e9, word: ' bn' },
    { factor: 1e6, word: ' M' },
    { factor: 1e3, word: 'k' },
  ],
  ja: [
    { factor: 1e12, word: '兆' },
    { factor: 1e8, word: '億' },
    { factor: 1e4, word: '万' },
  ],
};

const MOST_DECIMALS = 2;
const LEAST_SCALED = 1e4;

/**
 * The format for figures of which the largest is `largest`. Dimensionless figures are shares, shown as whole per cent.
 * What is not zero is never shown as if it were.
 */
export function figureFormat(largest: number, unit: string, language: Language): FigureFormat {
  const isShare = unit === '1';
  const { factor, word } = isShare ? { factor: 0.01, word: '%' } : scaleFor(largest, language);
  const decimalsOf = (value: number, significant: number): number =>
    isShare || value === 0 ? 0 : Math.min(MOST_DECIMALS, decimalsFor([value], significant));
  return {
    figure: (value) => {
      if (value === 0) return '0';
      const text = formatNumber(value / factor, { decimals: decimalsOf(value / factor, 3) });
      if (/[1-9]/u.test(text)) return text + word;
      return (isShare ? '<1' : '<0.01') + word;
    },
    range: (low, high) => {
      const decimals = decimalsOf(high / factor, 2);
      const ends = [low, high].map((end) => formatNumber(end / factor, { decimals }));
      return ends[0] === ends[1] ? '' : joinRange(ends, language);
    },
  };
}

function scaleFor(largest: number, language: Language): Scale {
  const magnitude = Math.abs(largest);
  const scale = SCALES[language].find(({ factor }) => magnitude >= Math.max(factor, LEAST_SCALED));
  return scale ?? { factor: 1, word: '' };
}

/** Unit of a series for a heading; nothing for shares. */
export function seriesUnit(unit: string, language: Language): string {
  return unit === '1' ? '' : unitTitle(unit, language);
}
