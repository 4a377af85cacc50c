import { describe, expect, it } from 'vitest';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, whole } from './support/page-browser.ts';

const PATIENCE = { timeout: 60_000 };

/** Plants, products and programmes can be taken out of the scenario where they are listed, and come back by undo. */
describe.runIf(HAS_BROWSER)('what is taken out', () => {
  const served = servedPage();

  it('is a plant: by key, in the address, and back by undo', async () => {
    const { page, errors } = await served.open('v=1&draws=64&lang=en&page=supply');
    const box = page.getByRole('checkbox', { name: 'AP6 Zhunan', exact: true });
    await box.waitFor(PATIENCE);
    const before = await page.locator('h1').innerText();
    await box.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.url(), PATIENCE).toContain('remove=AP6+Zhunan');
    await expect
      .poll(() => page.locator('.plant-notes').innerText(), PATIENCE)
      .toContain('Taken out by this scenario: AP6 Zhunan.');
    await expect.poll(() => page.locator('h1').innerText(), PATIENCE).not.toBe(before);
    await page.reload();
    await whole(page);
    await box.waitFor(PATIENCE);
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await expect.poll(() => page.url(), PATIENCE).not.toContain('remove');
    await expect.poll(() => page.locator('h1').innerText(), PATIENCE).toBe(before);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => page.url(), PATIENCE).toContain('remove=AP6+Zhunan');
    expect(errors).toEqual([]);
  });

  it('is a product or a whole programme, and the first screen says so by name', async () => {
    const { page, errors } = await served.open('v=1&draws=64&lang=en&page=asic');
    const line = (name: string) => page.getByRole('group', { name, exact: true });
    const programme = line('Google').getByRole('checkbox', { name: 'the whole programme' });
    await programme.waitFor(PATIENCE);
    await programme.uncheck();
    await line('AMD')
      .getByRole('checkbox', { name: /MI300X/u })
      .uncheck();
    await expect.poll(() => page.url(), PATIENCE).toContain('remove=amd_mi300x&remove=google');
    await page.evaluate('location.hash = location.hash.replace("page=asic", "page=shortage")');
    await until(
      page,
      'document.querySelector(".kicker")?.textContent.includes("without chips by Google · without Instinct MI300X") ?? false',
    );
    expect(errors).toEqual([]);
  });
});
