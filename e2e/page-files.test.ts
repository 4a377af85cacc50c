import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, whole } from './support/page-browser.ts';

/** Drops a file of text on the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  })()`);
}

describe.runIf(HAS_BROWSER)('scenario files on the page', () => {
  const served = servedPage();

  it('without a day look from that of latest, whatever day is shown, and know what it knows', async () => {
    const { page, errors } = await served.open('draws=64&as-of=2025-02-15');
    // A product that nobody had heard of by February 2025.
    const text = 'title: later\nset:\n  product.nv_vr200.delay: 3 months\n';
    await page
      .locator('input[accept*=yaml]')
      .setInputFiles({ name: 'mine.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
    await until(page, 'location.hash.includes("product.nv_vr200.delay=3")');
    expect(await page.evaluate('location.hash')).not.toContain('as-of');
    await until(page, 'document.querySelector("footer")?.textContent.includes("30 September 2026") ?? false');
    expect(await page.locator('.notice').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('can be dropped, and tell a wrong key with what stands below it', async () => {
    const { page, errors } = await served.open('draws=64');
    await drop(page, 'mine.yaml', 'levers:\n  capex.al: 0.7\n');
    const notice = page.locator('.notice');
    await notice.locator('li').nth(1).waitFor();
    expect(await notice.innerText()).toContain('did you mean “set”?');
    expect(await notice.innerText()).toContain('did you mean “capex.all”?');
    await drop(page, 'mine.yaml', 'set:\n  capex.all: 0.7\n');
    await until(page, 'location.hash.includes("capex.all=0.7")');
    await expect.poll(() => notice.count()).toBe(0);
    await whole(page);
    expect(errors).toEqual([]);
  });
});
