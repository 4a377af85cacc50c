import { describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

const PLANT = 'AP7 Chiayi P1';
const DELAY = 'delay.AP7+Chiayi+P1=';
const READY = 'article[aria-busy=false] [role=slider]';
const PATIENCE = { timeout: 60_000 };

/** Plants of the page on supply can be moved along their timeline by pointer and by keys. */
describe.runIf(HAS_BROWSER)('the timeline of plants', () => {
  const served = servedPage();

  async function openSupply(hash = ''): Promise<{ page: Page; plant: Locator }> {
    const { page } = await served.open(`v=1&draws=128&page=supply&lang=en${hash}`);
    await page.waitForSelector(READY, PATIENCE);
    return { page, plant: page.getByRole('slider', { name: PLANT, exact: true }) };
  }

  /** The headline once the page rests. */
  async function headline(page: Page): Promise<string> {
    await page.waitForSelector(READY, PATIENCE);
    return page.locator('h1').innerText();
  }

  async function numberOf(plant: Locator, name: string): Promise<number> {
    return Number(await plant.getAttribute(name));
  }

  it('is dragged by pointer: numbers follow, the address then, and one undo brings all back', async () => {
    const { page, plant } = await openSupply();
    const before = await headline(page);
    expect(await plant.getAttribute('aria-valuetext')).toMatch(/^opens in .+, as planned$/u);
    const box = await plant.boundingBox();
    if (box === null) throw new Error('no plant');
    const [x, y] = [box.x + 80, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.move(x + 140, y, { steps: 4 });
    await expect.poll(() => numberOf(plant, 'aria-valuenow'), PATIENCE).toBeGreaterThan(4);
    const months = await numberOf(plant, 'aria-valuenow');
    // Charts follow while the plant is held; nothing is written yet.
    await expect.poll(() => page.locator('h1').innerText(), PATIENCE).not.toBe(before);
    expect(page.url()).not.toContain('delay');
    await page.mouse.up();
    await expect.poll(() => page.url(), PATIENCE).toContain(`${DELAY}${months}`);
    expect(await headline(page)).not.toBe(before);
    expect(await plant.getAttribute('aria-valuetext')).toContain(`${months} months later than planned`);
    expect(await page.locator('.drawing').first().innerText()).toContain(`+${months} months (`);
    await page.keyboard.press('z');
    await expect.poll(() => page.url(), PATIENCE).not.toContain('delay');
    await expect.poll(() => headline(page), PATIENCE).toBe(before);
  });

  it('is moved by keys, and by a number that one types', async () => {
    const { page, plant } = await openSupply();
    const before = await headline(page);
    await plant.focus();
    for (const [key, months] of [
      ['ArrowRight', 1],
      ['PageUp', 4],
      ['ArrowLeft', 3],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.url(), PATIENCE).toContain(`${DELAY}${months}`);
    }
    await page.keyboard.press('Home');
    await expect.poll(() => page.url(), PATIENCE).not.toContain('delay');
    await expect.poll(() => headline(page), PATIENCE).toBe(before);
    await page.getByRole('textbox', { name: PLANT, exact: true }).fill('9');
    await page.keyboard.press('Enter');
    await expect.poll(() => numberOf(plant, 'aria-valuenow'), PATIENCE).toBe(9);
  });

  it('starts from the delay of the scenario, which is told from that of the plan', async () => {
    const { page, plant } = await openSupply('&scenario=packaging-slips');
    expect(await numberOf(plant, 'aria-valuenow')).toBe(6);
    await plant.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.url(), PATIENCE).toContain(`${DELAY}0`);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.url(), PATIENCE).not.toContain('delay');
  });

  it('lists what cannot be moved, and why', async () => {
    const { page } = await openSupply(`&remove=STSP+phase+3+P1&${DELAY}90`);
    const notes = await page.locator('.plant-notes').innerText();
    expect(notes).toMatch(/Run already.*AP3 Longtan/u);
    expect(notes).toContain('Taken out by this scenario: STSP phase 3 P1.');
    expect(notes).toMatch(/Not open by December \d{4} in 9 of 10 futures: AP7 Chiayi P1/u);
    await page.getByRole('textbox', { name: PLANT, exact: true }).fill('');
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: PLANT, exact: true }).waitFor(PATIENCE);
  });
});
