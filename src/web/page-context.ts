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

/** One part of the state: whoever needs no more is drawn only when that changes. */
export function usePart<Name extends keyof PageState>(name: Name): PageState[Name] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.getState()[name]);
}

/**
 * The language of the page, once its texts are there. Until those of another one are, the page stays as it is: taking it
 * away meanwhile would take the focus with it.
 */
export function useLanguage(): Language {
  const store = useStore();
  // Of the whole state the language alone, so that nothing is drawn again where only a lever moved.
  const wanted = useSyncExternalStore(store.subscribe, () => pageLanguage(store.getState()));
  const language = useDeferredValue(wanted);
  use(loadLanguage(language));
  return language;
}

/** The language that the address of a page says, else that of the browser. */
export function pageLanguage({ view }: PageState): Language {
  return view.language ?? languageOf(navigator.language);
}
