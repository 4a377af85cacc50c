import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, violationsOf, WHOLE } from './support/page-browser.ts';

const TIMEOUT = 60_000;
const STOPS = 6;

/** Whether panel and outline lie in the window, and the panel covers nothing of what it is about where there is room. */
const LAID_OUT = `(() => {
  const [panel, outline] = ['.tour', '.tour-outline'].map((each) => document.querySelector(each).getBoundingClientRect());
  const inside = panel.left >= 0 && panel.top >= 0 && panel.right <= innerWidth && panel.bottom <= innerHeight;
  const apart = panel.left >= outline.right || panel.right <= outline.left ||
    panel.top >= outline.bottom || panel.bottom <= outline.top;
  return inside && apart && outline.width > 20 && outline.top >= -8 && outline.bottom <= innerHeight + 8;
})()`;

describe.runIf(HAS_BROWSER)('the tour of a minute', () => {
  const served = servedPage();

  async function open(hash: string, width = 1440): Promise<Page> {
    const { page } = await served.open(`v=1&draws=64&${hash}`, {
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    return page;
  }

  it.each([
    ['en', 'light', 1440, 'New? Tour, 1 minute', 'Tour, 1 minute'],
    ['ja', 'dark', 390, 'はじめての方へ：1分で見る', '1分で見る'],
  ])(
    'says what the page finds, by keys alone: %s, %s, %i pixels',
    async (lang, theme, width, offer, quiet) => {
      const page = await open(`lang=${lang}&theme=${theme}`, width);
      const start = page.getByRole('button', { name: offer, exact: true });
      await start.focus();
      await page.keyboard.press('Enter');
      const panel = page.locator('.tour');
      await panel.waitFor({ timeout: TIMEOUT });
      await until(page, 'document.activeElement.matches(".tour")');
      const headings = new Set<string>();
      for (let stop = 1; stop <= STOPS; stop++) {
        await until(page, LAID_OUT);
        headings.add(await panel.locator('h2').innerText());
        const text = (await panel.locator('[aria-live=polite]').innerText()).replaceAll(/\s+/gu, '');
        expect(text.slice(0, 2)).toMatch(new RegExp(`^${stop}`, 'u'));
        if (stop === 1)
          expect(text).toContain((await page.locator('h1').innerText()).replaceAll(/\s+/gu, ''));
        if (stop === 3) expect(text).toMatch(/\(57of100\)|100通り中\d+通り/u);
        expect(await violationsOf(page)).toEqual([]);
        if (stop < STOPS) await page.keyboard.press('ArrowRight');
      }
      expect(headings.size).toBe(STOPS);
      await page.keyboard.press('ArrowLeft');
      await until(page, `document.querySelector('.tour').innerText.startsWith('${STOPS - 1}')`);
      await page.keyboard.press('Escape');
      await until(page, 'document.querySelector(".tour") === null');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(quiet);
      await page.reload();
      await page.waitForSelector(WHOLE, { timeout: TIMEOUT });
      expect(await page.getByRole('button', { name: quiet, exact: true }).count()).toBe(1);
      expect(await page.locator('.tour').count()).toBe(0);
    },
  );

  it('lets the page be used meanwhile, from any page and without a memory', async () => {
    const page = await open('page=sources');
    // A browser that allows no storage.
    await page.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });`,
    );
    await page.reload();
    await page.waitForSelector(WHOLE, { timeout: TIMEOUT });
    await page.getByRole('button', { name: 'New? Tour, 1 minute' }).click();
    await page.locator('.tour').waitFor({ timeout: TIMEOUT });
    await page.waitForSelector(`${WHOLE} .scene`, { timeout: TIMEOUT });
    for (let stop = 1; stop < 4; stop++) await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Go there' }).click();
    expect(await page.evaluate('document.activeElement.type')).toBe('range');
    const plain = JSON.stringify(new URL(page.url()).hash);
    await page.keyboard.press('ArrowRight');
    await until(page, `location.hash !== ${plain}`);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.matches(".tour")')).toBe(true);
    // What the tour says follows the lever.
    for (let stop = 4; stop > 1; stop--) await page.keyboard.press('ArrowLeft');
    await until(page, 'document.querySelector(".tour").innerText.includes("without the changes")');
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector(".tour") === null');
  });
});
