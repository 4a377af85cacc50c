import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const EXAMPLE = fileURLToPath(new URL('../docs/examples/library.mjs', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program as one who has installed the package would. */
function node(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('the library', () => {
  it('answers the question of its example, and ends by itself', () => {
    const lines = node(EXAMPLE).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/: fewer in 2027 than in 2026 in \d+ of 100 futures$/u);
  });

  it.each(['README.md', 'README.ja.md'])('does what %s says', (readme) => {
    const code = /```js\n(?<code>.*?)```/su.exec(readFileSync(root + readme, 'utf8'))?.groups?.['code'] ?? '';
    expect(code).toContain('shippedRun');
    const told = node(
      '--input-type=module',
      '--eval',
      `${code}\nconsole.log(typeof shortage[0].probability);`,
    );
    expect(told).toBe('number\n');
  });

  it('gives what the command line gives', async () => {
    const program = `
      import { answerForecast } from 'chokepoint';
      import { shippedRun } from 'chokepoint/node';
      const run = shippedRun({ scenario: 'packaging-slips', set: ['capex.all=0.9'], asOf: '2026-06-30' });
      const { ends } = await answerForecast(run, { draws: 64, seed: 3 });
      console.log(JSON.stringify(ends));`;
    const asked = ['--scenario', 'packaging-slips', '--set', 'capex.all=0.9', '--as-of', '2026-06-30'];
    const { stdout } = await chokepoint(['forecast', ...asked, '--draws', '64', '--seed', '3', '--json']);
    const { ends }: { readonly ends: unknown } = JSON.parse(stdout);
    expect(JSON.parse(node('--input-type=module', '--eval', program))).toEqual(ends);
  });

  it('throws every problem of what it is asked as data', () => {
    const program = `
      import { ProblemError } from 'chokepoint';
      import { shippedRun } from 'chokepoint/node';
      try {
        shippedRun({ set: ['capex.al=0.9', 'hbm.total=-1'] });
      } catch (error) {
        console.log(error instanceof ProblemError, error.problems.map(({ code }) => code).join(' '));
      }`;
    expect(node('--input-type=module', '--eval', program)).toBe('true unknown-lever below-minimum\n');
  });
});
