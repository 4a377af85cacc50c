import { describe, expect, it } from 'vitest';
import { compareSchema } from '../src/show/schemas/compare.ts';
import { chokepoint, filesWith } from './chokepoint.ts';
import { PLANTED } from './support/planted-figures.ts';

const DRAWN = ['--draws', '64', '--lang', 'en'];

describe('figures of one’s own on the command line', () => {
  const { 'supply.csv': planted = '', 'broken.csv': broken = '' } = filesWith({
    'supply.csv': PLANTED,
    'broken.csv': PLANTED.replace('300000', 'many').replace('2026-09-20,Own', '2026-13-20,Own'),
  });

  it('move a forecast, and its first line says so', async () => {
    const forecast = async (...options: readonly string[]) =>
      (await chokepoint(['forecast', ...DRAWN, ...options])).stdout;
    const [without, added] = [await forecast(), await forecast('--figures', planted)];
    const [head = ''] = added.split('\n');
    expect(head).toContain('as of 30 September 2026, with 2 own rows (1 more published later)');
    const binds = /packaging binds most often now \((\d+)/u;
    const shares = [without, added].map((text) => Number(binds.exec(text)?.[1] ?? 0));
    expect(shares[1]).toBeLessThan(shares[0] ?? 0);
  });

  it('are told of in the head of a comparison, and in its JSON', async () => {
    const asked = ['compare', 'latest', 'packaging-slips', ...DRAWN, '--figures', planted];
    const { stdout } = await chokepoint(asked);
    expect(stdout.split('\n')[0]).toContain('30 September 2026, with 2 own rows (1 more published later)');
    const answer = compareSchema.parse(JSON.parse((await chokepoint([...asked, '--json'])).stdout));
    expect(answer.scenarios.map(({ own }) => own)).toEqual([
      { rows: 2, later: 1 },
      { rows: 2, later: 1 },
    ]);
  });

  it('are told apart as sources', async () => {
    const asked = ['explain', 'input/cowos path[2026]', ...DRAWN, '--figures', planted];
    expect((await chokepoint(['facts', 'own-cowos-2027', '--figures', planted])).stdout).toContain(
      'Own desk (own figure)',
    );
    const { code, stdout } = await chokepoint(asked);
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('Own desk (own figure)');
  });

  it('are refused whole, with every problem and its place', async () => {
    const { code, stdout, stderr } = await chokepoint(['forecast', ...DRAWN, '--figures', broken]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${broken}:2:`);
    expect(stderr).toMatch(/value is not a number; found “many”/u);
    expect(stderr).toMatch(/published is not a date; .* found “2026-13-20”/u);
    expect(stderr).toContain('2 problems; nothing of the input was used.');
  });
});
