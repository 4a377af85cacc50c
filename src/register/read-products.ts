import type { Place, Problem } from '../problem/problem.ts';
import type { Product, ProductKind } from './product.ts';
import { CONFIDENCES } from './row.ts';
import { checkUniqueId, openTable, type TableRecord } from './table.ts';

const COLUMNS = ['id', 'vendor', 'designer', 'name', 'kind', 'announced', 'sources_read', 'confidence'];
const KINDS: readonly ProductKind[] = ['gpu', 'asic'];

export interface ReadProducts {
  readonly products: readonly Product[];
  readonly problems: readonly Problem[];
}

/** Reads `products.csv`: one specification a row. */
export function readProducts(text: string, file: string, places: Map<string, Place>): ReadProducts {
  const table = openTable(text, file, COLUMNS);
  return { products: table.records.map((record) => readProduct(record, places)), problems: table.problems };
}

function readProduct(record: TableRecord, places: Map<string, Place>): Product {
  const id = record.required('id');
  checkUniqueId(record, id, places, `${record.file}#${id}`);
  const announced = record.date('announced', { optional: true });
  const read = record.date('sources_read');
  return {
    id,
    vendor: record.required('vendor'),
    designer: record.required('designer'),
    name: record.required('name'),
    architecture: record.text('architecture'),
    kind: record.oneOf('kind', KINDS, 'unknown-kind'),
    announced: record.text('announced'),
    knownSince: announced?.last ?? read?.last ?? '',
    processNode: record.text('process_node'),
    ...optional('computeDies', positive(record, 'compute_dies')),
    ...optional('dieArea', positive(record, 'die_area_mm2')),
    ...optional('grossDiesPerWafer', positive(record, 'gross_dies_per_wafer')),
    packaging: record.text('packaging'),
    hbmGeneration: record.text('hbm_generation'),
    ...optional('hbmStacks', positive(record, 'hbm_stacks')),
    ...optional('hbmCapacity', positive(record, 'hbm_gb')),
    ...optional('hbmStackHeight', positive(record, 'hbm_stack_height')),
    ...optional('hbmBandwidth', positive(record, 'hbm_bandwidth_tbs')),
    ...optional('bf16Dense', positive(record, 'bf16_dense_tflops')),
    ...optional('fp8Dense', positive(record, 'fp8_dense_tflops')),
    ...optional('fp4Dense', positive(record, 'fp4_dense_tflops')),
    ...optional('tdp', positive(record, 'tdp_w')),
    sourceTitles: list(record.text('source_titles')),
    sourceUrls: list(record.text('source_urls')),
    sourcesRead: record.text('sources_read'),
    confidence: record.oneOf('confidence', CONFIDENCES, 'unknown-confidence'),
  };
}

/** A number that must not be below zero (`negative-quantity`). */
export function positive(record: TableRecord, column: string): number | undefined {
  const value = record.number(column);
  if (value !== undefined && value < 0)
    record.problem('negative-quantity', column, { name: column, found: value });
  return value;
}

/** `{ [key]: value }`, or nothing where the value is absent: absent numbers are absent keys. */
export function optional<Key extends string>(
  key: Key,
  value: number | undefined,
): Partial<Record<Key, number>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, number>);
}

/** Parts of a cell between bars. */
export function list(text: string): string[] {
  return text === '' ? [] : text.split('|').map((part) => part.trim());
}
