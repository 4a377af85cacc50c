import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const HEADER =
  'series,dimension,member,period_start,period_end,unit,mean,p025,p05,p10,p25,p50,p75,p90,p95,p975';
const DRAWS = ['--draws', '16'];

/** Fields of each line behind the header; none of these series has a comma in a name. */
function rowsOf(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

describe('series --csv', () => {
  it('is the long table, the same bytes in both languages and every time', async () => {
    const args = ['series', 'shipments', '--by', 'designer', '--period', 'year', '--csv', ...DRAWS];
    const { code, stdout, stderr } = await chokepoint(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n', 1)[0]).toBe(HEADER);
    const rows = rowsOf(stdout);
    expect(rows).toHaveLength(9 * 6);
    expect(rows[0]?.slice(0, 6)).toEqual([
      'shipments',
      'designer',
      'NVIDIA',
      '2026-01-01',
      '2026-12-31',
      'unit',
    ]);
    for (const row of rows) {
      const quantiles = row.slice(7).map(Number);
      expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      // Enough digits to give the same double back.
      expect(row.slice(6).map((text) => String(Number(text)))).toEqual(row.slice(6));
    }
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
    expect((await chokepoint([...args, '--seed', '2'])).stdout).not.toBe(stdout);
  });

  it('follows date, scenario and levers', async () => {
    const args = ['series', 'capacity', '--by', 'plant', '--csv', ...DRAWS];
    const [latest, slipped, early, less] = await Promise.all([
      chokepoint(args),
      chokepoint([...args, '--scenario', 'packaging-slips']),
      chokepoint([...args, '--as-of', '2025-02-15']),
      chokepoint([...args, '--set', 'packaging.total=0.5']),
    ]);
    const at = (csv: string, plant: string, start: string): number =>
      Number(rowsOf(csv).find((row) => row[2] === plant && row[3] === start)?.[6]);
    const chiayi = ['AP7 Chiayi P2', '2026-10-01'] as const;
    expect(at(slipped.stdout, ...chiayi)).toBeLessThan(at(latest.stdout, ...chiayi));
    expect(rowsOf(early.stdout)[0]?.[3]).toBe('2025-01-01');
    const longtan = ['AP3 Longtan', '2026-10-01'] as const;
    expect(at(less.stdout, ...longtan)).toBeCloseTo(at(latest.stdout, ...longtan) / 2, 6);
  });
});

describe('series', () => {
  it('is a table within the width, in both languages', async () => {
    for (const [lang, width] of [
      ['en', 100],
      ['ja', 80],
    ] as const) {
      const args = ['series', 'revenue', '--by', 'buyer', '--lang', lang, '--width', String(width)];
      const { code, stdout } = await chokepoint([...args, ...DRAWS]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/▁|█/u);
      expect(stdout).toMatch(lang === 'en' ? /% of the variance .* rests on assumptions/su : /想定に/u);
      const columns = (line: string): number => line.replaceAll(/[\u2E80-\uFFEF]/gu, 'xx').length;
      for (const line of stdout.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
    }
  });

  it('gives the same numbers as JSON in both languages, with what they rest on', async () => {
    const args = ['series', 'overdue-months', '--period', 'year', '--json', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(JSON.parse(stdout)).toMatchObject({
      series: 'overdue-months',
      unit: 'month',
      dimension: 'total',
      scenario: 'latest',
      draws: 16,
      rows: { length: 12 },
    });
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('lists every series with unit, meaning, dimensions and members', async () => {
    const { code, stdout } = await chokepoint(['series', '--list', '--json']);
    expect(code).toBe(0);
    const list = JSON.parse(stdout) as { name: string; unit: string; dimensions: { dimension: string }[] }[];
    const names = list.map(({ name }) => name);
    for (const name of 'shipments revenue h100e demand unmet-demand order-book lead-time capacity used binding-probability deliveries fleet-owned fleet-running power capex shortage-probability'.split(
      ' ',
    )) {
      expect(names).toContain(name);
    }
    const text = await chokepoint(['series', '--list', '--lang', 'ja']);
    expect(text.stdout).toContain('期間の値は各月の合計');
  });

  it('names the nearest of unknown names, in the reader’s language', async () => {
    const wrong = await chokepoint(['series', 'shipmnets']);
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('no series is called “shipmnets”');
    expect(wrong.stderr).toContain('did you mean “shipments”?');
    const dimension = await chokepoint(['series', 'capacity', '--by', 'plnt', '--lang', 'ja']);
    expect(dimension.code).toBe(1);
    expect(dimension.stderr).toContain('capacity に「plnt」別の値はありません');
    expect(dimension.stderr).toContain('「plant」のことですか');
    const lever = await chokepoint(['series', 'capacity', '--set', 'packging.total=2']);
    expect(lever.code).toBe(1);
    expect(lever.stderr).toContain('did you mean “packaging.total”?');
    const period = await chokepoint(['series', 'capacity', '--period', 'week']);
    expect(period.code).toBe(2);
  });
});
