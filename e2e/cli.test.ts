import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chokepoint, filesWith, LAUNCHER } from './chokepoint.ts';
import type { Run } from './chokepoint.ts';

const JAPANESE = /[\u3041-\u30FF\u4E00-\u9FFF]/u;
// eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
const ESCAPES = /\u001B/u;

describe('help', () => {
  it('begins with examples, in both languages, on stdout', async () => {
    const english = await chokepoint(['--help']);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout.indexOf('Examples')).toBeLessThan(english.stdout.indexOf('Usage'));
    expect(english.stdout).not.toMatch(JAPANESE);
    const japanese = await chokepoint(['--help'], { LANG: 'ja_JP.UTF-8' });
    expect(japanese.code).toBe(0);
    expect(japanese.stdout.indexOf('使用例')).toBeLessThan(japanese.stdout.indexOf('書式'));
  });

  it('comes without arguments as well, and for every command', async () => {
    const bare = await chokepoint([]);
    expect(bare).toMatchObject({ code: 0, stderr: '' });
    expect(bare.stdout).toContain('Examples');
    for (const command of ['facts', 'claims', 'validate']) {
      const { code, stdout } = await chokepoint([command, '--help']);
      expect(code).toBe(0);
      expect(stdout.indexOf('Examples')).toBeGreaterThan(0);
      expect(stdout).toContain('--json');
    }
  });

  it('tells the version of the package', async () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { stdout } = await chokepoint(['--version']);
    expect(manifest).toContain(`"version": "${stdout.trim()}"`);
  });

  it('takes the language from --lang before the environment', async () => {
    expect((await chokepoint(['--help', '--lang', 'ja'])).stdout).toMatch(JAPANESE);
    expect((await chokepoint(['--help', '--lang=en'], { LC_ALL: 'ja_JP.UTF-8' })).stdout).not.toMatch(
      JAPANESE,
    );
    expect((await chokepoint(['--help'], { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_GB.UTF-8' })).stdout).toMatch(
      JAPANESE,
    );
  });
});

describe('wrong usage', () => {
  it.each([
    [['clams'], 'there is no command “clams”; did you mean “claims”?'],
    [['facts', '--metrc', 'capex'], 'there is no option “--metrc”; did you mean “--metric”?'],
    [['facts', '--limit', 'many'], 'the option --limit <rows> cannot be “many”'],
    [
      ['facts', '--as-of', '2025-02-30'],
      'the option --as-of <date> cannot be “2025-02-30”; expected YYYY-MM-DD',
    ],
    [['facts', '--as-of'], 'the option --as-of <date> needs a value'],
    [['claims', '--section', 'hmb'], 'expected models, capex, gpu, packaging, hbm, asic, outlook'],
    [['validate'], 'files is missing'],
    [['claims', 'a', 'b'], 'claims takes fewer arguments'],
    [['facts', 'x', '--lang', 'fr'], 'the option --lang <language> cannot be “fr”; expected en, ja'],
  ])('%j exits with 2 and says why on stderr', async (args, message) => {
    const { code, stdout, stderr } = await chokepoint(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('chokepoint --help');
  });

  it('says so in Japanese', async () => {
    const { code, stderr } = await chokepoint(['clams', '--lang', 'ja']);
    expect(code).toBe(2);
    expect(stderr).toContain('「clams」というコマンドはありません。「claims」のことですか?');
  });
});

/** Dates of publication in an answer written as JSON. */
function dates({ stdout }: Run): string[] {
  return [...stdout.matchAll(/"published": "([^"]+)"/gu)].map((match) => match[1] ?? '');
}

describe('facts', () => {
  it('counts every row given', async () => {
    const { code, stdout, stderr } = await chokepoint(['facts', '--summary', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      rowsGiven: 2405,
      unread: [],
      given: [
        { given: 'facts_demand.csv', rows: 1029 },
        { given: 'shipments.csv', rows: 259 },
        { given: 'facts_supply.csv', rows: 949 },
        { given: 'products.csv', rows: 48 },
        { given: 'models.csv', rows: 19 },
        { given: 'claims.csv', rows: 101 },
      ],
    });
  });

  it('hides what was published later', async () => {
    const args = ['facts', '--metric', 'cowos_capacity', '--entity', 'TSMC', '--json'];
    const all = dates(await chokepoint(args));
    const then = dates(await chokepoint([...args, '--as-of', '2025-02-15']));
    expect(then.length).toBeGreaterThan(5);
    expect(then.length).toBeLessThan(all.length);
    expect(then.filter((date) => date > '2025-02-15')).toEqual([]);
  });

  it('stands at the day of the other commands, and tells of what was published after it', async () => {
    const args = ['facts', 'weilab', '--json'];
    const plain = await chokepoint(args);
    const all = await chokepoint([...args, '--as-of', '2026']);
    const later = dates(all).filter((date) => date > '2026-09-30');
    expect(later.length).toBeGreaterThan(0);
    expect(dates(plain)).toEqual(dates(all).filter((date) => date <= '2026-09-30'));
    expect(plain.stderr).toBe(
      `${later.length} more rows were published after 30 September 2026; --as-of ${later.at(-1)} shows the rest.\n`,
    );
    expect(all.stderr).toBe('');
    for (const option of ['--guidance', '--outliers', '--disagreement'])
      expect((await chokepoint(['facts', option])).stdout).toContain('30 September 2026');
  });

  it('writes CSV with a stable header, the same in both languages', async () => {
    const args = ['facts', '--metric', 'cowos_capacity', '--csv'];
    const { stdout } = await chokepoint(args);
    expect(stdout.split('\n', 1)[0]).toBe(
      'id,file,metric,entity,site,product,period_start,period_end,low,value,high,unit,basis,quantity,kind,published,' +
        'publisher,title,url,quote,confidence,note,stated_low,stated_value,stated_high,stated_unit,published_stated,statement',
    );
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('shows one row with its source, quantities by date, and what is left out', async () => {
    const one = await chokepoint(['facts', 'nvda-dc-fy23q1']);
    expect(one.stdout).toContain('USD 3.75 bn');
    expect(one.stdout).toContain('https://');
    const vintages = await chokepoint([
      'facts',
      '--metric',
      'cowos_capacity',
      '--entity',
      'TSMC',
      '--vintages',
    ]);
    expect(vintages.stdout).toContain('Latest word of');
    const cut = await chokepoint(['facts', 'cowos', '--limit', '5']);
    expect(cut.stderr).toMatch(/^5 of \d+ rows shown/u);
    expect((await chokepoint(['facts', 'nosuchword'])).stdout).toMatch(/^No row matches/u);
  });

  it('keeps within the width and uses no escape sequences off a terminal', async () => {
    const { stdout } = await chokepoint(['facts', 'hbm', '--width', '80']);
    expect(stdout).not.toMatch(ESCAPES);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect((await chokepoint(['facts', 'hbm'], { FORCE_COLOR: '1' })).stdout).toMatch(ESCAPES);
    expect((await chokepoint(['facts', 'hbm'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toMatch(
      ESCAPES,
    );
  });
});

describe('claims', () => {
  it('gives a page of verdicts in the language asked for', async () => {
    const english = await chokepoint(['claims', '--draws', '16']);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout).toMatch(/^101 statements/u);
    expect(english.stdout).toMatch(/^All .* 101$/mu);
    expect(english.stdout.split('\n').length).toBeLessThan(130);
    const japanese = await chokepoint(['claims', '--draws', '16', '--lang', 'ja']);
    expect(japanese.stdout).toContain('記述101件');
    expect(japanese.stdout).toContain('測定');
  });

  it('lists those of a section or a verdict', async () => {
    const { stdout } = await chokepoint(['claims', '--section', 'models']);
    expect(stdout).toMatch(/^5 statements/u);
    expect(stdout).toContain('partly right');
    const missed = await chokepoint(['claims', '--verdict', 'missed', '--lang', 'ja', '--draws', '16']);
    expect(missed.stdout).toContain('amd-deepseek');
    expect(missed.stdout).not.toContain('的中');
  });

  it('shows one in full, with its tests and their sources', async () => {
    const { stdout } = await chokepoint(['claims', 'deepseek-v3-cost']);
    expect(stdout).toContain('= (a + b + c) × d');
    expect(stdout).toContain('USD 5.58 M; against USD 5.6 M (−0.43%)  holds');
    expect(stdout).toContain('row h800-rate (DeepSeek, 2024-12-27)');
  });

  it('suggests the nearest id', async () => {
    const { code, stdout, stderr } = await chokepoint(['claims', 'deepseek-v3-cots']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('no statement has the id “deepseek-v3-cots”; did you mean “deepseek-v3-cost”?');
  });
});

const HEADER =
  'id,metric,entity,site,product,period_start,period_end,low,value,high,unit,kind,published,publisher,title,url,quote,confidence';

describe('validate', () => {
  it('accepts rows that fit', async () => {
    const row =
      'my-row,cowos_capacity,TSMC,,,2026-12-31,2026-12-31,,120000,,wafer/month,forecast,2026-11-01,Me,Note,,,low';
    const files = filesWith({ 'mine.csv': `${HEADER}\n${row}\n` });
    const { code, stdout, stderr } = await chokepoint(['validate', files['mine.csv'] ?? '']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('is valid: 1 row');
  });

  it('tells every error of a data file at once, each with its line', async () => {
    const rows = [
      'a,capex,Meta,,,2026-12-31,2026-01-01,,5,,USD,forecast,2026-11-01,Me,Note,,,low',
      'b,capex,Meta,,,2026-01-01,2026-12-31,,many,,USD,forecast,2026-11-01,Me,Note,,,low',
      'c,capex,Meta,,,2026-01-01,2026-12-31,,5,,USDD,forcast,2026-13-01,Me,Note,,,low',
      'a,capex,Meta,,,2026-01-01,2026-12-31,,-5,,USD,forecast,2026-11-01,Me,Note,,,low',
    ];
    const path = filesWith({ 'mine.csv': `${[HEADER, ...rows].join('\n')}\n` })['mine.csv'] ?? '';
    const { code, stderr } = await chokepoint(['validate', path]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${path}:2:`);
    expect(stderr).toContain('the period ends on');
    expect(stderr).toContain('value is not a number; found “many”');
    expect(stderr).toContain(
      'there is no kind “forcast”; expected actual, estimate, guidance, forecast, target; did you mean “forecast”?',
    );
    expect(stderr).toContain('published is not a date');
    expect(stderr).toContain('the unit “USDD” is not known; did you mean “USD”?');
    expect(stderr).toContain('the id “a” is taken');
    expect(stderr).toContain('capex is negative');
  });

  it('names a missing column and an unreadable file', async () => {
    const path = filesWith({ 'mine.csv': `${HEADER.replace(',unit,', ',')}\n` })['mine.csv'] ?? '';
    const { code, stderr } = await chokepoint([
      'validate',
      path,
      '/no/such/file.csv',
      'notes.txt',
      '--lang',
      'ja',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('列 unit がありません');
    expect(stderr).toContain('/no/such/file.csv  ファイルを読めません');
    expect(stderr).toContain('検査できるのは');
  });

  it('reports as JSON and CSV on stdout', async () => {
    const path = filesWith({ 'mine.csv': '' })['mine.csv'] ?? '';
    const json = await chokepoint(['validate', path, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject([{ valid: false, problems: [{ code: 'csv-empty' }] }]);
    const csv = await chokepoint(['validate', path, '--csv']);
    expect(csv.stdout).toBe(
      `file,line,column,code,message\n${path},,,csv-empty,the file is empty; expected a header line\n`,
    );
  });

  it('tells a wrong key of a scenario and what stands below it in one go', async () => {
    const text = 'overrides:\n  capex.al: 0.8\nasof: 2026-09-30\n';
    const path = filesWith({ 'mine.yaml': text })['mine.yaml'] ?? '';
    const { code, stderr } = await chokepoint(['validate', path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/:1:1 {2}a scenario has no key “overrides”;.*did you mean “set”\?/u);
    expect(stderr).toContain(':2:3  no lever is called “capex.al”; did you mean “capex.all”?');
    expect(stderr).toMatch(/:3:1 {2}a scenario has no key “asof”;.*did you mean “asOf”\?/u);
    const japanese = (await chokepoint(['validate', path, '--lang', 'ja'])).stderr;
    expect(japanese).toContain('シナリオに「overrides」というキーはありません');
  });

  it('points at broken YAML with its line', async () => {
    const path = filesWith({ 'mine.yaml': 'name: mine\nset: [\n' })['mine.yaml'] ?? '';
    const { code, stderr } = await chokepoint(['validate', path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/mine\.yaml:\d+:\d+ {2}this is not valid YAML/u);
  });
});

it('ends quietly when its reader has seen enough', async () => {
  const child = spawn('sh', [
    '-c',
    `"$0" "$1" facts cowos --as-of 2026 --limit 0 --json | head -n 1`,
    process.execPath,
    LAUNCHER,
  ]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
