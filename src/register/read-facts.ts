import type { Place, Problem } from '../problem/problem.ts';
import { quantityOf, readAmount } from './read-amount.ts';
import { isEmptyUnit } from './canonical-unit.ts';
import { CONFIDENCES, ROW_KINDS, type Row } from './row.ts';
import { checkUniqueId, openTable, type TableRecord } from './table.ts';

/** Columns without which a fact file cannot be read; all others of the schema (`data/README.md`) may be left out. */
export const FACT_COLUMNS = [
  'id',
  'metric',
  'entity',
  'period_start',
  'period_end',
  'unit',
  'kind',
  'published',
  'publisher',
  'confidence',
] as const;

const NUMBER_COLUMNS = ['low', 'value', 'high', 'stated_low', 'stated_value', 'stated_high'];

export interface ReadFacts {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one file of fact rows. `places` gathers where each id stands, across files, so that ids stay unique in the whole
 * register. A row's `statement` is the id its `statement` column names, else its own; repeats are linked later.
 */
export function readFacts(text: string, file: string, places: Map<string, Place>): ReadFacts {
  const table = openTable(text, file, FACT_COLUMNS);
  const rows = table.records.map((record) => readFact(record, places));
  return { rows, problems: table.problems };
}

function readFact(record: TableRecord, places: Map<string, Place>): Row {
  const id = record.required('id');
  if (id !== '') checkUniqueId(record, id, places, id);
  const metric = record.required('metric');
  const start = record.date('period_start');
  const end = record.date('period_end');
  const published = record.date('published');
  if (start && end && start.first > end.last) {
    record.problem('period-out-of-order', 'period_end', { expected: start.first, found: end.last });
  }
  if (record.text('stated_unit') === '') record.required('unit');
  const amount = readAmount(record, metric);
  const quantity = quantityOf(amount, amount.unit);
  if (!isEmptyUnit(amount.unit) && NUMBER_COLUMNS.every((column) => record.text(column) === '')) {
    record.problem('quantity-missing', 'value', { name: metric, expected: 'low, value or high' });
  }
  return {
    id,
    file: record.file,
    metric,
    entity: record.required('entity'),
    site: record.text('site'),
    product: record.text('product'),
    periodStart: start?.first ?? '',
    periodEnd: end?.last ?? '',
    ...amount,
    quantity,
    kind: record.oneOf('kind', ROW_KINDS, 'unknown-kind'),
    published: published?.last ?? '',
    publishedStated: record.text('published'),
    publisher: record.required('publisher'),
    title: record.text('title'),
    url: record.text('url'),
    quote: record.text('quote'),
    confidence: record.oneOf('confidence', CONFIDENCES, 'unknown-confidence'),
    note: record.text('note'),
    statement: record.text('statement') || id,
  };
}
