import type { SourcedInput, TrainingAnswer, TrainingOutput } from '../answers/train-cost.ts';
import type { TrainingOutputName } from '../answers/training-draws.ts';
import type { TrainingInputName } from '../answers/training-inputs.ts';
import { formatAmount, formatRange, formatSpread, joinRange } from './amount-format.ts';
import type { Language } from './language.ts';
import { formatNumber } from './number-format.ts';
import type { NumberStyle } from './number-format.ts';
import { formatPowerOfTen, formatPowerRange } from './power-of-ten.ts';
import { unitSuffix } from './unit-name.ts';

/** Median and the range of 80 of 100 of anything. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** FLOP read as powers of ten, everything else in the words of its unit. */
const POWERS = /^FLOP/u;
/** Rates and ratios whose digits matter. */
const PLAIN_UNITS = new Set(['1', '1/year']);

/** A figure of a training run with its unit. */
export function trainingFigure(value: number, unit: string, language: Language): string {
  if (POWERS.test(unit)) return `${formatPowerOfTen(value)}${unit === 'FLOP' ? '' : ` ${unit}`}`;
  return formatAmount(value, unit, language);
}

/** A median with its range in brackets; the median alone where nothing is uncertain. */
export function trainingSpread({ p10, p50, p90 }: Quantiles, unit: string, language: Language): string {
  if (p10 === p90) return trainingFigure(p50, unit, language);
  if (POWERS.test(unit)) {
    const range = formatPowerRange(p10, p90, (ends) => joinRange(ends, language));
    const open = language === 'ja' ? '(' : ' (';
    return `${trainingFigure(p50, unit, language)}${open}${range})`;
  }
  const style = digitsOf(unit);
  return formatSpread({ low: rounded(p10), median: p50, high: rounded(p90) }, unit, language, style);
}

/** The range alone; a dash where nothing is uncertain. */
export function trainingRange({ p10, p90 }: Quantiles, unit: string, language: Language): string {
  if (p10 === p90) return '–';
  if (POWERS.test(unit)) return formatPowerRange(p10, p90, (ends) => joinRange(ends, language));
  return formatRange(rounded(p10), rounded(p90), unit, language, digitsOf(unit));
}

/** Money and plain factors keep a third digit, of which a median may make use. */
function digitsOf(unit: string): NumberStyle {
  return unit.startsWith('USD') || PLAIN_UNITS.has(unit) ? { significant: 3 } : {};
}

/** Ends of a range are never known to more than three digits. */
function rounded(end: number): number {
  return Number(end.toPrecision(3));
}

/** A value of an input as the table of inputs shows it. */
export function inputText(input: SourcedInput, language: Language): string {
  const { name, unit } = input;
  if (name === 'age') return `${formatNumber(input.p50, { decimals: 1 })}${unitSuffix(unit, language, 2)}`;
  if (name === 'accelerators') return formatNumber(input.p50);
  if (name === 'depreciation' || name === 'server-factor' || name === 'pue') {
    return trainingSpread(input, '1', language);
  }
  return trainingSpread(input, unit, language);
}

export function outputOf(answer: TrainingAnswer, name: TrainingOutputName): TrainingOutput | undefined {
  return answer.outputs.find((output) => output.name === name);
}

export function inputOf(answer: TrainingAnswer, name: TrainingInputName): SourcedInput | undefined {
  return answer.inputs.find((input) => input.name === name);
}

/** A publisher without the date that a source line may end in, since the date is told beside it. */
export function sourceName(publisher: string, published: string): string {
  return publisher.replace(`, ${published}`, '');
}
