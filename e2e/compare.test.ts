import { describe, expect, it } from 'vitest';
import { compareSchema } from '../src/show/schemas/compare.ts';
import { chokepoint } from './chokepoint.ts';

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
      'part,scenario,name,member,period_start,period_end,unit,mean,p10,p50,p90,higher,lower',
    );
    expect(new Set(lines.map((line) => line.split(',', 1)[0]))).toEqual(
      new Set(['shortage-end', 'value', 'difference', 'alone', 'together', 'interaction']),
    );
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
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
