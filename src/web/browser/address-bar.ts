import type { PageStore } from '../state/page-store.ts';

/** Keeps the part of the URL after `#` and the page the same, whichever changes. */
export function followAddress(store: PageStore): void {
  /** What both agreed on last. */
  let agreed = location.hash;
  const write = (): void => {
    // Where somebody has gone, and the page is yet to be told: it will follow, so what it held before is not written over it.
    if (location.hash !== agreed) return;
    const { hash } = store;
    if (hash === location.hash.slice(1)) return;
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
    agreed = location.hash;
  };
  store.subscribe(write);
  addEventListener('hashchange', () => {
    agreed = location.hash;
    store.goTo(agreed);
  });
  write();
}
