import type { Problem } from '../problem/problem.ts';
import { FAMILY_LEVELS, type Family } from './family.ts';
import type { Product } from './product.ts';
import type { Unread } from './register.ts';
import { openTable } from './table.ts';

const COLUMNS = ['family', 'designer', 'level', 'product', 'label', 'repeats'];

export interface ReadFamilies {
  readonly families: readonly Family[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `families.csv`. A tie to a product that the catalogue lacks is listed as unread, not an error: a register cut
 * at a date has fewer products and the same ties. A label tied twice is `duplicate-label`.
 */
export function readFamilies(text: string, file: string, products: readonly Product[]): ReadFamilies {
  const table = openTable(text, file, COLUMNS);
  const known = new Set(products.map((product) => product.id));
  const families: Family[] = [];
  const unread: Unread[] = [];
  const ties = new Map<string, number>();
  for (const record of table.records) {
    const family: Family = {
      family: record.text('family'),
      designer: record.required('designer'),
      level: record.oneOf('level', FAMILY_LEVELS, 'unknown-level'),
      product: record.text('product'),
      label: record.text('label'),
      repeats: record.oneOf('repeats', ['yes', 'no'], 'unknown-answer') === 'yes',
      note: record.text('note'),
    };
    const column = family.level === 'product' ? 'product' : 'label';
    const name = record.required(column);
    const first = ties.get(`${column}:${name}`);
    if (first !== undefined) record.problem('duplicate-label', column, { found: name, first });
    ties.set(`${column}:${name}`, record.line);
    if (column === 'product' && !known.has(name)) {
      unread.push({ file, line: record.line, id: name, reason: 'unknown-product', found: name });
    } else {
      families.push(family);
    }
  }
  return { families, unread, problems: table.problems };
}
