import { describe, expect, it } from 'vitest';
import { forecastSchema } from '../src/show/schemas/forecast.ts';
import { chokepoint } from './chokepoint.ts';

const SCENARIOS = ['latest', 'february-2025', 'stargate-full'];
const DRAWS = ['--draws', '24'];

describe('forecast', () => {
  it.each(SCENARIOS)('writes JSON that its schema describes, %s', async (scenario) => {
    const { code, stdout, stderr } = await chokepoint([
      'forecast',
      '--scenario',
      scenario,
      '--json',
      ...DRAWS,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(forecastSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('writes CSV, the same bytes in both languages and by any number of threads', async () => {
    const args = ['forecast', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    const [header = '', ...lines] = stdout.trimEnd().split('\n');
    const columns = header.split(',').length;
    expect(columns).toBeGreaterThan(5);
    expect(lines.length).toBeGreaterThan(50);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([columns]));
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
    expect((await chokepoint([...args, '--workers', '2'])).stdout).toBe(stdout);
  });
});
