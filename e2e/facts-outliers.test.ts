import { describe, expect, it } from 'vitest';
import { parseCsv } from '../src/register/csv.ts';
import { OUTLIER_COLUMNS } from '../src/show/outliers-view.ts';
import { outliersSchema } from '../src/show/schemas/outliers.ts';
import { chokepoint } from './chokepoint.ts';

describe('facts --outliers', () => {
  const args = ['facts', '--outliers', '--as-of', '2025-07-31'];

  it('is JSON and CSV of one schema', async () => {
    const { asOf, outliers } = outliersSchema.parse(
      JSON.parse((await chokepoint([...args, '--json'])).stdout),
    );
    expect(asOf).toBe('2025-07-31');
    expect(outliers.length).toBeGreaterThan(0);
    const { header, rows } = parseCsv((await chokepoint([...args, '--csv'])).stdout, 'outliers');
    expect(header.map((cell) => cell.text)).toEqual(OUTLIER_COLUMNS);
    expect(rows.map((cells) => cells[OUTLIER_COLUMNS.indexOf('id')]?.text)).toEqual(
      outliers.map(({ row }) => row.id),
    );
    expect(rows.map((cells) => cells[OUTLIER_COLUMNS.indexOf('reason')]?.text)).toEqual(
      outliers.map(({ reason }) => reason.en),
    );
  });
});
