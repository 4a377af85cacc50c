import { describe, expect, it } from 'vitest';
import { bottlenecksSchema } from '../src/show/schemas/bottlenecks.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '24'];

describe('bottlenecks', () => {
  it('writes JSON that its schema describes', async () => {
    const { code, stdout, stderr } = await chokepoint(['bottlenecks', '--json', ...DRAWS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(bottlenecksSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('writes CSV, the same bytes in both languages', async () => {
    const args = ['bottlenecks', '--scenario', 'february-2025', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    const [header = '', ...lines] = stdout.trimEnd().split('\n');
    expect(header).toBe(
      'part,change,input,measure,period_start,period_end,unit,mean,p10,p50,p90,raised,lowered',
    );
    expect(new Set(lines.map((line) => line.split(',', 1)[0]))).toEqual(
      new Set(['binding-probability', 'next-constraint', 'worth']),
    );
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });
});
