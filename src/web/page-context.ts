import { createContext, use, useContext, useDeferredValue, useSyncExternalStore } from 'react';
import { languageOf } from '../show/language.ts';
import type { Language } from '../show/language.ts';
import { loadLanguage } from './browser/load-texts.ts';
import type { PageState } from './state/page-state.ts';
import type { PageStore } from './state/page-store.ts';

const StoreContext = createContext<PageStore | null>(null);
export const StoreProvider = StoreContext.Provider;

export function useStore(): PageStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store');
  return store;
}

export function usePage(): PageState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/**
 * The language of the page, once its texts are there. Until those of another one are, the page stays as it is: taking it
 * away meanwhile would take the focus with it.
 */
export function useLanguage(): Language {
  const language = useDeferredValue(pageLanguage(usePage()));
  use(loadLanguage(language));
  return language;
}

/** The language that the address of a page says, else that of the browser. */
export function pageLanguage({ view }: PageState): Language {
  return view.language ?? languageOf(navigator.language);
}
