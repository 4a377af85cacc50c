import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint, filesWith } from './chokepoint.ts';
import { PLANTED } from './support/planted-figures.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, violationsOf } from './support/page-browser.ts';

const WHOLE = 'article[aria-busy=false] footer, article[aria-busy=false] ~ footer';
const SLOW = { timeout: 60_000 };

/** Days that the build did not form are looked from all the same. */
describe.runIf(HAS_BROWSER)('any day', () => {
  const served = servedPage();

  async function open(hash: string): Promise<Page> {
    const { page } = await served.open(`v=1&lang=en&${hash}`);
    await page.waitForSelector(WHOLE, SLOW);
    return page;
  }

  async function textOf(page: Page): Promise<string> {
    return (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ');
  }

  it('says the numbers of the command line for the same day, seed and draws', async () => {
    const page = await open('as-of=2025-07-31&draws=256&seed=5');
    const asked = ['--as-of', '2025-07-31', '--draws', '256', '--seed', '5', '--lang', 'en'];
    const { stdout } = await chokepoint(['forecast', ...asked]);
    const told = stdout.replaceAll(/\s+/gu, ' ');
    const sentences = told.slice(told.indexOf('GPUs are short in '), told.indexOf(' With demand a quarter'));
    const [finding = '', ...context] = sentences.split(/(?<=\.) /u);
    expect(finding).toMatch(/\d+ of 100 futures now; in (?:those the shortage ends|at least half of those)/u);
    expect(await page.locator('h1').innerText()).toBe(finding);
    expect(await textOf(page)).toContain(context.join(' '));
    expect(await textOf(page)).toContain('forecast --as-of 2025-07-31 --draws 256 --seed 5');
  });

  it('takes any day from the field for a date, and stays usable for everyone', async () => {
    const page = await open('draws=64');
    const before = await page.locator('h1').innerText();
    await page.getByLabel('As of').selectOption('other');
    const field = page.getByLabel('Any day');
    await expect.poll(() => page.evaluate('document.activeElement?.type')).toBe('date');
    await field.fill('2024-05-14');
    await field.press('Enter');
    await expect.poll(() => textOf(page), SLOW).toContain('figures to 14 May 2024');
    expect(await page.locator('h1').innerText()).not.toBe(before);
    expect(page.url()).toContain('as-of=2024-05-14');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => textOf(page), SLOW).toContain('figures to 30 September 2026');
  });

  it('refuses a day by which too little was published, as the command line does', async () => {
    const page = await open('as-of=2022-06-30&draws=64');
    const { stderr } = await chokepoint(['forecast', '--as-of', '2022-06-30', '--lang', 'en']);
    const reason = stderr.split('\n')[0]?.trim() ?? '';
    expect(reason).toContain('2023-07-12');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(reason);
    expect(page.url()).not.toContain('as-of');
    expect(await textOf(page)).toContain('figures to 30 September 2026');
  });

  it('takes figures of one’s own, as the command line does, and lets them go again', async () => {
    const page = await open('draws=64');
    const before = await page.locator('h1').innerText();
    const choose = (name: string, text: string): Promise<void> =>
      page.setInputFiles('input[accept=".csv"]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose('broken.csv', PLANTED.replace('300000', 'many').replace('2026-09-20,Own', '2026-13-20,Own'));
    await expect.poll(() => page.getByRole('alert').innerText(), SLOW).toContain('broken.csv:2:');
    const told = await page.getByRole('alert').innerText();
    expect(told).toContain('value is not a number; found “many”');
    expect(told).toContain('published is not a date');
    expect(await page.locator('h1').innerText()).toBe(before);
    expect(await textOf(page)).not.toContain('of your own');

    await choose('supply.csv', PLANTED);
    await expect.poll(() => textOf(page), SLOW).toContain('With 3 rows of your own from supply.csv');
    await expect.poll(() => textOf(page), SLOW).toContain('not seen: 1');
    await expect.poll(() => textOf(page), SLOW).toContain('--figures supply.csv');
    await page.waitForSelector(WHOLE, SLOW);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(page.url()).not.toContain('own');
    const { 'supply.csv': path = '' } = filesWith({ 'supply.csv': PLANTED });
    const asked = ['forecast', '--draws', '64', '--figures', path, '--lang', 'en'];
    const { stdout } = await chokepoint(asked);
    const binds = /[^.]+ binds most often now \(\d+ of 100\)\./u
      .exec(stdout.replaceAll(/\s+/gu, ' '))?.[0]
      .trim();
    expect(binds).toBeDefined();
    expect(await textOf(page)).toContain(binds);
    // The headline holds it against the figures without.
    expect(await page.locator('h1').innerText()).toContain('without the changes');

    await page.getByRole('button', { name: 'Remove own figures' }).click();
    await expect.poll(() => page.locator('h1').innerText(), SLOW).toBe(before);
    expect(await textOf(page)).not.toContain('of your own');
  });
});
