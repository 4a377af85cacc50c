import type { CDPSession, Page } from 'playwright-core';
import { startBrowser } from '../e2e/support/browser.ts';
import { firstLoad } from '../e2e/support/first-load.ts';
import { buildPage, servePage } from '../e2e/support/page-server.ts';
import { middle } from './spread.ts';

/*
 * npm run bench:page -- [drags] [timed]
 *
 * The page in a real browser: what travels before its first answer, how long that takes with the processor throttled
 * four times and not, how soon each stage of an answer is drawn once a lever has moved, and what is left in memory
 * after the first tenth of the drags and after the last. The first hundred drags, or so many as are said, are timed and
 * each waits for its whole answer; what follows is dragged on as soon as something is drawn, so that 500 take minutes.
 */

/** What happens in the page, in milliseconds. */
interface Drags {
  readonly median: readonly number[];
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
  readonly full: readonly number[];
  /** Tasks of the main thread of more than 50 ms while dragging. */
  readonly longTasks: readonly number[];
}

/** What the page holds once nothing is left to collect, workers apart. */
interface Held {
  /** 10⁶ bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

const DRAGS = Number(process.argv[2] ?? 100);
const TIMED = Math.min(DRAGS, Number(process.argv[3] ?? 100));
const TENTH = Math.max(1, Math.floor(DRAGS / 10));
const WATCH = `new MutationObserver((_, observer) => {
  if (!document.querySelector('h1')) return;
  window.firstAnswer = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/**
 * Adds `dragFor(from, to, isTimed)` to the page: moves a lever as a pointer would, and waits until each stage is drawn,
 * woken by what changes, for a loop that looks again and again would take a processor from those who draw.
 */
const DRAG = `window.dragFor = async (from, to, isTimed) => {
  const input = document.querySelector('[data-lever="packaging.total"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const drawn = () => document.querySelector('.scene svg').innerHTML;
  const since = (start, isThere) => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('nothing drawn')), 60000);
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(late);
      resolve(performance.now() - start);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    look();
  });
  const longTasks = [];
  const watch = new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration); });
  watch.observe({ entryTypes: ['longtask'] });
  const out = { median: [], coarse: [], fine: [], full: [], longTasks };
  for (let drag = from; drag < to; drag++) {
    const before = drawn();
    const start = performance.now();
    set.call(input, String(0.6 + ((drag * 37) % 80) / 100));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    out.median.push(await since(start, () => drawn() !== before));
    if (!isTimed) {
      input.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      continue;
    }
    const first = drawn();
    out.coarse.push(await since(start, () => drawn() !== first));
    const rested = performance.now();
    input.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    const foot = () => document.querySelector('footer').textContent;
    out.fine.push(await since(rested, () => foot().startsWith('2,048')));
    out.full.push(await since(rested, () => foot().includes(' seed ')));
    await since(0, () => document.querySelector('article').getAttribute('aria-busy') === 'false');
  }
  await since(0, () => document.querySelector('article').getAttribute('aria-busy') === 'false');
  watch.disconnect();
  return out;
}`;

buildPage();
const server = await servePage();
const started = await startBrowser();

async function open(throttle: number): Promise<{ page: Page; session: CDPSession; firstAnswer: number }> {
  const context = await started.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.addInitScript(WATCH);
  await page.goto(server.address);
  await page.waitForSelector('article[aria-busy=false]');
  return { page, session, firstAnswer: await page.evaluate('window.firstAnswer') };
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

const bytes = [...firstLoad().values()].reduce((sum, size) => sum + size, 0);
row('JavaScript before the first answer, gzip', bytes / 1000, 'kB', 200);
const throttled = await open(4);
// Throttling goes on taking processor time as long as its page is open.
await throttled.page.context().close();
row('first answer, processor throttled four times', throttled.firstAnswer, 'ms', 2000);
const { page, session, firstAnswer } = await open(1);
row('first answer', firstAnswer, 'ms', undefined);
await session.send('Performance.enable');
await page.evaluate(DRAG);
const dragFor = (from: number, to: number, isTimed: boolean): Promise<Drags> =>
  page.evaluate(`dragFor(${from}, ${to}, ${isTimed})`);
/** Of the drags from one to another those timed. */
async function dragTo(from: number, to: number): Promise<Drags> {
  const edge = Math.min(to, Math.max(from, TIMED));
  const timed = await dragFor(from, edge, true);
  await dragFor(edge, to, false);
  return timed;
}

const first = await dragTo(0, TENTH);
const early = await heldBy(session);
const second = await dragTo(TENTH, DRAGS);
const late = await heldBy(session);
const drags: Drags = {
  median: [...first.median, ...second.median],
  coarse: [...first.coarse, ...second.coarse],
  fine: [...first.fine, ...second.fine],
  full: [...first.full, ...second.full],
  longTasks: [...first.longTasks, ...second.longTasks],
};
row('lever moved: median drawn', middle([...drags.median]), 'ms', 16);
row('lever moved: coarse fan drawn', middle([...drags.coarse]), 'ms', 50);
row('lever let go: fan of 2,048 drawn', middle([...drags.fine]), 'ms', 150);
row('lever let go: the same in doubles', middle([...drags.full]), 'ms', undefined);
row('longest task of the main thread', Math.max(0, ...drags.longTasks), 'ms', 50);
for (const [name, unit] of [
  ['heap', 'MB'],
  ['nodes', ''],
  ['listeners', ''],
] as const) {
  row(`${name} after ${TENTH} drags`, early[name], unit, undefined);
  row(`${name} after ${DRAGS} drags`, late[name], unit, undefined);
}
await started.close();
await server.close();

function row(name: string, value: number, unit: string, target: number | undefined): void {
  const held = target === undefined ? '' : value <= target ? `met: ${target}` : `missed: ${target}`;
  process.stdout.write(
    `${name.padEnd(50)} ${value.toFixed(unit === 'MB' ? 1 : 0).padStart(6)} ${unit.padEnd(3)} ${held}\n`,
  );
}
