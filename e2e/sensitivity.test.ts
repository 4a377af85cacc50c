import { describe, expect, it } from 'vitest';
import { SENSITIVITY_COLUMNS } from '../src/show/sensitivity-data.ts';
import { sensitivitySchema } from '../src/show/schemas/sensitivity.ts';
import { chokepoint } from './chokepoint.ts';

const FEW = ['--draws', '64', '--top', '3'];

describe('sensitivity', () => {
  it.each([
    ['of the headline', ['sensitivity', ...FEW]],
    ['of one figure', ['sensitivity', 'revenue', '--by', 'designer', '--member', 'nvidia', ...FEW]],
    ['of an address', ['sensitivity', 'own-chip-share/h100e/2027', ...FEW]],
    ['by draws alone', ['sensitivity', '--method', 'draws', '--draws', '64']],
  ])('writes JSON that its schema describes: %s', async (_, args) => {
    const { code, stdout, stderr } = await chokepoint([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sensitivitySchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('writes CSV that is the same bytes in both languages', async () => {
    const args = ['sensitivity', '--method', 'screening', '--csv', '--draws', '64'];
    const { stdout } = await chokepoint(args);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toBe(SENSITIVITY_COLUMNS.join(','));
    expect(rows.length).toBeGreaterThan(100);
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it.each([
    ['shipmnts', 'shipments'],
    ['shipments/designer/nvidia', 'shipments/<dimension>/<member>/<period>'],
    ['overdue-months/total/gpu/2027-06@packaging+lag=3', '--set'],
  ])('says what is wrong with %s', async (figure, told) => {
    const { code, stderr } = await chokepoint(['sensitivity', figure, ...FEW]);
    expect(code).toBe(1);
    expect(stderr).toContain(told);
  });
});
