import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

describe('facts says how well inputs are supported', () => {
  it('finds rows in either script', async () => {
    const ids = async (words: string): Promise<string[]> => {
      const { code, stdout } = await chokepoint(['facts', words, '--json']);
      expect(code).toBe(0);
      const rows = JSON.parse(stdout) as readonly { readonly id: string }[];
      return rows.map(({ id }) => id);
    };
    const english = await ids('SK hynix HBM4');
    expect(english.length).toBeGreaterThan(10);
    // Names in kana stand for those in Latin letters, in full width as well.
    expect(await ids('ＳＫハイニックス　ＨＢＭ４')).toEqual(english);
  });

  it('lists what sources disagree about, and what the model does not use, in both languages', async () => {
    for (const lang of ['en', 'ja']) {
      for (const option of ['--disagreement', '--unused']) {
        const { code, stdout, stderr } = await chokepoint(['facts', option, '--lang', lang, '--width', '90']);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(lang === 'en' ? /sources|belief/u : /情報源|入力/u);
      }
    }
    const { stdout } = await chokepoint(['facts', '--unused', '--as-of', '2025-02-15', '--json']);
    const answer = JSON.parse(stdout) as {
      readonly asOf: string;
      readonly rows: readonly { readonly reason: string; readonly published: string }[];
    };
    expect(answer.asOf).toBe('2025-02-15');
    expect(answer.rows.every(({ published }) => published <= '2025-02-15')).toBe(true);
    const csv = await chokepoint(['facts', '--disagreement', '--csv']);
    expect(csv.stdout).toMatch(/^metric,entity,site,product,.*,sources,low,median,high,ratio\n/u);
  });
});

describe('errors', () => {
  it('speak of the option that was written, and of numbers without a unit', async () => {
    const buyer = await chokepoint(['fleet', '--buyer', 'orcale', '--draws', '8']);
    expect(buyer.code).toBe(1);
    expect(buyer.stderr).toContain('--buyer: there is no member “orcale”');
    const unit = await chokepoint(['forecast', '--set', 'capex.all=3 GW', '--draws', '8']);
    expect(unit.code).toBe(1);
    expect(unit.stderr).toContain('expected a number without a unit');
    const japanese = await chokepoint([
      'forecast',
      '--set',
      'capex.all=3 GW',
      '--draws',
      '8',
      '--lang',
      'ja',
    ]);
    expect(japanese.stderr).toContain('単位のない数');
  });
});
