import type { ComparedFigure } from '../answers/compare.ts';
import { formatMonth, formatYear } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';

/** Name of a figure with its year or month. */
export function figureLabel(
  { name, member, period }: Pick<ComparedFigure, 'name' | 'member' | 'period'>,
  language: Language,
): string {
  const year = formatYear(period.start, language);
  switch (name) {
    case 'months-short':
      return translate(language, 'compare.figure.months-short', {
        month: formatMonth(period.end, language, 'short'),
      });
    case 'short-now':
    case 'short-in-a-year':
      return translate(language, 'compare.figure.short', {
        month: formatMonth(period.start, language, 'short'),
      });
    case 'shipments':
      return `${memberName('designer', member, new Map(), language)} ${year}`;
    default:
      return translate(language, `compare.figure.${name}`, { year });
  }
}
