import { describe, expect, it } from 'vitest';
import { TARGET_COLUMNS } from '../src/show/backtest-data.ts';
import { backtestSchema } from '../src/show/schemas/backtest.ts';
import { chokepoint } from './chokepoint.ts';

const FEW = ['--as-of', '2025-02-28', '--history', 'strict', '--draws', '32'];

describe('backtest', () => {
  it('writes JSON that its schema describes', async () => {
    const { code, stdout, stderr } = await chokepoint(['backtest', ...FEW, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const parsed = backtestSchema.safeParse(JSON.parse(stdout));
    expect(parsed.error).toBeUndefined();
    expect(parsed.data?.runs[0]?.targets.length).toBeGreaterThan(50);
  });

  it('writes CSV that is the same bytes in both languages and on any number of threads', async () => {
    const args = ['backtest', ...FEW, '--series', 'capex', '--csv'];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(TARGET_COLUMNS.join(','));
    expect(stdout).toMatch(/^strict,2025-02-28,capex-four-year,,2025,/mu);
    expect((await chokepoint([...args, '--lang', 'ja', '--workers', '1'])).stdout).toBe(stdout);
  });

  it('runs days that the protocol does not name, and says where no run can be made', async () => {
    const { code, stdout } = await chokepoint([
      'backtest',
      '--as-of',
      '2024-12-15',
      '--draws',
      '32',
      '--csv',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^strict,2024-12-15,/mu);
    expect(stdout).toMatch(/^pseudo-real-time,2024-12-15,/mu);
    const none = await chokepoint(['backtest', '--as-of', '2021-01-31', '--history', 'strict']);
    expect(none.code).toBe(0);
    expect(none.stdout).toContain('no run:');
  });

  it('names the nearest series', async () => {
    const { code, stderr } = await chokepoint(['backtest', '--series', 'capexx', '--draws', '32']);
    expect(code).toBe(1);
    expect(stderr).toContain('did you mean “capex”');
  });
});
