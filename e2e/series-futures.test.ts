import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
const ASKED = [
  'series',
  'shipments',
  '--by',
  'designer',
  '--period',
  'year',
  '--draws',
  '32',
  '--lang',
  'en',
];

/** Every number of a file of futures, by the line that names it. */
function numbersIn(file: string): Map<string, number> {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(',')),
      Number(line.slice(line.lastIndexOf(',') + 1)),
    ]),
  );
}

describe('--futures', () => {
  it('writes the same numbers to Parquet and to CSV, of futures that explain --draw knows', async () => {
    const [parquet, csv] = [join(folder, 'futures.parquet'), join(folder, 'futures.csv')];
    for (const file of [parquet, csv]) {
      const { code, stdout, stderr } = await chokepoint([...ASKED, '--futures', file]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `Written: ${file}\n` });
    }
    const numbers = numbersIn(csv);
    const rows = await parquetReadObjects({ file: new Uint8Array(readFileSync(parquet)).buffer });
    expect([...numbers.values()]).toEqual(rows.map((row) => row['value']));
    const address = 'shipments/designer/NVIDIA/2027';
    const { stdout } = await chokepoint(['explain', address, '--draw', '7', '--draws', '32', '--json']);
    const { value }: { readonly value: number } = JSON.parse(stdout);
    expect(numbers.get('NVIDIA,2027-01-01,2027-12-31,7')! / value).toBeCloseTo(1, 12);
  });

  it.each([
    [['--futures', 'a.xlsx'], 2, 'cannot be “a.xlsx”; expected NAME.parquet, NAME.csv'],
    [['--futures', 'a.csv', '--json'], 2, '--futures <file> and --json exclude each other'],
    [['--futures', 'a.csv', '--svg', '-'], 2, 'exclude each other'],
    [['--futures', '/nowhere/at/all.csv'], 1, '/nowhere/at/all.csv'],
    [['--futures', 'a.csv', '--draws', '1000000', '--by', 'product'], 1, 'that would be 348,000,000 numbers'],
  ])('%j is refused', async (options, exit, message) => {
    const { code, stdout, stderr } = await chokepoint([...ASKED, ...options]);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toContain(message);
  });
});
