import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { SeriesFutures } from '../answers/series-futures.ts';
import { FUTURES_COLUMNS, futuresCsv, futuresParquet } from './futures-file.ts';

const NUMBERS = [
  [0.1 + 0.2, 1e-300],
  [Math.PI, 0],
  [-5, 1e21],
  [7, 123_456_789.123_456_79],
];
const futures: SeriesFutures = {
  name: 'shipments',
  unit: 'unit',
  dimension: 'designer',
  members: ['NVIDIA', 'ソフト, "bank"'],
  periods: [
    { start: '2026-01-01', end: '2026-12-31', first: 0, last: 11 },
    { start: '2027-01-01', end: '2027-12-31', first: 12, last: 23 },
  ],
  draws: 2,
  values: (member, period) => Float64Array.from(NUMBERS[member * 2 + period]!),
};
const about = { program: 'Chokepoint version 0.0.0', citation: 'Made by: a test' };

/** A file as readers of Parquet want it. */
function parquetOf(given: SeriesFutures): ArrayBuffer {
  return futuresParquet(given, about).slice().buffer;
}

describe('a file of futures', () => {
  it('in Parquet gives back every number, with days as days', async () => {
    const rows = await parquetReadObjects({ file: parquetOf(futures) });
    expect(rows.map((row) => row['value'])).toEqual(NUMBERS.flat());
    expect(rows.map((row) => row['future'])).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
    expect(rows[4]).toEqual({
      member: 'ソフト, "bank"',
      period_start: new Date('2026-01-01'),
      period_end: new Date('2026-12-31'),
      future: 1,
      value: -5,
    });
  });

  it('says in Parquet what it is and how to make it again, and is the same bytes each time', () => {
    expect(futuresParquet(futures, about)).toEqual(futuresParquet(futures, about));
    const { created_by: by, key_value_metadata: pairs = [], schema } = parquetMetadata(parquetOf(futures));
    expect(by).toBe(about.program);
    expect(Object.fromEntries(pairs.map(({ key, value }) => [key, value]))).toEqual({
      series: 'shipments',
      dimension: 'designer',
      unit: 'unit',
      citation: about.citation,
    });
    expect(schema.slice(1).map(({ name }) => name)).toEqual([...FUTURES_COLUMNS]);
  });

  it('in CSV gives back every number as well', () => {
    const [head, ...lines] = futuresCsv(futures).trimEnd().split('\n');
    expect(head).toBe('member,period_start,period_end,future,value');
    expect(lines.map((line) => Number(line.split(',').at(-1)))).toEqual(NUMBERS.flat());
    expect(lines[4]).toBe('"ソフト, ""bank""",2026-01-01,2026-12-31,1,-5');
  });
});
