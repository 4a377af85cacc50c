import type { Language } from './language.ts';
import { decimalsFor, formatNumber, scaleOf } from './number-format.ts';
import type { NumberStyle, Scale } from './number-format.ts';
import { currencyOf, unitSuffix } from './unit-name.ts';

/** Three quantiles of one quantity: 80 of 100 futures lie between `low` and `high`. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Ends of a range are never known to three digits. */
const RANGE_DIGITS = 2;

const WATT_SCALES: readonly Scale[] = [
  { factor: 1e9, word: ' GW' },
  { factor: 1e6, word: ' MW' },
  { factor: 1e3, word: ' kW' },
];

/**
 * A quantity with its unit in the reader's language: `USD 194 bn`, `4.46 M units`, `62%`, `13 GW`;
 * `1,940億ドル`, `446万個`. `unit` is a unit of the engine's language; one it does not know is shown as it is.
 */
export function formatAmount(
  value: number,
  unit: string,
  language: Language,
  style: NumberStyle = {},
): string {
  return dress([value], unit, language, style).texts.join('');
}

/** Two ends of a range with one unit, two significant digits unless said: `USD 169–236 bn`, `0.3–4.6 months`; `1,690〜2,360億ドル`. */
export function formatRange(
  low: number,
  high: number,
  unit: string,
  language: Language,
  style: NumberStyle = {},
): string {
  const { numbers, surround } = dress([low, high], unit, language, style);
  return surround(joinRange(numbers, language));
}

/** Median with its range in brackets, one unit for all three: `USD 204 bn (169–236)`; `2,040億ドル(1,690〜2,360)`. */
export function formatSpread(
  spread: Spread,
  unit: string,
  language: Language,
  style: NumberStyle = {},
): string {
  const { numbers, surround } = dress([spread.median, spread.low, spread.high], unit, language, style);
  const [median = '', low = '', high = ''] = numbers;
  const range = joinRange([low, high], language);
  return language === 'ja' ? `${surround(median)}(${range})` : `${surround(median)} (${range})`;
}

/** Join of the ends of a range; spaced dots where a minus sign would meet the dash. */
export function joinRange(ends: readonly string[], language: Language): string {
  if (ends.some((end) => end.startsWith('−'))) return ends.join(' … ');
  return ends.join(language === 'ja' ? '〜' : '–');
}

interface Dressed {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly surround: (number: string) => string;
}

function dress(values: readonly number[], unit: string, language: Language, style: NumberStyle): Dressed {
  const largest = Math.max(...values.map((value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  const { scale, before, after } = frame(largest, unit, language, style.unscaled);
  const scaled = values.map((value) => value / scale.factor);
  const decimals =
    style.decimals ??
    (values.length > 1 && !style.trimmed
      ? decimalsFor(scaled, style.significant ?? RANGE_DIGITS)
      : undefined);
  const numbers = scaled.map((value) =>
    formatNumber(value, decimals === undefined ? style : { ...style, decimals }),
  );
  const surround = (number: string): string => `${before}${number}${scale.word}${after}`;
  return { numbers, surround, texts: numbers.map(surround) };
}

/** Scale of a quantity and what stands before and after its number. */
function frame(
  largest: number,
  unit: string,
  language: Language,
  unscaled = false,
): { readonly scale: Scale; readonly before: string; readonly after: string } {
  if (unit === 'fraction' || unit === 'percent') {
    return { scale: { factor: unit === 'fraction' ? 0.01 : 1, word: '%' }, before: '', after: '' };
  }
  const [base = '', ...per] = unit.split('/');
  if (base === 'W') {
    const scale = (unscaled ? undefined : WATT_SCALES.find(({ factor }) => largest >= factor)) ?? {
      factor: 1,
      word: ' W',
    };
    return { scale, before: '', after: unitSuffix(['', ...per].join('/'), language, 2) };
  }
  const scale = scaleOf(unscaled ? 1 : largest, language);
  const currency = currencyOf(base, language);
  if (currency === undefined) {
    return { scale, before: '', after: unitSuffix(unit, language, largest === 1 ? 1 : 2) };
  }
  const rest = unitSuffix(['', ...per].join('/'), language, 1);
  return { scale, before: currency.before, after: currency.after + rest };
}
