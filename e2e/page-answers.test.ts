import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { chokepoint } from './chokepoint.ts';
import { HAS_BROWSER } from './support/browser.ts';
import { servedPage } from './support/page-browser.ts';

/** Pages beyond the first screen say what the command line says. */
describe.runIf(HAS_BROWSER)('pages', () => {
  const served = servedPage();

  async function open(hash: string): Promise<Page> {
    const { page } = await served.open(`v=1&draws=128&${hash}`);
    await page.waitForSelector('article[aria-busy=false] :is(table, details)', { timeout: 60_000 });
    return page;
  }

  async function textOf(page: Page): Promise<string> {
    return (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ');
  }

  it.each(['en', 'ja'])('training cost: the same figures, and another run when asked (%s)', async (lang) => {
    const page = await open(`page=training&lang=${lang}`);
    const { stdout } = await chokepoint([
      'train-cost',
      'deepseek-v3',
      '--draws',
      '128',
      '--lang',
      lang,
      '--json',
    ]);
    const { outputs } = JSON.parse(stdout) as { outputs: { name: string; p50: number }[] };
    const rental = outputs.find(({ name }) => name === 'rental')?.p50 ?? Number.NaN;
    const shown = /(?:USD ([\d.]+) M|([\d,]+)万ドル)/u.exec(await page.locator('h1').innerText());
    const millions = shown?.[1] ? Number(shown[1]) : Number(shown?.[2]?.replaceAll(',', '')) / 100;
    expect(Math.abs(millions - rental / 1e6)).toBeLessThan(0.05);
    await page.getByRole('combobox').nth(4).selectOption('llama-3-1-405b');
    await page.waitForSelector('h1:has-text("Llama")');
    expect(page.url()).toContain('ask=model%3Dllama-3-1-405b');
  });

  it('sources: finds the rows of the command line, and rows are never markup', async () => {
    const page = await open(`page=sources&lang=en&ask=${encodeURIComponent('words=cowos ap7')}`);
    const { stdout } = await chokepoint(['facts', 'cowos', 'ap7', '--as-of', '2026-09-30', '--lang', 'en']);
    const head = stdout.split('\n')[0] ?? '';
    expect(head).toMatch(/^\d+ rows/u);
    expect(await page.locator('h1').innerText()).toBe(head);
    expect(await page.locator('main a[href^="http"]').count()).toBeGreaterThan(0);
  });

  it('claims: counts the verdicts of the command line', async () => {
    const page = await open('page=record&lang=en');
    const { stdout } = await chokepoint(['claims', '--lang', 'en']);
    const total = /^All.*$/mu.exec(stdout)?.[0].replaceAll(/\s+/gu, ' ').trim();
    expect(total).toMatch(/\d/u);
    expect(await textOf(page)).toContain(total);
  });

  it('model: finds equations by their words', async () => {
    const page = await open('page=model&lang=en&ask=words%3Dplant+capacity');
    expect(await textOf(page)).toContain('plant capacity[plant] =');
  });
});
