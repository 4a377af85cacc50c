import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { buildPage, servePage } from './page-server.ts';
import type { PageServer } from './page-server.ts';

/** The page, bundled and served, and a browser to look at it. */
export interface ServedPage {
  readonly server: PageServer;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function openServedPage(): Promise<ServedPage> {
  buildPage();
  const server = await servePage();
  const started = await startBrowser();
  return {
    server,
    browser: started.browser,
    close: async () => {
      await started.close();
      await server.close();
    },
  };
}
