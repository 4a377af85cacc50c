import type { SeriesRow } from '../answers/series.ts';
import type { CsvField } from './csv.ts';

/** Columns of the long table, the same for every series and in both languages. */
export const SERIES_COLUMNS = [
  'series',
  'dimension',
  'member',
  'period_start',
  'period_end',
  'unit',
  'mean',
  'p025',
  'p05',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p95',
  'p975',
] as const;

/** One row in the order of `SERIES_COLUMNS`. */
export function seriesFields(row: SeriesRow): CsvField[] {
  return [
    row.series,
    row.dimension,
    row.member,
    row.period.start,
    row.period.end,
    row.unit,
    row.mean,
    row.p025,
    row.p05,
    row.p10,
    row.p25,
    row.p50,
    row.p75,
    row.p90,
    row.p95,
    row.p975,
  ];
}

/** The same by name, for JSON, with what `chokepoint explain` takes. */
export function seriesRecord(row: SeriesRow): Record<string, unknown> {
  const fields = seriesFields(row);
  const record = Object.fromEntries(SERIES_COLUMNS.map((column, index) => [column, fields[index]]));
  return { ...record, address: row.address };
}
