import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const B300 = ['explain', 'shipments', '--family', 'B300 incl. GB300', '--period', '2026Q4', '--draws', '16'];

describe('explain', () => {
  it('goes from the figure through its equations to dated sources, in both languages', async () => {
    for (const [lang, width] of [
      ['en', 100],
      ['ja', 80],
    ] as const) {
      const args = [...B300, '--lang', lang, '--width', String(width)];
      const { code, stdout, stderr } = await chokepoint(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('delivered packages[nv_b300]');
      expect(stdout).toContain('package starts[nvidia] × product mix[nv_b300]');
      expect(stdout.replaceAll('\n', '')).toMatch(
        lang === 'en' ? /80 of 100 ?lie within/u : /100通りのうち80通りは/u,
      );
      expect(stdout).toMatch(lang === 'en' ? /packaging lag · assumed/u : /packaging lag · 想定/u);
      // A dated row with its publisher, quote and address.
      expect(stdout).toMatch(/20\d\d-\d\d-\d\d {2}\S/u);
      expect(stdout).toContain('https://');
      const columns = (line: string): number => line.replaceAll(/[\u2E80-\uFFEF]/gu, 'xx').length;
      const wide = stdout.split('\n').filter((line) => !line.includes('https://') && columns(line) > width);
      expect(wide).toEqual([]);
    }
  });

  it('gives the same bytes as JSON in both languages, and all inputs with their sources', async () => {
    const { code, stdout } = await chokepoint([...B300, '--json']);
    expect(code).toBe(0);
    expect((await chokepoint([...B300, '--json', '--lang', 'ja'])).stdout).toBe(stdout);
    const answer = JSON.parse(stdout) as {
      readonly value: number;
      readonly months: { readonly value: number }[];
      readonly inputs: {
        readonly basis: string;
        readonly sources: unknown[];
        readonly assumptions: unknown[];
      }[];
    };
    expect(answer.months.reduce((sum, { value }) => sum + value, 0)).toBe(answer.value);
    const rows = answer.inputs.filter(({ basis }) => basis === 'rows');
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every(({ sources }) => sources.length > 0)).toBe(true);
    const csv = await chokepoint([...B300, '--csv']);
    expect(csv.stdout).toMatch(/^input,unit,basis,p10,p50,p90,figure_at_p10,figure_at_p90,rule,source,/u);
  });

  it('finds members by name and says what is wrong with the others', async () => {
    const named = await chokepoint(['explain', 'shipments', '--product', 'gaudi 3', '--draws', '8']);
    expect(named.code).toBe(0);
    expect(named.stdout).toContain('shipments · Gaudi 3');
    const spoken = await chokepoint(['explain', 'shipments', '--family', 'GB300', '--draws', '8']);
    expect(spoken.stdout).toContain('shipments · B300 incl. GB300');
    const wrong = await chokepoint(['explain', 'shipments', '--family', 'B30']);
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('there is no member “B30”; did you mean “B300 incl. GB300”?');
    const japanese = await chokepoint([
      'explain',
      'capacity',
      '--period',
      '2045',
      '--input',
      'cowos',
      '--lang',
      'ja',
    ]);
    expect(japanese.code).toBe(1);
    expect(japanese.stderr).toContain('期間 2045 は分かりません');
    const both = await chokepoint(['explain', 'shipments', '--buyer', 'meta', '--product', 'nv_b300']);
    expect(both.code).toBe(2);
  });

  it('names what the scenario sets first', async () => {
    const args = ['explain', 'capacity', '--input', 'cowos', '--draws', '8', '--set', 'packaging.total=1.25'];
    const { code, stdout } = await chokepoint(args);
    expect(code).toBe(0);
    expect(stdout).toContain(' 1  cowos factor · set by the scenario');
  });
});
