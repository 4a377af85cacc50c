import { pageLanguage } from '../page-context.ts';
import type { PageStore } from '../state/page-store.ts';

/** Keeps the language and theme of the document those of the page. */
export function followDocument(store: PageStore): void {
  const write = (): void => {
    const state = store.getState();
    const { documentElement: root } = document;
    root.lang = pageLanguage(state);
    if (state.view.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = state.view.theme;
  };
  store.subscribe(write);
  write();
}
