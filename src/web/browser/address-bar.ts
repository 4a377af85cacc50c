import type { PageStore } from '../state/page-store.ts';

/** Keeps the part of the URL after `#` and the page the same, whichever changes. */
export function followAddress(store: PageStore): void {
  const write = (): void => {
    const { hash } = store;
    if (hash === location.hash.slice(1)) return;
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  };
  store.subscribe(write);
  addEventListener('hashchange', () => store.goTo(location.hash));
  write();
}
