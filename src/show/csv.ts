/** A field of a CSV file; what is absent or not finite is an empty field. */
export type CsvField = string | number | boolean | undefined;

/**
 * A table as CSV by RFC 4180 (fields quoted where they hold a comma, a quote or a line break), except that lines end in
 * LF alone, as Unix tools expect. Numbers are written so that reading gives the same double back. Ends with a newline.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvField[]>): string {
  const lines = [header.map(fieldText).join(',')];
  for (const row of rows) lines.push(row.map(fieldText).join(','));
  return `${lines.join('\n')}\n`;
}

function fieldText(field: CsvField): string {
  if (field === undefined) return '';
  if (typeof field === 'number') return Number.isFinite(field) ? String(field) : '';
  const text = String(field);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
