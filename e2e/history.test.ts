import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const ASKED = ['--scenario', 'february-2025', '--draws', '16', '--width', '100'];
const LATER = [...ASKED, '--history', 'pseudo-real-time'];

describe('history from later estimates', () => {
  it('is used only where asked for, and every text says so', async () => {
    const [strict, english, japanese] = await Promise.all([
      chokepoint(['forecast', ...ASKED]),
      chokepoint(['bottlenecks', ...LATER]),
      chokepoint(['series', 'shipments', '--period', 'year', ...LATER, '--lang', 'ja']),
    ]);
    expect(strict.stdout).not.toContain('later estimates');
    // A long heading wraps.
    expect(english.stdout.replaceAll('\n', ' ')).toContain('15 February 2025, history from later estimates');
    expect(japanese.stdout).toContain('過去の値は後の推計による');
  });

  it('changes the numbers, and is named in the data', async () => {
    const [strict, later] = await Promise.all([
      chokepoint(['forecast', ...ASKED, '--json']),
      chokepoint(['forecast', ...LATER, '--json']),
    ]);
    expect(JSON.parse(strict.stdout)).toMatchObject({ history: 'strict' });
    expect(JSON.parse(later.stdout)).toMatchObject({ history: 'pseudo-real-time' });
    expect(later.stdout.replace('pseudo-real-time', 'strict')).not.toBe(strict.stdout);
  });

  it('is refused under another name', async () => {
    const { code, stderr } = await chokepoint(['forecast', '--history', 'hindsight']);
    expect(code).toBe(2);
    expect(stderr).toContain('pseudo-real-time');
  });
});
