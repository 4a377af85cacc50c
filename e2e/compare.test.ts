import { describe, expect, it } from 'vitest';
import { compareSchema } from '../src/show/schemas/compare.ts';
import { chokepoint, filesWith } from './chokepoint.ts';

const DRAWS = ['--draws', '24'];

describe('compare', () => {
  it.each([
    ['latest', 'packaging-slips'],
    ['latest', 'february-2025'],
    ['latest', 'packaging-slips', '--set', 'capex.all=0.8', '--set', 'export.china-cut=0.5'],
  ])('writes JSON that its schema describes: %s %s', async (...args) => {
    const { code, stdout, stderr } = await chokepoint(['compare', ...args, '--json', ...DRAWS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(compareSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('writes CSV, the same bytes in both languages', async () => {
    const args = ['compare', 'latest', '--set', 'capex.all=0.8', '--set', 'hbm.total=1.1', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    const [header = '', ...lines] = stdout.trimEnd().split('\n');
    expect(header).toBe(
      'part,scenario,as_of,name,member,period_start,period_end,unit,mean,p10,p50,p90,higher,lower',
    );
    expect(new Set(lines.map((line) => line.split(',', 1)[0]))).toEqual(
      new Set(['shortage-end', 'value', 'difference', 'alone', 'together', 'interaction']),
    );
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('holds a file without a day against latest in the same futures', async () => {
    const { 'mine.yaml': mine = '' } = filesWith({ 'mine.yaml': 'set:\n  capex.all: 0.8\n' });
    const { stdout } = await chokepoint(['compare', 'latest', mine, '--json', ...DRAWS]);
    const { scenarios } = compareSchema.parse(JSON.parse(stdout));
    expect(scenarios.map(({ name, paired }) => [name, paired])).toEqual([
      ['latest', true],
      ['mine', true],
    ]);
    expect(new Set(scenarios.map(({ asOf }) => asOf)).size).toBe(1);
  });

  it('names the day of each scenario where they differ, in every form', async () => {
    const args = ['compare', 'latest', 'packaging-slips', 'february-2025', ...DRAWS];
    const english = (await chokepoint(args)).stdout.replaceAll(/\s+/gu, ' ');
    expect(english).toContain(
      'Against latest · latest, packaging-slips as of 30 September 2026 · february-2025 as of 15 February 2025',
    );
    expect(english).toContain('latest looks from 30 September 2026, february-2025 from 15 February 2025');
    expect(english).toContain('24 futures for each scenario');
    const japanese = (await chokepoint([...args, '--lang', 'ja'])).stdout.replaceAll(/\s+/gu, '');
    expect(japanese).toContain(
      'latest、packaging-slips：2026年9月30日時点・february-2025：2025年2月15日時点',
    );
    const json = compareSchema.parse(JSON.parse((await chokepoint([...args, '--json'])).stdout));
    expect(json.scenarios.map(({ asOf }) => asOf)).toEqual(['2026-09-30', '2026-09-30', '2025-02-15']);
    const [, ...rows] = (await chokepoint([...args, '--csv'])).stdout.trimEnd().split('\n');
    expect(new Set(rows.map((row) => row.split(',').slice(1, 3).join(' ')))).toEqual(
      new Set(['latest 2026-09-30', 'packaging-slips 2026-09-30', 'february-2025 2025-02-15']),
    );
  });

  it.each([
    [['compare', 'latest'], 'there is nothing to compare “latest” with'],
    [['compare', 'latest', 'packaging-slip'], 'did you mean “packaging-slips”?'],
  ])('%j says what is missing and exits with 1', async (args, message) => {
    const { code, stderr } = await chokepoint([...args, ...DRAWS]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
