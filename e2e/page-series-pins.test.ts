import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, violationsOf } from './support/page-browser.ts';

const TIMEOUT = { timeout: 90_000 };
/** The name of the first is text that would be markup. */
const NAME = '<b>Less</b> & “more”';
const PINS = [`capex.all=0.8&packaging.total=1.2&name=${encodeURIComponent(NAME)}`, 'scenario=hbm4-late'];
const HELD = PINS.map((pin) => `&pin=${encodeURIComponent(pin)}`).join('');

/** Pinned scenarios on pages of series. */
describe.runIf(HAS_BROWSER)('pins on pages of series', { timeout: 300_000 }, () => {
  const served = servedPage();

  async function open(hash: string, width = 1440): Promise<Page> {
    const { page } = await served.open(`v=1&draws=64&${hash}${HELD}`, { viewport: { width, height: 900 } });
    await settled(page);
    return page;
  }

  /** Charts are there, and nothing newer is on its way. */
  async function settled(page: Page): Promise<void> {
    await until(
      page,
      'document.querySelector("article[aria-busy=false] .pinned-list") !== null && document.querySelectorAll("main .is-stale, main .loading").length === 0',
    );
  }

  it('stand over the charts of every page, and as differences, in the address too', async () => {
    const page = await open('page=supply&lang=en');
    for (const name of ['supply', 'demand', 'buyers', 'fleet']) {
      await page.evaluate(`location.hash = location.hash.replace(/page=[a-z]+/u, "page=${name}")`);
      await until(
        page,
        `document.querySelector("nav [aria-current=page]") !== null && location.hash.includes("page=${name}")`,
      );
      await settled(page);
      // Each on its line and before its label.
      const numbers = page.locator('main .scene svg text').filter({ hasText: /^[12]$/u });
      await expect.poll(() => numbers.count(), TIMEOUT).toBeGreaterThanOrEqual(8);
    }
    expect(await page.locator('main b').count()).toBe(0);
    const label = await page.locator('main .scene[aria-label*="Less"]').first().getAttribute('aria-label');
    expect(label).toContain(NAME);
    await page.getByRole('radio').nth(1).check();
    await expect.poll(() => page.url()).toContain('pins=differences');
    await settled(page);
    const against = page.locator('main h2', { hasText: 'against this scenario' });
    await expect.poll(() => against.count(), TIMEOUT).toBe(4);
    await page.reload();
    await settled(page);
    await expect.poll(() => against.count(), TIMEOUT).toBe(4);
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('main table').count()).toBe(4);
    expect(await page.locator('main table thead').first().innerText()).toContain(NAME);
  });

  it('are renamed by keyboard; the name travels in the address, and none leads back to what it holds', async () => {
    const page = await open('page=fleet&lang=en');
    const entry = page.locator('.pins li').nth(1);
    const rename = entry.getByRole('button', { name: /^Rename: 2 / });
    const field = page.getByRole('textbox', { name: /^Rename: 2 / });
    await rename.focus();
    await page.keyboard.press('Enter');
    await field.waitFor(TIMEOUT);
    await page.keyboard.type('Late  memory');
    // Given up: nothing has changed.
    await page.keyboard.press('Escape');
    await expect.poll(() => field.count()).toBe(0);
    expect(page.url()).not.toContain('memory');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Rename');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Late  memory');
    await page.keyboard.press('Enter');
    await expect.poll(() => entry.innerText()).toContain('Late memory');
    expect(page.url()).toContain('Late%2Bmemory');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Rename');
    const chart = page.locator('main .scene[aria-label*="Late memory"]');
    await expect.poll(() => chart.count(), TIMEOUT).toBeGreaterThan(2);
    await page.reload();
    await settled(page);
    expect(await entry.innerText()).toContain('Late memory');
    await rename.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => entry.innerText()).not.toContain('Late memory');
    expect(page.url()).not.toContain('memory');
    // On the first screen as well.
    await page.evaluate('location.hash = location.hash.replace("page=fleet", "page=shortage")');
    await expect.poll(() => page.locator('.pinned .pins li').first().innerText(), TIMEOUT).toContain(NAME);
  });

  it.each([
    ['en', 'light', 1440],
    ['ja', 'dark', 390],
    ['en', 'dark', 390],
    ['ja', 'light', 1440],
  ])('break no rule of access and fit the screen (%s, %s, %i)', async (lang, theme, width) => {
    const page = await open(`page=buyers&lang=${lang}&theme=${theme}`, width);
    await page.locator('.pin-tools button').nth(1).click();
    for (const choice of [0, 1]) {
      await page.getByRole('radio').nth(choice).check();
      await settled(page);
      expect(await violationsOf(page)).toEqual([]);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
    }
  });
});
