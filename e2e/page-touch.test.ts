import { describe, expect, it } from 'vitest';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

const PATIENCE = { timeout: 60_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PLANT = 'AP7 Chiayi P1';

interface Finger {
  down(x: number, y: number): Promise<void>;
  move(x: number, y: number): Promise<void>;
  up(): Promise<void>;
}

/** A finger on the glass, as the browser itself hears one. */
function fingerOn(session: CDPSession): Finger {
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  };
  let last = { x: 0, y: 0 };
  return {
    async down(x, y) {
      last = { x, y };
      await touch('touchStart', last);
    },
    // A finger passes the places between.
    async move(x, y) {
      const from = last;
      for (let step = 1; step <= 8; step++) {
        last = { x: from.x + ((x - from.x) * step) / 8, y: from.y + ((y - from.y) * step) / 8 };
        await touch('touchMove', last);
      }
    },
    async up() {
      await touch('touchEnd');
    },
  };
}

/** Levers and plants are dragged with a finger, and the page still scrolls over them. */
describe.runIf(HAS_BROWSER)('on a phone', () => {
  const served = servedPage();

  async function open(hash: string): Promise<{ page: Page; errors: string[]; finger: Finger }> {
    const { page, errors } = await served.open(`v=1&draws=64&lang=en&${hash}`, PHONE);
    return { page, errors, finger: fingerOn(await page.context().newCDPSession(page)) };
  }

  /** The middle of what is there, once it stands in the middle of the window. */
  async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number }> {
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await target.boundingBox();
    if (box === null) throw new Error('not on the page');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
  }

  /** How far below the upper edge of the window its middle lies. */
  async function placeOf(target: Locator): Promise<number> {
    const box = await target.boundingBox();
    return box === null ? Number.NaN : box.y + box.height / 2;
  }

  const scrolled = (page: Page): Promise<number> => page.evaluate('window.scrollY');

  it('drags a lever, in one step to undo', async () => {
    const { page, errors, finger } = await open('page=shortage');
    const lever = page.locator('[data-lever="packaging.total"]');
    const { x, y, width } = await middleOf(lever);
    await finger.down(x, y);
    await finger.move(x + width / 5, y);
    await expect.poll(() => lever.inputValue().then(Number), PATIENCE).toBeGreaterThan(1.1);
    // Nothing is written while the finger holds it.
    expect(page.url()).not.toContain('packaging.total');
    await finger.up();
    await expect.poll(() => page.url(), PATIENCE).toContain('packaging.total=1.');
    // What stands above may have become longer or shorter; the lever stays under the finger.
    await expect.poll(() => placeOf(lever), PATIENCE).toBeCloseTo(y, -1);
    await page.getByRole('button', { name: 'Undo', exact: true }).tap();
    await expect.poll(() => page.url(), PATIENCE).not.toContain('packaging.total');
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()).toBe(false);
    expect(errors).toEqual([]);
  });

  it('drags a plant, in one step to undo', async () => {
    const { page, errors, finger } = await open('page=supply');
    const plant = page.getByRole('slider', { name: PLANT, exact: true });
    await plant.waitFor(PATIENCE);
    const { y } = await middleOf(plant);
    const box = await plant.boundingBox();
    if (box === null) throw new Error('no plant');
    const x = box.x + Math.min(30, box.width / 4);
    await finger.down(x, y);
    await finger.move(x + 50, y);
    const months = (): Promise<number> => plant.getAttribute('aria-valuenow').then(Number);
    await expect.poll(months, PATIENCE).toBeGreaterThan(3);
    expect(page.url()).not.toContain('delay');
    const held = await months();
    await finger.up();
    await expect.poll(() => page.url(), PATIENCE).toContain(`delay.AP7+Chiayi+P1=${held}`);
    await expect.poll(() => placeOf(plant), PATIENCE).toBeCloseTo(y, -1);
    expect(errors).toEqual([]);
  });

  it.each([
    ['a lever', 'page=shortage', '[data-lever="packaging.total"]'],
    ['a plant', 'page=supply', `[data-handle="${PLANT}"]`],
  ])('scrolls over %s and leaves it where it was', async (_, hash, selector) => {
    const { page, finger } = await open(hash);
    const target = page.locator(selector);
    await target.waitFor(PATIENCE);
    const { x, y } = await middleOf(target);
    const before = await scrolled(page);
    await finger.down(x, y);
    await finger.move(x + 4, y - 220);
    await finger.up();
    await expect.poll(() => scrolled(page), PATIENCE).toBeGreaterThan(before + 60);
    await expect.poll(() => page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()).toBe(false);
    expect(page.url()).not.toContain('packaging.total');
    expect(page.url()).not.toContain('delay');
  });
});
