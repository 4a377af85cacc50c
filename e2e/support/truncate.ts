import { readDate } from '../../src/register/index.ts';
import type { History } from '../../src/register/index.ts';
import { parseCsv } from '../../src/register/csv.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * Texts of the data with every row deleted that was not known on a day: facts, products, models, claims, assumptions.
 * Of later facts, those that tell of a period that had ended stay where `history` admits them.
 */
export function truncated(
  texts: Readonly<Record<string, string>>,
  day: string,
  history: History = 'strict',
): Record<string, string> {
  const by = (date: string | undefined): boolean => (readDate(date ?? '')?.last ?? '') <= day;
  const tells = (row: Fields): boolean =>
    (row['kind'] === 'actual' || row['kind'] === 'estimate') && by(row['period_end']);
  const products = new Set<string>();
  const claims = new Set<string>();
  const remember = (ids: Set<string>, fields: Fields, known: boolean): boolean => {
    if (known) ids.add(fields['id'] ?? '');
    return known;
  };
  const cut: Record<string, string> = { ...texts };
  const keep = (file: string, known: (fields: Fields) => boolean): void => {
    cut[file] = kept(texts[file] ?? '', file, known);
  };
  keep('products.csv', (row) => {
    const announced = row['announced'] ?? '';
    return remember(products, row, by(announced === '' ? row['sources_read'] : announced));
  });
  keep('claims.csv', (row) => remember(claims, row, by(row['published'])));
  keep('claim-evidence.csv', (row) => claims.has(row['claim'] ?? ''));
  keep('families.csv', (row) => row['product'] === '' || products.has(row['product'] ?? ''));
  keep('models.csv', (row) => by(row['published']));
  keep('assumptions.csv', (row) => by(row['known_since']));
  for (const file of ['supply.csv', 'demand.csv', 'shipments.csv', 'product-estimates.csv'])
    keep(file, (row) => by(row['published']) || (history === 'pseudo-real-time' && tells(row)));
  return cut;
}

/** A CSV text with only the rows that pass. */
function kept(text: string, file: string, known: (fields: Fields) => boolean): string {
  const { header, rows } = parseCsv(text, file);
  const names = header.map((cell) => cell.text);
  const lines = rows
    .map((row) => row.map((cell) => cell.text))
    .filter((cells) => known(Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell]))));
  return [names, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(text: string): string {
  return /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
