import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { choose, servedPage, until, violationsOf } from './support/page-browser.ts';

const PATIENCE = { timeout: 60_000 };
const PAGES = [
  'shortage',
  'chokepoints',
  'supply',
  'demand',
  'buyers',
  'asic',
  'fleet',
  'training',
  'record',
  'sources',
  'model',
];
const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['ja', 'dark'],
  ['ja', 'light'],
] as const;

const SHOWS = 'document.querySelectorAll(".scene svg, main table, main details").length > 0';
const NO_CHART = 'document.querySelectorAll(".scene svg").length === 0';
/** Nothing is computed, or nothing can be. */
const RESTS = 'document.querySelector("article[aria-busy=true]") === null';
/** No colour is on its way from one theme to the other, which is none that anybody reads. */
const COLOURS_STAND = 'document.getAnimations().every((one) => !(one instanceof CSSTransition))';

/** Everything on every page is accessible in both languages and both themes, whatever lies over it. */
describe.runIf(HAS_BROWSER)('no rule of accessibility is broken', () => {
  const served = servedPage();

  /** Turns a page that is open to another language and theme by its address, which also works under a dialog. */
  async function byAddress(page: Page, language: string, theme: string): Promise<void> {
    await page.evaluate(`(() => {
      const pairs = new URLSearchParams(location.hash.slice(1));
      pairs.set('lang', '${language}');
      pairs.set('theme', '${theme}');
      location.hash = String(pairs);
    })()`);
    await isTurned(page, language, theme);
  }

  /** By the lists of the page, which leaves what a file had wrong where it is. */
  async function byHand(page: Page, language: string, theme: string): Promise<void> {
    await choose(page, language);
    await choose(page, theme);
    await isTurned(page, language, theme);
  }

  async function isTurned(page: Page, language: string, theme: string): Promise<void> {
    const root = 'document.documentElement';
    await until(page, `${root}.lang === '${language}' && ${root}.dataset.theme === '${theme}' && ${RESTS}`);
    await until(page, COLOURS_STAND);
  }

  /** What breaks a rule in any look, told with the look. */
  async function inEveryLook(page: Page, turned = byAddress): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const [language, theme] of LOOKS) {
      await turned(page, language, theme);
      const violations = (await violationsOf(page)) as unknown[];
      found.push(...violations.map((violation) => `${language}, ${theme}: ${String(violation)}`));
    }
    return found;
  }

  it.each(PAGES)('on the page %s, as charts and as tables', async (name) => {
    const { page, errors } = await served.open(`draws=64&page=${name}`);
    await until(page, SHOWS);
    expect(await inEveryLook(page)).toEqual([]);
    await page.evaluate(`location.hash += '&view=tables'`);
    await until(page, NO_CHART);
    expect(await inEveryLook(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('on as many pages as there are', async () => {
    const { page } = await served.open('draws=64');
    expect(await page.locator('nav button').count()).toBe(PAGES.length);
  });

  it('with the sources of a figure open', async () => {
    const { page, errors } = await served.open('draws=64');
    await page.locator('h1 .figure').click();
    await page.locator('dialog.provenance .equation').first().waitFor(PATIENCE);
    expect(await inEveryLook(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('with the list of keys open', async () => {
    const { page, errors } = await served.open('draws=64');
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor(PATIENCE);
    expect(await inEveryLook(page)).toEqual([]);
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('while the tour is on', async () => {
    const { page, errors } = await served.open('draws=64&lang=en');
    await page.getByRole('button', { name: 'New? Tour, 1 minute' }).click();
    await page.locator('.tour').waitFor(PATIENCE);
    expect(await inEveryLook(page)).toEqual([]);
    expect(await page.locator('.tour').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('with pinned scenarios, levers set and found, and plants taken out', async () => {
    const { page, errors } = await served.open(
      'draws=64&lang=en&capex.all=0.8&remove=AP6+Zhunan&delay.AP7+Chiayi+P1=4&pin=scenario%3Dhbm4-late&pin=capex.all%3D1.2',
    );
    await page.locator('input[type=search]').fill('share');
    await until(page, 'document.querySelectorAll(".pinned .pins li").length > 0');
    expect(await inEveryLook(page)).toEqual([]);
    await page.evaluate(`location.hash += '&page=supply'`);
    await page.locator('.removals input').first().waitFor(PATIENCE);
    expect(await inEveryLook(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('where a link or a file holds what cannot be used', async () => {
    const { page } = await served.open('v=1&draws=64&capex.all=99&no-such-lever=1');
    await page.locator('.notice li').first().waitFor(PATIENCE);
    expect(await inEveryLook(page)).toEqual([]);
    const broken = readFileSync(new URL('../docs/examples/broken-scenario.yaml', import.meta.url));
    await page
      .locator('input[accept*=yaml]')
      .setInputFiles({ name: 'broken.yaml', mimeType: 'text/yaml', buffer: broken });
    await until(page, 'document.querySelector(".notice")?.textContent.includes("broken.yaml") ?? false');
    expect(await inEveryLook(page, byHand)).toEqual([]);
  });

  it('where nothing can be computed', async () => {
    const context = await served.browser.newContext({ locale: 'en-US', serviceWorkers: 'block' });
    await context.route(/answer-worker/u, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(served.server.address);
    await page.locator('.notice[role=alert]').waitFor(PATIENCE);
    expect(await inEveryLook(page, byAddress)).toEqual([]);
    await context.close();
  });
});
