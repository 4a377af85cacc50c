import type { Place } from '../problem/problem.ts';
import type { Row } from '../register/index.ts';
import type { CsvField } from './csv.ts';

/** Columns of rows as CSV: the canonical figure, then the figure as stated, then the source. */
export const FACT_COLUMNS = [
  'id',
  'file',
  'metric',
  'entity',
  'site',
  'product',
  'period_start',
  'period_end',
  'low',
  'value',
  'high',
  'unit',
  'basis',
  'quantity',
  'kind',
  'published',
  'publisher',
  'title',
  'url',
  'quote',
  'confidence',
  'note',
  'stated_low',
  'stated_value',
  'stated_high',
  'stated_unit',
  'published_stated',
  'statement',
] as const;

/** One row in the order of `FACT_COLUMNS`. */
export function factFields(row: Row): CsvField[] {
  return [
    row.id,
    row.file,
    row.metric,
    row.entity,
    row.site,
    row.product,
    row.periodStart,
    row.periodEnd,
    row.low,
    row.value,
    row.high,
    row.unit,
    row.basis,
    row.quantity,
    row.kind,
    row.published,
    row.publisher,
    row.title,
    row.url,
    row.quote,
    row.confidence,
    row.note,
    row.stated.low,
    row.stated.value,
    row.stated.high,
    row.stated.unit,
    row.publishedStated,
    row.statement,
  ];
}

/** Keys in the order of the columns, absent numbers left out; `place` says where the row stands. */
export function factRecord(row: Row, place: Place | undefined): Record<string, unknown> {
  const fields = factFields(row);
  const record: Record<string, unknown> = {};
  FACT_COLUMNS.forEach((column, index) => {
    if (fields[index] !== undefined) record[column] = fields[index];
  });
  if (row.own) record['own'] = true;
  if (place?.line !== undefined) record['line'] = place.line;
  return record;
}
