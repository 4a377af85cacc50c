import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { translate } from '../src/show/message.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { choose, servedPage, until, whole } from './support/page-browser.ts';

const CHART = 'document.querySelector(".scene svg").innerHTML';
const LEVERS = ['packaging.total', 'hbm.total', 'capex.all'] as const;

/** What an analyst does in the first minutes, with a mouse. */
describe.runIf(HAS_BROWSER)('a first visit', () => {
  const served = servedPage();

  const headline = (page: Page): Promise<string> => page.locator('h1').innerText();

  /** Drags a lever to a share of its track; what the chart was drawn as meanwhile, before the button is let go. */
  async function drag(page: Page, path: string, share: number): Promise<Set<unknown>> {
    const track = page.locator(`[data-lever="${path}"]`);
    await track.scrollIntoViewIfNeeded();
    const box = await track.boundingBox();
    const [value, low, high] = [
      await track.inputValue(),
      await track.getAttribute('min'),
      await track.getAttribute('max'),
    ].map(Number) as [number, number, number];
    const thumb = (value - low) / (high - low);
    if (box === null) throw new Error(`no track for ${path}`);
    const at = (part: number): number => box.x + box.width * (0.04 + 0.92 * part);
    const drawn = new Set([await page.evaluate(CHART)]);
    await page.mouse.move(at(thumb), box.y + box.height / 2);
    await page.mouse.down();
    for (const step of [0.4, 0.7, 1]) {
      const before = drawn.size;
      await page.mouse.move(at(thumb + (share - thumb) * step), box.y + box.height / 2, { steps: 4 });
      await expect
        .poll(async () => drawn.add(await page.evaluate(CHART)).size, { timeout: 60_000 })
        .toBeGreaterThan(before);
    }
    expect(page.url()).not.toContain(`${path}=`);
    await page.mouse.up();
    await whole(page);
    expect(page.url()).toContain(`${path}=`);
    return drawn;
  }

  it.each(['en', 'ja'] as const)(
    'from the answer to a scenario of one’s own, and offline (%s)',
    async (lang) => {
      const { page, errors } = await served.open(`draws=256&lang=${lang}`);
      const plain = await headline(page);
      expect(plain).toMatch(lang === 'en' ? /GPU.*\d+ of 100/u : /GPU.*100.*\d+/u);

      for (const path of LEVERS) expect((await drag(page, path, 0.9)).size).toBeGreaterThan(3);
      const moved = await headline(page);
      expect(moved).not.toBe(plain);

      await page.getByRole('button', { name: translate(lang, 'page.pin'), exact: true }).click();
      await choose(page, 'hbm4-late');
      await whole(page);
      const pinned = page.locator('.pinned table');
      await expect.poll(() => pinned.locator('tbody tr').count(), { timeout: 60_000 }).toBeGreaterThan(3);
      expect(await pinned.locator('thead th').count()).toBeGreaterThan(1);

      await page.locator('h1 .figure').first().click();
      const drawer = page.locator('dialog.provenance');
      const source = drawer.locator('.input tbody a').first();
      await source.waitFor({ timeout: 60_000 });
      expect(await source.getAttribute('href')).toMatch(/^https?:/u);
      await page.keyboard.press('Escape');
      expect(await drawer.isVisible()).toBe(false);

      const late = await headline(page);
      await choose(page, '2025-02-15');
      await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(late);
      await whole(page);
      const [then, address] = [await headline(page), page.url()];
      await page.evaluate('navigator.serviceWorker.ready');
      await page.reload();
      await whole(page);
      await expect.poll(() => headline(page), { timeout: 60_000 }).toBe(then);
      expect(page.url()).toBe(address);

      await until(page, 'caches.keys().then((keys) => keys.length > 0)');
      await page.context().setOffline(true);
      await choose(page, 'packaging-slips');
      await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(then);
      await whole(page);

      const broken = readFileSync(new URL('../docs/examples/broken-scenario.yaml', import.meta.url));
      const [unchanged, before] = [page.url(), await headline(page)];
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'broken.yaml', mimeType: 'text/yaml', buffer: broken });
      const notice = page.locator('.notice');
      await notice.locator('li').first().waitFor();
      expect(await notice.innerText()).toContain('broken.yaml:');
      expect([page.url(), await headline(page)]).toEqual([unchanged, before]);
      expect(errors).toEqual([]);
    },
  );
});
