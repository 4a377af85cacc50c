import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint } from './chokepoint.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

const DRAWS = '128';
const LONG = { timeout: 90_000 };

/** What more is worth, own chips, and guidance against actual: the figures of the command line, with their provenance. */
describe.runIf(HAS_BROWSER)('pages of findings', () => {
  const served = servedPage();

  async function open(hash: string): Promise<Page> {
    return (await served.open(`v=1&draws=${DRAWS}&${hash}`)).page;
  }

  async function command(words: readonly string[]): Promise<string> {
    const { stdout } = await chokepoint([...words, '--draws', DRAWS]);
    return plain(stdout);
  }

  function plain(text: string): string {
    return text.replaceAll(/\s+/gu, ' ');
  }

  async function textOf(page: Page): Promise<string> {
    return plain(await page.locator('main').innerText());
  }

  it.each(['en', 'ja'])('chokepoints: what more is worth, as the terminal has it (%s)', async (lang) => {
    const page = await open(`page=chokepoints&lang=${lang}`);
    await page.waitForSelector('article[aria-busy=false] select', LONG);
    const told = (await command(['bottlenecks', '--lang', lang])).replaceAll(' ', '');
    const context = (await page.locator('.context').innerText()).replaceAll(/\s+/gu, '');
    expect(context.length).toBeGreaterThan(40);
    expect(told).toContain(context);
    const rows = page.locator('article section:has(table .figure) tbody tr');
    expect(await rows.count()).toBe(5);
    for (const row of await rows.allInnerTexts()) expect(told).toContain(row.replaceAll(/\s+/gu, ''));
  });

  it('chokepoints: another measure is asked for in the address, and a cell opens its equation', async () => {
    const page = await open('page=chokepoints&lang=en');
    const measure = page.getByRole('combobox', { name: 'Measured in' });
    await measure.waitFor(LONG);
    await measure.selectOption('sales');
    await expect.poll(() => page.url()).toContain('measure%3Dsales');
    await page.getByRole('heading', { name: /USD .* in the twelve months to/u }).waitFor(LONG);
    await page.locator('td .figure').first().click();
    await page.getByRole('dialog').locator('.equation').first().waitFor(LONG);
  });

  it.each(['en', 'ja'])('own chips: the share with its range is the headline (%s)', async (lang) => {
    const page = await open(`page=asic&lang=${lang}`);
    const count = page.locator('h1 .figure');
    await count.waitFor(LONG);
    await page.waitForSelector('article[aria-busy=false]', LONG);
    const told = await command(['asic', '--lang', lang]);
    expect(told).toContain(await count.innerText());
    const text = await textOf(page);
    for (const name of ['Google', 'AWS', 'Microsoft', 'Meta', 'OpenAI']) expect(text).toContain(name);
    // One row of each year’s shares, ranges beside or below the medians.
    const cells = await page.locator('article table').first().locator('tbody tr').nth(1).locator('td').all();
    expect(cells.length).toBeGreaterThan(4);
    for (const cell of cells) {
      const [median = '', range = ''] = (await cell.innerText()).split(/(?=\()/u);
      expect(told).toContain(median.trim());
      expect(told).toContain(range.trim());
    }
  });

  it.each(['en', 'ja'])('demand: guidance against actual, as the terminal has it (%s)', async (lang) => {
    const page = await open(`page=demand&lang=${lang}`);
    const finding = page.locator('h2.finding');
    await finding.waitFor(LONG);
    const { stdout } = await chokepoint(['facts', '--guidance', '--as-of', '2026-09-30', '--lang', lang]);
    const told = stdout.replaceAll(/\s+/gu, '');
    expect(told).toContain((await finding.innerText()).replaceAll(/\s+/gu, ''));
    const rows = await page.locator('table.lines tbody tr:not(.table-group)').all();
    expect(rows.length).toBeGreaterThan(12);
    // In the terminal lines of a cell stand below one another, and long ones are broken before their range.
    for (const row of rows)
      for (const line of (await row.innerText()).split(/[\t\n]|(?=\()/u))
        expect(told).toContain(line.replaceAll(/\s+/gu, ''));
  });

  it('demand: a chart for each buyer, by keyboard down to the model and its sources', async () => {
    const page = await open('page=demand&lang=en');
    const chart = page.getByRole('group', { name: /Google: 2025 came to/u });
    await chart.waitFor(LONG);
    await page.waitForSelector('article[aria-busy=false]', LONG);
    const reading = page.locator('.drawing', { has: chart }).locator('.reading');
    await chart.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => reading.innerText()).toContain('4 Feb 2025');
    for (let row = 0; row < 12 && !(await reading.innerText()).startsWith('model'); row++)
      await page.keyboard.press('ArrowDown');
    expect(await reading.innerText()).toContain('80 of 100 futures');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('table a[href^="http"]').first().waitFor(LONG);
  });
});
