import type { SeriesDimension } from '../answers/series-catalogue.ts';
import { saleOf } from '../answers/designer-buyer.ts';
import type { Language } from './language.ts';
import { hasText, translate } from './message.ts';

/** Name of what can limit output, in the reader's language; an unknown one stays as it is. */
export function constraintName(constraint: string, language: Language): string {
  return named(`constraint.${constraint}`, constraint, language);
}

/** Name of a buyer in the reader's language; an unknown one stays as it is. */
export function buyerName(buyer: string, language: Language): string {
  return named(`buyer.${buyer}`, buyer, language);
}

/** Name of a designer, by the register’s, in the reader’s language; an unknown one stays as it is. */
function designerName(designer: string, language: Language): string {
  // Its first line is called after it.
  return named(`series.line.${designer.toLowerCase()}`, designer, language);
}

function named(key: string, fallback: string, language: Language): string {
  return hasText(language, key) ? translate(language, key) : fallback;
}

/** Name of a member of a series' dimension: of an input, maker or buyer in the reader's language, else as `names` has it. */
export function memberName(
  dimension: SeriesDimension,
  member: string,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  switch (dimension) {
    case 'total':
      return named(`series.total.${member}`, member, language);
    case 'input':
      return constraintName(member, language);
    case 'maker':
      return named(`series.maker.${member}`, member, language);
    case 'buyer':
      return buyerName(member, language);
    case 'designer':
      return designerName(member, language);
    case 'line':
      return named(`series.line.${member}`, member, language);
    case 'designer-buyer': {
      const sale = saleOf(member);
      if (sale === undefined) return member;
      const from = designerName(sale.designer, language);
      return translate(language, 'chart.pair', { from, to: buyerName(sale.buyer, language) });
    }
    default:
      return names.get(member) ?? member;
  }
}
