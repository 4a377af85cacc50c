import type { ShortageAnswer } from '../answers/shortage.ts';
import { expOf } from '../engine/index.ts';
import { formatAmount } from './amount-format.ts';
import type { Language } from './language.ts';
import { formatPercent } from './number-format.ts';

/** First day of the month a year on, in which hinges are told. */
export function hingeMonth(answer: ShortageAnswer): string {
  return (
    answer.overdue.months[Math.min(answer.present + 12, answer.overdue.months.length - 1)] ??
    answer.horizonEnd
  );
}

/** What an uncertain thing is held at. */
export function hingeValue(value: number, unit: string, language: Language): string {
  if (unit === 'factor') return formatPercent(value - 1, { signed: true, decimals: 0 });
  if (unit === 'ln') return formatPercent(expOf(value) - 1, { signed: true, decimals: 0 });
  if (unit === '1') return formatPercent(value, { decimals: 0 });
  return formatAmount(value, unit, language, { significant: 3 });
}
