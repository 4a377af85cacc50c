import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '16'];

describe('--svg', () => {
  it('writes the drawing of a series to stdout, with its citation and the way to make it again', async () => {
    const args = ['series', 'shipments', '--by', 'designer', ...DRAWS, '--svg', '-'];
    const { code, stdout, stderr } = await chokepoint(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<svg [^>]*role="img"/u);
    expect(stdout).toContain('<title>shipments by designer');
    expect(stdout).toContain('Made by: chokepoint series shipments --by designer --draws 16 --svg -.');
    expect(stdout).toContain('Epoch AI');
    expect(stdout).toMatch(/>NVIDIA [\d.]+ M</u);
    expect((await chokepoint(args)).stdout).toBe(stdout);
  });

  it('writes the shortage to a file, in Japanese as well', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chokepoint-')), '不足 の図.svg');
    const { code, stdout, stderr } = await chokepoint(['forecast', ...DRAWS, '--lang', 'ja', '--svg', file]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `書き込み先:${file}\n` });
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('帯は100通りの未来のうち50・80通り');
    expect(svg).not.toContain('細線');
    expect(svg).toContain(`--svg &#39;${file}&#39;`);
  });

  it('draws the hairlines of 95 of 100 where there are futures enough', async () => {
    const { stdout } = await chokepoint(['forecast', '--draws', '512', '--svg', '-']);
    expect(stdout).toContain('bands hold 50 and 80 of 100 futures, hairlines 95');
    expect(stdout.match(/stroke-width="0.6"/gu)).toHaveLength(2);
  });

  it('says when a file cannot be written', async () => {
    const { code, stdout, stderr } = await chokepoint([
      'series',
      'shipments',
      ...DRAWS,
      '--svg',
      '/nowhere/at/all.svg',
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('the file cannot be written');
    expect(stderr).toContain('/nowhere/at/all.svg');
  });

  it('is refused where there is nothing to draw', async () => {
    const { code, stderr } = await chokepoint(['forecast', '--outcomes', '--svg', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain('--outcomes');
  });

  it('is refused beside another form of the answer, in both languages', async () => {
    for (const form of ['--json', '--csv'])
      for (const command of [['forecast'], ['series', 'shipments']]) {
        const { code, stdout, stderr } = await chokepoint([...command, ...DRAWS, '--svg', '-', form]);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(`--svg <file> and ${form} exclude each other`);
      }
    const { stderr } = await chokepoint(['--json', 'forecast', ...DRAWS, '--svg', '-', '--lang', 'ja']);
    expect(stderr).toContain('--svg <file> と --json は同時に指定できません');
  });
});
