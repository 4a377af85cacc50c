import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint } from './chokepoint.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, violationsOf } from './support/page-browser.ts';

const TIMEOUT = { timeout: 60_000 };
/** The table of key figures, once the pins are answered and nothing else is on its way. */
const COMPARED = 'article[aria-busy=false] .pinned table';
const PINS = [
  'scenario=packaging-slips',
  'capex.all=0.8&packaging.total=1.2',
  'scenario=hbm4-late',
  'packaging.total=1.2',
];

/** Scenarios held beside the one of the page. */
describe.runIf(HAS_BROWSER)('pins', () => {
  const served = servedPage();

  async function open(hash: string, pins: readonly string[], width = 1440): Promise<Page> {
    const held = pins.map((pin) => `&pin=${encodeURIComponent(pin)}`).join('');
    const { page } = await served.open(`v=1&${hash}${held}`, { viewport: { width, height: 900 } });
    await page.waitForSelector(COMPARED, TIMEOUT);
    return page;
  }

  /** Cells of all rows under headings, with their lines. */
  async function rowsOf(page: Page): Promise<string[][]> {
    const rows = page.locator('.pinned tbody tr:not(.table-group)');
    return Promise.all(
      (await rows.all()).map(async (row) =>
        Promise.all((await row.locator('th, td').all()).map(async (cell) => cell.innerText())),
      ),
    );
  }

  it.each(['en', 'ja'])('key figures are those that compare prints, to the last digit (%s)', async (lang) => {
    const page = await open(`draws=128&scenario=hbm4-late&lang=${lang}`, ['scenario=packaging-slips']);
    const { stdout } = await chokepoint(
      ['compare', 'hbm4-late', 'packaging-slips', '--draws', '128', '--lang', lang],
      { COLUMNS: '200' },
    );
    const printed = new Map(
      stdout.split('\n').map((line) => {
        const [label = '', ...figures] = line.trim().split(/ {2,}/u);
        return [label, figures] as const;
      }),
    );
    await page.locator('.pinned .evidence-head button').last().click();
    const values = await rowsOf(page);
    await page.getByRole('radio').nth(1).check();
    await expect.poll(() => page.url()).toContain('pins=differences');
    const differences = await rowsOf(page);
    let compared = 0;
    for (const [index, [label = '', first, second]] of values.entries()) {
      const line = printed.get(label);
      if (line === undefined) continue;
      const told = differences[index]?.[2]?.split('\n') ?? [];
      expect(line, label).toEqual([first, second, ...told]);
      compared++;
    }
    expect(compared).toBeGreaterThan(35);
  });

  it('stand over the fan, as lines and in its table, and as differences, in the address too', async () => {
    const page = await open('draws=64', PINS);
    const chart = page.locator('.pinned .scene').first();
    await expect.poll(() => chart.getAttribute('aria-label')).toContain('this scenario');
    const numbers = page.locator('.pinned .scene svg text').filter({ hasText: /^[1-4]$/u });
    // Each on its line and before its label.
    await expect.poll(() => numbers.count()).toBeGreaterThanOrEqual(7);
    const name = 'All budgets, multiplied ×0.8, 1 more';
    expect(await chart.getAttribute('aria-label')).toContain(name);
    const choices = page.getByRole('radio');
    await choices.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => choices.nth(1).isChecked()).toBe(true);
    await expect.poll(() => page.locator('.pinned h2').nth(1).innerText()).toContain('against');
    const told = await rowsOf(page);
    await page.reload();
    await page.waitForSelector(COMPARED, TIMEOUT);
    expect(await rowsOf(page)).toEqual(told);
    await page.locator('.pinned .evidence-head button', { hasText: 'Table' }).first().click();
    const head = page.locator('.pinned table').first().locator('thead');
    await expect.poll(() => head.innerText()).toContain(`${name}, 80 of 100`);
  });

  it('can be let go and taken up', async () => {
    const page = await open('draws=64', PINS);
    await page.getByRole('button', { name: /^Unpin: 1 / }).click();
    await expect.poll(() => page.locator('.pins li').count()).toBe(3);
    expect(page.url()).not.toContain('packaging-slips');
    await page.getByRole('button', { name: /^Take up: 2 HBM4/ }).click();
    await expect.poll(() => page.url()).toContain('scenario=hbm4-late&pin=');
    await expect
      .poll(() => page.locator('.pins li').nth(1).innerText(), TIMEOUT)
      .toContain('for just as many months');
  });

  it.each([
    ['en', 'light', 1440],
    ['ja', 'dark', 390],
  ])('break no rule of access and fit the screen (%s, %s, %i)', async (lang, theme, width) => {
    const page = await open(`draws=64&lang=${lang}&theme=${theme}`, PINS, width);
    for (const choice of [0, 1]) {
      await page.getByRole('radio').nth(choice).check();
      await page.waitForSelector(`${COMPARED}, .pinned .scene svg`);
      expect(await violationsOf(page)).toEqual([]);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
    }
  });
});
