import type { Language } from './language.ts';

/** How a figure is rounded. */
export interface NumberStyle {
  /** Significant digits kept; digits before the point are never rounded away. Three unless said. */
  readonly significant?: number;
  /** Digits after the point, exactly; overrides `significant`. */
  readonly decimals?: number;
  /** No trailing zeros, even beside other figures: for figures as stated, where 5.5–6 says no more than it means. */
  readonly trimmed?: boolean;
  /** All digits, never k, M or 万: for columns of counts that must compare at a glance. */
  readonly unscaled?: boolean;
  /** A plus sign before positive figures, for changes. */
  readonly signed?: boolean;
}

/** A factor to divide by and the word that stands for it: `{ factor: 1e9, word: ' bn' }`. */
export interface Scale {
  readonly factor: number;
  readonly word: string;
}

const ONE: Scale = { factor: 1, word: '' };

// English shortens thousands only from 100,000 on, and Japanese its 万 as well: 75,300 reads better than 7.53万.
const SCALES: Readonly<Record<Language, readonly { readonly from: number; readonly scale: Scale }[]>> = {
  en: [
    { from: 1e12, scale: { factor: 1e12, word: ' trn' } },
    { from: 1e9, scale: { factor: 1e9, word: ' bn' } },
    { from: 1e6, scale: { factor: 1e6, word: ' M' } },
    { from: 1e5, scale: { factor: 1e3, word: 'k' } },
  ],
  ja: [
    { from: 1e12, scale: { factor: 1e12, word: '兆' } },
    { from: 1e8, scale: { factor: 1e8, word: '億' } },
    { from: 1e5, scale: { factor: 1e4, word: '万' } },
  ],
};

/** The scale in which a figure of this size is written: 4.46 M in English, 446万 in Japanese. */
export function scaleOf(value: number, language: Language): Scale {
  // Rounded first, so that 999,999 is written as 1 M, not as 1,000k.
  const magnitude = Math.abs(Number(value.toPrecision(3)));
  return SCALES[language].find(({ from }) => magnitude >= from)?.scale ?? ONE;
}

/**
 * A plain figure with thousands separated, a true minus sign and no trailing zeros: `1,234.5`, `−0.25`.
 * What is not finite is shown as a dash.
 */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return '–';
  const decimals = style.decimals ?? decimalsFor([value], style.significant);
  const rounded = Math.abs(value).toFixed(decimals);
  const text = group(style.decimals === undefined ? withoutTrailingZeros(rounded) : rounded);
  if (Number(rounded) === 0) return text;
  return `${value < 0 ? '−' : style.signed ? '+' : ''}${text}`;
}

/** A figure in the scale of its size: `4.46 M`, `430k`; `446万`, `1.94兆`. */
export function formatCompact(value: number, language: Language, style: NumberStyle = {}): string {
  const { factor, word } = scaleOf(value, language);
  return formatNumber(value / factor, style) + word;
}

/** A fraction as per cent: 0.625 is `62.5%`. */
export function formatPercent(fraction: number, style: NumberStyle = {}): string {
  return `${formatNumber(fraction * 100, style)}%`;
}

/**
 * Digits after the point with which all of `values` can stand in one column: the largest keeps `significant` digits
 * (three unless said), none of them more than four after the point.
 */
export function decimalsFor(values: readonly number[], significant = 3): number {
  const magnitudes = values
    .filter((value) => Number.isFinite(value) && value !== 0)
    .map((value) => Math.abs(value));
  if (magnitudes.length === 0) return 0;
  const largest = Math.max(...magnitudes);
  // The exponent is read from the decimal notation: a logarithm would depend on the machine.
  const exponent = Number(largest.toExponential(Math.max(0, significant - 1)).split('e')[1]);
  const decimals = Math.max(0, significant - 1 - exponent);
  return values.length === 1 ? Math.min(decimals, 12) : Math.min(decimals, 4);
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

function group(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
