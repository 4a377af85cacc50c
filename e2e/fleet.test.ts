import { describe, expect, it } from 'vitest';
import { FLEET_COLUMNS } from '../src/show/fleet-data.ts';
import { fleetSchema } from '../src/show/schemas/fleet.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '16'];

describe('fleet', () => {
  it.each([[[]], [['--cluster', '100k', '--product', 'b300']]])(
    'writes JSON that its schema describes: %j',
    async (args) => {
      const { code, stdout, stderr } = await chokepoint(['fleet', ...args, '--json', ...DRAWS]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(fleetSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    },
  );

  it('writes CSV that is the same bytes in both languages', async () => {
    const args = ['fleet', '--cluster', '1000', '--product', 'b300', '--buyer', 'xai', '--csv', ...DRAWS];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(FLEET_COLUMNS.join(','));
    expect(stdout).toMatch(/^cluster-powered,xai,/mu);
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('names the nearest product', async () => {
    const { code, stderr } = await chokepoint(['fleet', '--cluster', '10', '--product', 'b20', ...DRAWS]);
    expect(code).toBe(1);
    expect(stderr).toContain('did you mean');
  });
});
