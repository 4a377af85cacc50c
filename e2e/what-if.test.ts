import { describe, expect, it } from 'vitest';
import { PAIRED_COLUMNS } from '../src/show/paired-data.ts';
import { efficiencyJumpSchema } from '../src/show/schemas/efficiency-jump.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '16'];

describe('what-if efficiency', () => {
  it('writes JSON that its schema describes, and CSV that is the same bytes in both languages', async () => {
    const json = await chokepoint(['what-if', 'efficiency', '--json', ...DRAWS]);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(efficiencyJumpSchema.safeParse(JSON.parse(json.stdout)).error).toBeUndefined();
    const args = ['what-if', 'efficiency', '--gain', '10', '--elasticity', '0.8,1.2', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(PAIRED_COLUMNS.join(','));
    expect(stdout).toMatch(/^demand,catch-up training,.*,0\.8,/mu);
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it.each([
    [['what-if', 'price'], 'efficiency'],
    [['what-if', 'efficiency', '--elasticity', '-1'], '0.5,1,1.5'],
  ])('%j is a wrong use', async (args, message) => {
    const { code, stderr } = await chokepoint(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
