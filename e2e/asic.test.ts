import { describe, expect, it } from 'vitest';
import { PAIRED_COLUMNS } from '../src/show/paired-data.ts';
import { asicSchema } from '../src/show/schemas/asic.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '16'];

describe('asic', () => {
  it('writes JSON that its schema describes, and CSV that is the same bytes in both languages', async () => {
    const json = await chokepoint(['asic', '--json', ...DRAWS]);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(asicSchema.safeParse(JSON.parse(json.stdout)).error).toBeUndefined();
    const args = ['asic', '--scenario', 'asic-surge', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(PAIRED_COLUMNS.join(','));
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });
});
