import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint } from './chokepoint.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

/** Who gets it: the flow from designers to buyers. */
describe.runIf(HAS_BROWSER)('the page of buyers', () => {
  const served = servedPage();

  async function open(hash: string, width = 1440): Promise<Page> {
    const { page } = await served.open(`v=1&draws=128&page=buyers&${hash}`, {
      viewport: { width, height: 900 },
    });
    await page.waitForSelector('article[aria-busy=false] .asked', { timeout: 60_000 });
    return page;
  }

  it('opens with the flow, says the numbers of the command line, and opens their provenance', async () => {
    const page = await open('lang=en');
    const args = ['series', 'shipments', '--by', 'designer-buyer', '--period', 'year', '--draws', '128'];
    const { stdout } = await chokepoint([...args, '--json']);
    const { rows } = JSON.parse(stdout) as { rows: { address: string; p50: number }[] };
    const address = 'shipments/designer-buyer/NVIDIA+to+microsoft/2027';
    const told = rows.find((row) => row.address === address)?.p50 ?? Number.NaN;
    const flow = page.locator('.evidence').first();
    expect(await flow.locator('h2').innerText()).toContain('2027');
    await flow.getByRole('button', { name: /^Table/u }).click();
    const cells = flow.locator('tr', { hasText: 'NVIDIA → Microsoft' }).locator('td');
    expect(await cells.first().innerText()).toBe(`${(told / 1e6).toFixed(2)} M`);
    await flow.getByRole('button', { name: /^Chart/u }).click();
    await page.locator('h1 button').click();
    await expect
      .poll(() => decodeURIComponent(page.url()))
      .toContain('figure=shipments/designer-buyer/NVIDIA');
  });

  it('shows another measure and year when asked, keeps them in the address, and goes by arrows', async () => {
    const page = await open('lang=ja');
    await page.locator('.asked select').first().selectOption('h100e');
    await page.locator('.asked select').nth(1).selectOption('2028');
    const title = page.locator('.evidence h2').first();
    await expect.poll(() => title.innerText()).toMatch(/2028年.*計算量/u);
    await expect.poll(() => decodeURIComponent(page.url())).toMatch(/ask=measure=h100e&year=2028/u);
    expect(await page.locator('h1').innerText()).toContain('H100e');
    await page.locator('.evidence .scene').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.evidence .reading').first().innerText()).toMatch(/→.*万|→.*億/u);
    await page.reload();
    await page.waitForSelector('article[aria-busy=false] .asked', { timeout: 60_000 });
    expect(await title.innerText()).toContain('2028年');
  });

  it.each(['en', 'ja'])('fits a phone (%s)', async (lang) => {
    const page = await open(`lang=${lang}&ask=measure%3Dunmet-demand`, 390);
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(390);
  });
});
