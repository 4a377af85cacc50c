import { describe, expect, it } from 'vitest';
import { allocateSchema } from '../src/show/schemas/allocate.ts';
import { PAIRED_COLUMNS } from '../src/show/paired-data.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '16'];

describe('allocate', () => {
  it('writes JSON that its schema describes, and CSV that is the same bytes in both languages', async () => {
    const json = await chokepoint(['allocate', '--json', ...DRAWS]);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(allocateSchema.safeParse(JSON.parse(json.stdout)).error).toBeUndefined();
    const args = ['allocate', '--year', '2028', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(PAIRED_COLUMNS.join(','));
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('tells of a year that the run does not have', async () => {
    const { code, stderr } = await chokepoint(['allocate', '--year', '2040', ...DRAWS]);
    expect(code).toBe(1);
    expect(stderr).toContain('2040');
  });
});
