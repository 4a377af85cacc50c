import type { Summary } from '../engine/index.ts';
import { joinRange } from './amount-format.ts';
import type { Language } from './language.ts';
import { decimalsFor, formatNumber, scaleOf } from './number-format.ts';
import type { Scale } from './number-format.ts';

type Range = Pick<Summary, 'p10' | 'p50' | 'p90'>;

/** Figures of one quantity and their differences, below a heading that names the unit. */
export interface PairedFormat {
  /** Median with the range of 80 of 100 futures: `7.82 M (6.78–8.98)`. */
  spread(value: Range): string;
  /** The same of a difference, signed: `−0.91 M (−1.5 … 0.0)`; `0` where there is none, `≈0` where it rounds away. */
  difference(value: Range, significant?: number): string;
  /** A signed figure alone. */
  change(value: number): string;
}

const MOST_DECIMALS = 2;
/** Share of a figure below which a change is next to nothing. */
const NOTABLE_CHANGE = 0.005;
const PERCENT: Scale = { factor: 0.01, word: '%' };
/** Differences of shares are points, not per cent of the share. */
const POINTS: Readonly<Record<Language, Scale>> = {
  en: { factor: 0.01, word: ' pt' },
  ja: { factor: 0.01, word: 'ポイント' },
};

/**
 * One scale for all figures of a quantity, that of the largest; shares (unit `1`) as per cent. `stacked` puts ranges
 * on a line of their own, where columns are many.
 */
export function pairedFormat(
  values: readonly Range[],
  unit: string,
  language: Language,
  { stacked = false }: { readonly stacked?: boolean } = {},
): PairedFormat {
  const largest = Math.max(0, ...values.map(({ p50, p90 }) => Math.max(Math.abs(p50), Math.abs(p90))));
  const isShare = unit === '1';
  const scale = isShare ? PERCENT : scaleOf(largest, language);
  const changeScale = isShare ? POINTS[language] : scale;
  /** A small change in the scale of its own size; one that is next to nothing beside the figures in theirs. */
  const scaleOfChange = ({ p10, p50, p90 }: Range): Scale => {
    const size = Math.max(Math.abs(p10), Math.abs(p50), Math.abs(p90));
    const isSmall = size < scale.factor && size >= NOTABLE_CHANGE * largest;
    return isSmall && !isShare ? scaleOf(size, language) : changeScale;
  };
  const space = stacked ? '\n' : language === 'ja' ? '' : ' ';
  const bracket = (range: string): string => `${space}(${range})`;
  const write = (
    { p10, p50, p90 }: Range,
    { factor, word }: Scale,
    significant: number,
    signed: boolean,
  ): string => {
    if (p10 === 0 && p50 === 0 && p90 === 0) return '0';
    const numbers = [p50, p10, p90].map((value) => value / factor);
    const decimals = Math.min(MOST_DECIMALS, decimalsFor(numbers, significant));
    const [median = '', ...ends] = numbers.map((value) => formatNumber(value, { decimals, signed }));
    // The scale stands beside the median, or where that is nothing, beside the last end that is something.
    const isSomething = (number: string): boolean => /[1-9]/u.test(number);
    const scaled = isSomething(median) ? -1 : ends.findLastIndex(isSomething);
    if (![median, ...ends].some(isSomething)) return '≈0';
    const told = ends.map((end, index) => (index === scaled ? end + word : end));
    const joined = signed ? told.join(' … ') : joinRange(told, language);
    return `${median}${scaled === -1 ? word : ''}${bracket(joined)}`;
  };
  return {
    spread: (value) => write(value, scale, 3, false),
    difference: (value, significant = 2) => write(value, scaleOfChange(value), significant, true),
    change: (value) => {
      const scaled = value / changeScale.factor;
      const decimals = Math.min(MOST_DECIMALS, decimalsFor([scaled], 2));
      const text = formatNumber(scaled, { decimals, signed: true });
      return /[1-9]/u.test(text) ? `${text}${changeScale.word}` : '0';
    },
  };
}

/** A share as futures of a hundred: `83`, `<1`, `>99`; a share is never rounded to certainty. */
export function ofHundred(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1';
  if (rounded === 100 && share < 1) return '>99';
  return formatNumber(rounded);
}

/** A change of a share in futures of a hundred, signed. */
export function changeOfHundred(change: number): string {
  return formatNumber(change * 100, { decimals: Math.abs(change) < 0.095 ? 1 : 0, signed: true });
}
