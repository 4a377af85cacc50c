import { parquetWriteBuffer } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet-writer';
import type { SeriesFutures } from '../answers/series-futures.ts';
import { toCsv } from './csv.ts';
import type { CsvField } from './csv.ts';

/** Columns of futures, the same for every series: one row for each member, period and future, in this order. */
export const FUTURES_COLUMNS = ['member', 'period_start', 'period_end', 'future', 'value'] as const;

/** What a file says of itself beside its rows. */
export interface FuturesAbout {
  /** Name and version of the program. */
  readonly program: string;
  readonly citation: string;
}

/** As CSV; `future` counts from 1. */
export function futuresCsv(futures: SeriesFutures): string {
  return toCsv(FUTURES_COLUMNS, rowsOf(futures));
}

function* rowsOf({ members, periods, values }: SeriesFutures): Generator<CsvField[]> {
  for (const [position, member] of members.entries())
    for (const [index, { start, end }] of periods.entries())
      for (const [draw, value] of values(position, index).entries())
        yield [member, start, end, draw + 1, value];
}

/**
 * As Apache Parquet, whose readers take the columns for text, dates, 32-bit integers and doubles. Unit, series, cut,
 * citation and licence of the data stand in its metadata. The same futures give the same bytes.
 */
export function futuresParquet(futures: SeriesFutures, { program, citation }: FuturesAbout): Uint8Array {
  const { name, unit, dimension, members, periods, draws, values } = futures;
  const cells = members.flatMap((member, position) =>
    periods.map((period, index) => ({
      member,
      start: new Date(period.start),
      end: new Date(period.end),
      values: values(position, index),
    })),
  );
  const column = <Value>(of: (cell: (typeof cells)[number], draw: number) => Value): Value[] =>
    cells.flatMap((cell) => Array.from({ length: draws }, (_, draw) => of(cell, draw)));
  const columnData = [
    { name: 'member', data: column(({ member }) => member) },
    { name: 'period_start', data: column(({ start }) => start) },
    { name: 'period_end', data: column(({ end }) => end) },
    { name: 'future', data: column((_, draw) => draw + 1) },
    { name: 'value', data: column((cell, draw) => cell.values[draw]!) },
  ];
  const required = { repetition_type: 'REQUIRED' } as const;
  const schema: SchemaElement[] = [
    { name: 'futures', num_children: FUTURES_COLUMNS.length },
    { name: 'member', type: 'BYTE_ARRAY', converted_type: 'UTF8', ...required },
    { name: 'period_start', type: 'INT32', converted_type: 'DATE', ...required },
    { name: 'period_end', type: 'INT32', converted_type: 'DATE', ...required },
    { name: 'future', type: 'INT32', ...required },
    { name: 'value', type: 'DOUBLE', ...required },
  ];
  const kvMetadata = Object.entries({ series: name, dimension, unit, citation }).map(([key, text]) => ({
    key,
    value: text,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, kvMetadata, createdBy: program }));
}
