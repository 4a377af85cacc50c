import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startBrowser } from './browser.ts';
import { servePage } from './page-server.ts';
import type { PageServer } from './page-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The whole answer is there, with what it hinges on. */
export const WHOLE = 'article[aria-busy=false]';

/** Longer than anything takes on a machine that has much else to do. */
const PATIENCE = { timeout: 60_000 };

/** An open page, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  readonly errors: string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** Run in the page before anything of its own. */
  readonly before?: string;
}

/** The page, served from the folder that the tests’ set-up has bundled, and a browser to look at it. */
export interface ServedPage {
  readonly server: PageServer;
  readonly browser: Browser;
  /** A page of its own at an address, once it has its whole answer. */
  open(hash?: string, options?: OpenOptions): Promise<OpenPage>;
}

/** Serves the page and starts a browser for the tests of a file, and ends both after them. */
export function servedPage(texts: Readonly<Record<string, string>> = {}): ServedPage {
  let server: PageServer | undefined;
  let started: Awaited<ReturnType<typeof startBrowser>> | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    server = await servePage(texts);
    started = await startBrowser();
  });
  // Pages left open would go on drawing beside those of the next test.
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await started?.close();
    await server?.close();
  });
  return {
    get server() {
      return ready(server);
    },
    get browser() {
      return ready(started).browser;
    },
    async open(hash = '', { before, ...options } = {}) {
      const context = await this.browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      if (before !== undefined) await page.addInitScript(before);
      await page.goto(`${this.server.address}#${hash}`);
      await whole(page);
      return { page, errors };
    },
  };
}

function ready<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('asked for outside of a test');
  return value;
}

/** Waits for the whole answer. */
export async function whole(page: Page): Promise<void> {
  await page.waitForSelector(WHOLE, PATIENCE);
}

/**
 * Waits until an expression is true, and says what the page shows where it never is. Playwright's own waiting evaluates
 * text in the page, which its policy forbids.
 */
export async function until(page: Page, expression: string): Promise<void> {
  const seen = async (): Promise<string> => {
    const shown = 'document.querySelector("main").innerText.slice(0, 600)';
    return (await page.evaluate(expression))
      ? ''
      : `${expression} not so in: ${String(await page.evaluate(shown))}`;
  };
  await expect.poll(seen, PATIENCE).toBe('');
}

/** Rules of WCAG 2.2 AA and of good practice that a page breaks, each with the first element that does. */
export async function violationsOf(page: Page): Promise<unknown> {
  // Playwright evaluates past the policy of the page.
  await page.evaluate(AXE);
  return page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary))`);
}

/** Picks from a list of the browser’s own that has the value. */
export async function choose(page: Page, value: string): Promise<void> {
  await page.selectOption(`select:has(option[value="${value}"])`, value);
}
