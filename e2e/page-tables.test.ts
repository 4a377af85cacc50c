import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, violationsOf } from './support/page-browser.ts';

const TIMEOUT = { timeout: 90_000 };
/** One figure of every kind: [page, the table by part of its caption, whether its last figure is asked for]. */
const KINDS = [
  ['supply', 'of HBM capacity', false],
  ['supply', 'in plants still to open', true],
  ['chokepoints', 'hinges on', true],
  ['demand', 'Amazon', false],
  ['training', 'What it costs', false],
] as const;

/** Figures in tables open as marks of charts do. */
describe.runIf(HAS_BROWSER)('tables of the page', { timeout: 300_000 }, () => {
  const served = servedPage();

  async function open(hash: string, options: Parameters<typeof served.open>[1] = {}): Promise<Page> {
    const { page } = await served.open(`v=1&draws=64&view=tables&${hash}`, options);
    await settled(page);
    return page;
  }

  /** Tables are there, and nothing newer is on its way. */
  async function settled(page: Page): Promise<void> {
    await until(
      page,
      'document.querySelectorAll("main .is-stale, main .loading").length === 0 && document.querySelector("article[aria-busy=false] td .figure") !== null',
    );
  }

  /** Of the drawer, once it says where a figure comes from. */
  async function explained(page: Page): Promise<string> {
    await page.locator('.provenance h2').waitFor(TIMEOUT);
    return page.locator('.provenance h2').innerText();
  }

  it('open from every kind of table, down to rows and sources', async () => {
    const page = await open('page=supply');
    const seen: string[] = [];
    for (const [name, caption, isLast] of KINDS) {
      await page.evaluate(`location.hash = "v=1&draws=64&view=tables&lang=en&page=${name}"`);
      const table = page.locator('main table', { has: page.locator('caption', { hasText: caption }) });
      await table.first().waitFor(TIMEOUT);
      await settled(page);
      const figures = table.first().locator('.figure');
      await (isLast ? figures.last() : figures.first()).click();
      seen.push(await explained(page));
      expect(await page.locator('.provenance [role=alert]').count()).toBe(0);
      await expect.poll(() => page.locator('.provenance a[href^=http]').count(), TIMEOUT).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await until(page, 'document.querySelector("dialog[open]") === null');
    }
    expect(new Set(seen).size).toBe(KINDS.length);
  });

  it('let a page go where it is sent while what they opened is closing', async () => {
    const page = await open('page=supply');
    const figure = page.locator('main table .figure').first();
    await figure.click();
    await explained(page);
    // The drawer tells that it closed only after the address has changed, and before the page has heard of that.
    await page.evaluate(
      'document.querySelector("dialog.provenance").close(); location.hash = "v=1&draws=64&view=tables&page=demand"',
    );
    await page.locator('main table', { hasText: 'Amazon' }).first().waitFor(TIMEOUT);
    expect(await page.evaluate('location.hash')).toMatch(/page=demand/u);
  });

  it('are one stop of Tab, with arrows between figures, and give the focus back', async () => {
    const page = await open('page=supply');
    const text = (): Promise<string> => page.evaluate('document.activeElement.textContent');
    const table = page.locator('main table').nth(3);
    const cell = (row: number, column: number): Promise<string> =>
      table.locator('tbody tr').nth(row).locator('td').nth(column).innerText();
    // The element that scrolls is before it.
    await page.evaluate('document.querySelectorAll("main .table-scroll")[3].focus()');
    await page.keyboard.press('Tab');
    expect(await text()).toBe(await cell(0, 0));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const column = (await table.locator('tbody tr').first().locator('td .figure').count()) - 1;
    await page.keyboard.press('End');
    expect(await text()).toBe(await cell(2, column));
    await page.keyboard.press('ArrowRight');
    expect(await text()).toBe(await cell(2, column));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await text()).toBe(await cell(1, 0));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("table") === null')).toBe(true);
    // Back to where one was in the table.
    await page.keyboard.press('Shift+Tab');
    expect(await text()).toBe(await cell(1, 0));
    const told = await text();
    await page.keyboard.press('Enter');
    await explained(page);
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector("dialog[open]") === null');
    expect(await text()).toBe(told);
  });

  it('are copied as text', async () => {
    const page = await open('page=supply', { permissions: ['clipboard-read', 'clipboard-write'] });
    const rows = (await page.evaluate(`(() => {
      const table = document.querySelectorAll('main table')[3];
      const range = document.createRange();
      range.selectNodeContents(table.tBodies[0]);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent).join('\\t'));
    })()`)) as string[];
    await page.keyboard.press('Control+C');
    const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
    await expect.poll(async () => (await copied()).trimEnd(), TIMEOUT).toBe(rows.join('\n'));
  });

  it('are text without buttons on paper', async () => {
    const page = await open('page=supply');
    await page.emulateMedia({ media: 'print' });
    const borders = await page.evaluate(
      '[...document.querySelectorAll("td .figure")].map((each) => getComputedStyle(each).borderBottomStyle)',
    );
    expect(new Set(borders as string[])).toEqual(new Set(['none']));
  });

  it.each(['en', 'ja'])('break no rule of access, nor does what they open (%s)', async (lang) => {
    const page = await open(`lang=${lang}`);
    for (const [name, theme] of [
      ['shortage', 'dark'],
      ['chokepoints', 'light'],
      ['demand', 'dark'],
      ['training', 'light'],
    ] as const) {
      await page.evaluate(
        `location.hash = "v=1&draws=64&view=tables&lang=${lang}&theme=${theme}&page=${name}"`,
      );
      await until(page, `document.documentElement.dataset.theme === "${theme}"`);
      await page.waitForSelector('article[aria-busy=false] table', TIMEOUT);
      await settled(page);
      expect(await violationsOf(page)).toEqual([]);
    }
    for (const figure of ['train-cost/deepseek-v3/owned', 'fact/msft-guid-fy25-80,msft-guid-cy26-190']) {
      await page.evaluate(
        `location.hash = "v=1&draws=64&lang=${lang}&page=training&figure=" + encodeURIComponent("${figure}")`,
      );
      await expect
        .poll(() => page.locator('.provenance .steps, .provenance dl').count(), TIMEOUT)
        .toBeGreaterThan(0);
      expect(await violationsOf(page)).toEqual([]);
    }
  });
});
