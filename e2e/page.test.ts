import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint } from './chokepoint.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { firstLoad } from './support/first-load.ts';
import { servedPage, until, violationsOf, WHOLE } from './support/page-browser.ts';
import { SUB_PATH } from './support/page-server.ts';

const NO_CHART = 'document.querySelectorAll(".scene svg").length === 0';

/** Turns charts into tables by key. A field that takes the focus late swallows the key, which is then pressed again. */
async function showTables(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('t');
    for (let wait = 0; wait < 40; wait++) {
      if (await page.evaluate(NO_CHART)) return;
      await page.waitForTimeout(200);
    }
  }
  await until(page, NO_CHART);
}

describe.runIf(HAS_BROWSER)('the page', () => {
  const served = servedPage();

  /** Paths asked for since, but for the browser's own question whether there is a newer service worker. */
  function asked(since: number): string[] {
    return served.server.requests.slice(since).filter((path) => !path.endsWith('/service-worker.js'));
  }

  // With `npm run docs`.
  it.runIf(process.env['npm_lifecycle_event'] === 'docs').each([
    ['en', 'page.png'],
    ['ja', 'page.ja.png'],
  ])('is drawn for the documentation: %s', async (language, file) => {
    const { page } = await served.open(
      `scenario=packaging-slips&demand.all=1.05&lang=${language}&theme=light`,
    );
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/${file}`, import.meta.url)) });
  });

  it('loads at most 200 kB of JavaScript before its first answer', () => {
    const sizes = firstLoad();
    expect(sizes.size).toBeGreaterThan(1);
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    expect(total, JSON.stringify([...sizes])).toBeLessThanOrEqual(200_000);
  });

  it.each([
    ['', []],
    [
      'v=1&scenario=packaging-slips&capex.all=0.9',
      ['--scenario', 'packaging-slips', '--set', 'capex.all=0.9'],
    ],
    ['v=1&as-of=2025-02-15&seed=3&draws=512', ['--as-of', '2025-02-15', '--seed', '3']],
  ])('says the numbers of the command line: %s', async (hash, options) => {
    const address = hash.includes('draws') ? hash : `v=1&draws=512&${hash.replace('v=1&', '')}`;
    const { page, errors } = await served.open(address);
    const shown = await page.locator('main').innerText();
    const { stdout } = await chokepoint(['forecast', '--draws', '512', '--lang', 'en', ...options]);
    const text = stdout.replaceAll(/\s+/gu, ' ');
    const [, now] = /short in (?:only )?(\d+) of 100 futures now/u.exec(text) ?? [];
    const [, later] = /A year on they are short in (\d+) of 100/u.exec(text) ?? [];
    const binds = /[^.]+ binds most often now \(\d+ of 100\)\./u.exec(text)?.[0].trim();
    expect(shown.replaceAll(/\s+/gu, ' ')).toContain(binds);
    expect(shown).toMatch(new RegExp(`short in ${now} of 100 futures now`, 'u'));
    expect(shown).toMatch(new RegExp(`${later} of 100`, 'u'));
    expect(errors).toEqual([]);
  });

  it('works under a sub-path, asks for nothing more once loaded, and goes on offline', async () => {
    const { page, errors } = await served.open();
    await page.evaluate('navigator.serviceWorker.ready');
    await until(page, 'caches.keys().then((keys) => keys.length > 0)');
    expect(served.server.requests.every((path) => path.startsWith(SUB_PATH))).toBe(true);
    const before = served.server.requests.length;
    const first = await page.locator('h1').innerText();
    await page.context().setOffline(true);
    await page.selectOption('select:has(option[value="packaging-slips"])', 'packaging-slips');
    await until(page, `document.querySelector('h1')?.textContent !== ${JSON.stringify(first)}`);
    await page.selectOption('select:has(option[value="2025-02-15"])', '2025-02-15');
    await until(page, 'document.querySelector("footer")?.textContent.includes("15 February 2025") ?? false');
    expect(asked(before)).toEqual([]);
    await page.reload();
    await page.waitForSelector(WHOLE);
    await page.selectOption('select:has(option[value="ja"])', 'ja');
    await until(page, 'document.documentElement.lang === "ja"');
    await page.waitForSelector('h1:has-text("GPU")');
    expect(asked(before)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is moved by levers, one step to undo for each drag, and comes back from its URL', async () => {
    const { page, errors } = await served.open('draws=256');
    const plain = await page.locator('h1').innerText();
    for (const [path, steps] of [
      ['CoWoS capacity, multiplied', 12],
      ['HBM capacity, multiplied', 8],
      ['All budgets, multiplied', 15],
    ] as const) {
      const lever = page.getByRole('slider', { name: path });
      await lever.focus();
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
    }
    await page.waitForSelector(WHOLE);
    await until(page, 'document.querySelector("h1")?.textContent.includes("without the changes") ?? false');
    const moved = await page.locator('h1').innerText();
    expect(moved).not.toBe(plain);
    const url = page.url();
    expect(url).toContain('capex.all=');
    await page.reload();
    await page.waitForSelector(WHOLE);
    expect(await page.locator('h1').innerText()).toBe(moved);
    expect(page.url()).toBe(url);
    expect(errors).toEqual([]);
  });

  it('opens the figure of the headline down to dated rows, and the lever that changes an assumption', async () => {
    const { page, errors } = await served.open('draws=64');
    await page.locator('h1 .figure').click();
    const drawer = page.locator('dialog.provenance');
    await drawer.locator('h2').waitFor({ timeout: 60_000 });
    expect(page.url()).toContain('figure=shortage-end');
    expect(await drawer.locator('.equation').count()).toBeGreaterThan(5);
    const row = drawer.locator('.input tbody tr').first();
    expect(await row.locator('td').first().innerText()).toMatch(/\d{4}$/u);
    expect(await row.locator('a').first().getAttribute('href')).toMatch(/^https?:/u);
    expect(await violationsOf(page)).toEqual([]);
    await drawer
      .getByRole('button', { name: /^Change: / })
      .first()
      .click();
    expect(await page.evaluate('document.activeElement?.getAttribute("type")')).toBe('range');
    expect(await drawer.isVisible()).toBe(false);
    expect(page.url()).not.toContain('figure=');
    expect(errors).toEqual([]);
  });

  it('pins a scenario beside the next, and reads and writes scenario files', async () => {
    const { page, errors } = await served.open('draws=64&scenario=hbm4-late');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.selectOption('select:has(option[value="packaging-slips"])', 'packaging-slips');
    const pins = page.getByRole('region', { name: 'Pinned' });
    await until(page, 'document.querySelectorAll("h1 .figure").length === 1');
    await page.waitForSelector(WHOLE);
    expect(await pins.locator('thead th').count()).toBe(3);
    const now = pins.getByRole('row', { name: /^Short in/u }).first();
    expect(await now.innerText()).toMatch(/Short in.*\t\d+\t\d+/u);
    const files = page.locator('input[accept*=yaml]');
    const broken = readFileSync(new URL('../docs/examples/broken-scenario.yaml', import.meta.url));
    await files.setInputFiles({ name: 'broken.yaml', mimeType: 'text/yaml', buffer: broken });
    const notice = page.locator('.notice');
    await notice.locator('li').first().waitFor();
    expect(await notice.innerText()).toContain('broken.yaml:');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const saved = join(mkdtempSync(join(tmpdir(), 'chokepoint-page-')), 'saved.yaml');
    await (await saving).saveAs(saved);
    const { code, stdout } = await chokepoint(['validate', saved]);
    expect(code, stdout).toBe(0);
    const name = 'capex.yaml';
    const buffer = Buffer.from('name: less\nextends: latest\nset:\n  capex.all: 0.7\n');
    await files.setInputFiles({ name, mimeType: 'text/yaml', buffer });
    await until(page, 'location.hash.includes("capex.all=0.7")');
    expect(await notice.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('turns every chart into a table and back by key', async () => {
    const { page, errors } = await served.open('draws=64');
    const count = await page.locator('nav button').count();
    expect(count).toBeGreaterThan(5);
    for (let index = 0; index < count; index++) {
      const button = page.locator('nav button').nth(index);
      await button.click();
      await expect.poll(() => button.getAttribute('aria-current')).toBe('page');
      await page.waitForSelector(WHOLE);
      await until(page, 'document.querySelectorAll(".scene svg, main table, main details").length > 0');
      await showTables(page);
      await page.keyboard.press('t');
    }
    expect(errors).toEqual([]);
  });

  it('hands out a chart as table and as picture, each with its citation', async () => {
    const { page, errors } = await served.open('v=1&draws=512');
    const saved = async (format: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.downloads').first().getByText(format, { exact: true }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const csv = (await saved('CSV')).toString();
    const json = JSON.parse((await saved('JSON')).toString()) as {
      citation: string;
      header: string[];
      rows: string[][];
    };
    expect(json.citation).toContain('chokepoint forecast');
    expect(csv).toContain(json.citation.slice(0, 20));
    expect(csv.split('\n')[0]).toContain(json.header[1]);
    expect(json.rows.length).toBeGreaterThan(12);
    // A workbook is a zip archive.
    expect((await saved('XLSX')).subarray(0, 2).toString()).toBe('PK');
    expect((await saved('SVG')).toString()).toMatch(/^<svg[^]*<desc/u);
    expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect(errors).toEqual([]);
  });

  it('tells what it cannot use of a link, as text and never as markup', async () => {
    const hostile = '<img src=x onerror=document.title=1>';
    const { page, errors } = await served.open(`v=1&draws=64&${encodeURIComponent(hostile)}=1&capex.all=99`);
    const notice = page.locator('.notice');
    await notice.locator('li').first().waitFor();
    expect(await notice.innerText()).toContain(hostile);
    expect(await notice.innerText()).toContain('capex.all');
    // What is not used changes nothing, and the command for the same numbers is without it.
    expect(await page.locator('h1').innerText()).not.toContain('without the changes');
    expect(await page.locator('footer').innerText()).toMatch(/forecast --draws 64$/mu);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Chokepoint');
    expect(errors).toEqual([]);
  });

  it('has a policy that lets no script of others in', async () => {
    const { page } = await served.open('draws=64');
    // In a task of its own: what a test evaluates is past the policy only while it is evaluated.
    const ran = await page.evaluate(`new Promise((resolve) => setTimeout(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.head.append(script);
      let evaluated = true;
      try { new Function('return 1')(); } catch { evaluated = false; }
      resolve({ title: document.title, evaluated });
    }))`);
    expect(ran).toEqual({ title: 'Chokepoint', evaluated: false });
  });

  it.each([
    ['en', 'light', 1440],
    ['en', 'dark', 390],
    ['ja', 'light', 390],
    ['ja', 'dark', 1440],
  ])('can be used by everybody: %s, %s, %i pixels wide', async (language, theme, width) => {
    const { page, errors } = await served.open(`draws=64&lang=${language}&theme=${theme}`, {
      viewport: { width, height: 900 },
    });
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
