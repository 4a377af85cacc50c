import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage, until, WHOLE } from './support/page-browser.ts';

const TIMEOUT = 60_000;

/** What the focus went through, told by the page itself: pressing Tab some hundred times asks it nothing in between. */
const WATCH = `
window.walked = [];
addEventListener('focusin', ({ target }) => {
  const { outlineStyle, boxShadow } = getComputedStyle(target);
  window.walked.push({ target, isSeen: outlineStyle !== 'none' || boxShadow !== 'none' });
}, true);`;

/** Elements that Tab must come to, in the order of the document; of the figures of a table one, arrows reach the others. */
const REACHABLE = `[...document.querySelectorAll(
  'a[href], button:not(:disabled, [tabindex="-1"][data-place]), input, select, textarea, summary, [tabindex="0"]',
)].filter((element) => element.checkVisibility({ visibilityProperty: true }))`;

const NAMED =
  '(element) => element.tagName + " " + (element.getAttribute("aria-label") ?? element.textContent).slice(0, 60)';

/** Everything is done with keys; what is reached by Tab elsewhere is given the focus here. */
describe.runIf(HAS_BROWSER)('the page by keyboard alone', () => {
  const served = servedPage();

  async function open(hash: string, width = 1440): Promise<Page> {
    const { page } = await served.open(`v=1&draws=64&${hash}`, {
      viewport: { width, height: 900 },
      before: WATCH,
    });
    // Listened to before the first key: a chooser opened sooner is missed.
    page.on('filechooser', () => {});
    return page;
  }

  const focused = (page: Page): Promise<string> => page.evaluate(`(${NAMED})(document.activeElement)`);
  const hash = (page: Page): string => new URL(page.url()).hash;

  it('goes from the masthead through levers to a whole answer', async () => {
    const page = await open('');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('A Skip to the answer');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('answer');
    // Language: the page keeps the focus while Japanese is on its way.
    await page.getByRole('combobox', { name: 'Language' }).focus();
    await page.keyboard.press('ArrowDown');
    await until(page, 'document.querySelector("label").textContent === "時点"');
    expect(await page.evaluate('document.activeElement.value')).toBe('ja');
    await page.keyboard.press('ArrowUp');
    await until(page, 'document.querySelector("label").textContent === "As of"');
    await page.getByRole('combobox', { name: 'Theme' }).focus();
    await page.keyboard.press('ArrowDown');
    await until(page, 'document.documentElement.dataset.theme === "light"');

    const slider = page.getByRole('slider', { name: 'HBM capacity, multiplied' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const moved = Number(await slider.inputValue());
    expect(moved).toBeGreaterThan(1);
    await page.keyboard.press('z');
    expect(Number(await slider.inputValue())).toBeLessThan(moved);
    await page.keyboard.press('Shift+Z');
    expect(Number(await slider.inputValue())).toBe(moved);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('1.1');
    await page.keyboard.press('Enter');
    await until(page, 'location.hash.includes("=1.1")');
    expect(await page.evaluate('document.activeElement.value')).toBe('1.1');
    await page.getByRole('button', { name: 'Reset HBM capacity, multiplied' }).focus();
    await page.keyboard.press('Enter');
    await until(page, '!location.hash.includes("=1.1")');
    expect(await page.evaluate('document.activeElement.type')).toBe('range');
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await undo.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Enter');
    await until(page, 'document.activeElement.getAttribute("aria-disabled") === "true"');
    expect(await focused(page)).toContain('Undo');

    const before = await page.locator('h1').innerText();
    await page.getByRole('combobox', { name: 'Scenario' }).focus();
    await page.keyboard.press('ArrowDown');
    await until(page, `document.querySelector('h1').innerText !== ${JSON.stringify(before)}`);
    await page.getByRole('button', { name: 'Pin', exact: true }).focus();
    await page.keyboard.press('Enter');
    await until(page, 'location.hash.includes("pin=")');
    await page.locator('nav button').nth(1).focus();
    await page.keyboard.press('Enter');
    await until(page, 'location.hash.includes("page=chokepoints")');
    await page.keyboard.press(']');
    await until(page, 'location.hash.includes("page=supply")');
  });

  it('reads a chart value by value, follows a figure to a dated row, and comes back', async () => {
    const page = await open('');
    const chart = page.locator('.scene').first();
    const reading = page.locator('.drawing').first().locator('.reading[aria-live=polite]');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => reading.innerText()).toMatch(/2026/u);
    const first = await reading.innerText();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => reading.innerText()).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => reading.innerText()).toBe('');
    const cells = page.locator('.scene').nth(1);
    await cells.focus();
    await page.keyboard.press('ArrowRight');
    const cell = page.locator('.drawing').nth(1).locator('.reading');
    const above = await cell.innerText();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => cell.innerText()).not.toBe(above);

    await page.keyboard.press('t');
    await until(page, 'document.querySelectorAll(".scene").length === 0');
    await page.keyboard.press('t');
    await until(page, 'document.querySelectorAll(".scene").length > 0');
    await page.locator('.downloads button').first().focus();
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/u);

    await page.locator('h1 .figure').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.provenance h2', { timeout: TIMEOUT });
    const inside = 'document.activeElement.closest("dialog.provenance") !== null';
    expect(await page.evaluate(inside)).toBe(true);
    const links = Number(
      await page.evaluate(`${REACHABLE}.findIndex((each) => each.matches('.input td a'))`),
    );
    expect(links).toBeGreaterThan(0);
    await page.locator('.provenance td a').first().focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(inside)).toBe(true);
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector("dialog[open]") === null');
    expect(await page.evaluate('document.activeElement.matches("h1 .figure")')).toBe(true);
    // A dialog tells that it closed a moment after it did.
    await expect.poll(() => hash(page)).not.toContain('figure=');

    await page.keyboard.press('Enter');
    const change = page.locator('.provenance').getByRole('button', { name: /^Change: / });
    await change.first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.type')).toBe('range');
  });

  it('opens figures from figures, with a way back that keeps the focus in the drawer', async () => {
    const page = await open('figure=own-chip-share/shipments/2027');
    await page.locator('.terms .figure').first().waitFor({ timeout: TIMEOUT });
    const whole = await page.locator('.provenance h2').innerText();
    await page.locator('.terms .figure').first().focus();
    await page.keyboard.press('Enter');
    await until(
      page,
      `(document.querySelector('.provenance h2')?.innerText ?? '') !== ${JSON.stringify(whole)}`,
    );
    expect(await page.evaluate('document.activeElement.id')).toBe('provenance-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(page, `document.querySelector('.provenance h2')?.innerText === ${JSON.stringify(whole)}`);
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector("dialog[open]") === null');
    await until(page, 'document.activeElement.id === "answer"');
  });

  it('opens a scenario file', async () => {
    const page = await open('');
    await page.getByRole('button', { name: 'Open …' }).focus();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    const buffer = Buffer.from('name: less\nextends: latest\nset:\n  capex.all: 0.7\n');
    await chooser.setFiles({ name: 'less.yaml', mimeType: 'text/yaml', buffer });
    await until(page, 'location.hash.includes("capex.all=0.7")');
    expect(await focused(page)).toContain('Open');
  });

  it('lists its shortcuts, which do nothing while somebody types and can be turned off', async () => {
    const page = await open('page=sources');
    const words = page.getByRole('searchbox', { name: 'Find words' });
    await words.focus();
    await page.keyboard.type('tzj?');
    await page.keyboard.press('Enter');
    await until(page, 'location.hash.includes("tzj")');
    // Enter has asked; the field keeps the focus, so that what is typed next is no shortcut.
    await page.keyboard.type('t');
    expect(await words.inputValue()).toBe('tzj?t');
    expect(hash(page)).not.toContain('view=tables');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('dialog[open]').count()).toBe(0);

    const shortcuts = page.getByRole('button', { name: 'Shortcuts' });
    await shortcuts.focus();
    await page.keyboard.press('?');
    await page.waitForSelector('dialog.shortcuts[open]', { timeout: TIMEOUT });
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector("dialog[open]") === null');
    expect(await focused(page)).toBe('BUTTON Shortcuts');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog.shortcuts[open]', { timeout: TIMEOUT });
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await until(page, 'document.querySelector("dialog[open]") === null');
    for (const key of ['t', 'd', '?']) await page.keyboard.press(key);
    expect(hash(page)).not.toMatch(/view=tables|theme=/u);
    await page.reload();
    await page.waitForSelector(WHOLE, { timeout: TIMEOUT });
    await page.keyboard.press('d');
    expect(hash(page)).not.toContain('theme=');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('takes the focus nowhere by itself', async () => {
    const page = await open('');
    // A field that is passed within a frame must not take the focus back.
    const stayed = await page.evaluate(`(async () => {
      const [field] = document.querySelectorAll('.lever-field');
      const [next] = document.querySelectorAll('nav button');
      field.focus();
      next.focus();
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return document.activeElement === next;
    })()`);
    expect(stayed).toBe(true);
  });

  it.each([
    ['en', 1440, ['masthead', 'levers', 'answer']],
    ['ja', 390, ['masthead', 'answer', 'levers']],
  ])('is walked through by Tab on every page as it is seen: %s, %i pixels', async (lang, width, order) => {
    const page = await open(`lang=${lang}`, width);
    const count = await page.locator('nav button').count();
    for (let index = 0; index < count; index++) {
      const entry = page.locator('nav button').nth(index);
      await entry.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => entry.getAttribute('aria-current')).toBe('page');
      await page.waitForSelector(`${WHOLE} :is(.scene svg, table, details)`, { timeout: TIMEOUT });
      // From the very start: the skip link is the first.
      await page.evaluate('document.querySelector("a.skip").focus(); window.walked.length = 0');
      const expected = Number(await page.evaluate(`${REACHABLE}.length`));
      for (let step = 1; step < expected; step++) await page.keyboard.press('Tab');
      const found = await page.evaluate(`(() => {
        const name = ${NAMED};
        const walked = window.walked.map(({ target }) => target);
        const wanted = ${REACHABLE}.slice(1);
        const regionOf = (element) =>
          element.closest('header') ? 'masthead' : element.closest('aside') ? 'levers' : 'answer';
        const sections = [...document.querySelectorAll('main .evidence')].map((each) => each.getBoundingClientRect());
        const handlers = [...document.querySelectorAll('#page *')].filter((element) => {
          const key = Object.keys(element).find((each) => each.startsWith('__reactProps'));
          return key !== undefined && typeof element[key].onClick === 'function';
        });
        return {
          missed: wanted.filter((each) => !walked.includes(each)).map(name),
          disordered: wanted.filter((each, at) => walked[at] !== each).slice(0, 3).map(name),
          unseen: window.walked.filter(({ isSeen }) => !isSeen).map(({ target }) => name(target)),
          regions: walked.map(regionOf).filter((each, at, all) => each !== all[at - 1]),
          upward: sections.filter((box, at) => at > 0 && box.top < sections[at - 1].top - 1 ).length,
          unreachable: handlers.filter((each) => !each.matches('button, a[href], input, [tabindex="0"]')).map(name),
        };
      })()`);
      expect({ index, ...(found as object) }).toEqual({
        index,
        missed: [],
        disordered: [],
        unseen: [],
        regions: order,
        upward: 0,
        unreachable: [],
      });
    }
  });
});
