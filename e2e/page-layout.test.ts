import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

/** Every page, as the list of pages names it. */
const LIST = readFileSync(new URL('../src/web/pages/page-list.ts', import.meta.url), 'utf8');
const NAMES = [...LIST.matchAll(/\bname: '(\w+)'/gu)].map(([, name = '']) => name);
const WIDTHS = [390, 768, 1024, 1440] as const;
/** A4 upright less margins of 10 mm, at 96 pixels an inch. */
const PAPER = 718;

/**
 * What of a page lies beyond its right edge: nothing, or the first elements that do and do not scroll by themselves.
 */
const BEYOND = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement)
      if (getComputedStyle(each).overflowX !== 'visible') return true;
    return false;
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
    .slice(-3)
    .map((element) => element.outerHTML.slice(0, 160))
    .concat(document.documentElement.scrollWidth - width);
})()`;

/** Text in a drawing that is cut at its edge. */
const CUT = `[...document.querySelectorAll('.scene svg text')]
  .filter((text) => {
    const [own, all] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
    return own.right > all.right + 2 || own.left < all.left - 2;
  })
  .map((text) => text.textContent)`;

describe.runIf(HAS_BROWSER)('the layout', () => {
  const served = servedPage();

  async function open(name: string, language: string): Promise<Page> {
    const { page } = await served.open(`v=1&draws=32&lang=${language}&page=${name}`);
    await page.waitForSelector('article[aria-busy=false] :is(table, details, .scene)', { timeout: 60_000 });
    return page;
  }

  describe.each(['en', 'ja'])('%s', (language) => {
    it.each(NAMES)('%s runs over no edge, on screens and on paper', async (name) => {
      const page = await open(name, language);
      const found = async (): Promise<unknown> => [await page.evaluate(BEYOND), await page.evaluate(CUT)];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        // Charts follow the width a moment later.
        await expect.poll(found, { message: `${width} pixels wide`, timeout: 15_000 }).toEqual([[], []]);
      }
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: PAPER, height: 1000 });
      await expect.poll(found, { message: 'on paper', timeout: 15_000 }).toEqual([[], []]);
    });
  });
});
