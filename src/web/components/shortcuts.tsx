import { lazy, Suspense, useEffect, useState } from 'react';
import { remember, remembered } from '../browser/remembered.ts';
import { PAGES } from '../pages/page-list.ts';
import { pageLanguage, useStore } from '../page-context.ts';
import { THEMES } from '../state/page-address.ts';
import type { PageStore } from '../state/page-store.ts';

// Few open the list, and its texts are many.
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

/** Id of the field that `/` goes to. */
export const LEVER_SEARCH = 'lever-search';

interface ShortcutsProps {
  readonly isListed: boolean;
  readonly list: (isListed: boolean) => void;
}

/**
 * What single keys do wherever the focus is not in a field and no dialog lies above the page, and the list of them. They
 * can be turned off, since speech input and slips press them unasked (WCAG 2.1.4); the masthead then still opens the list.
 */
export function Shortcuts({ isListed, list }: ShortcutsProps) {
  const store = useStore();
  const [areOn, setOn] = useState(() => remembered('shortcuts') !== 'off');
  useEffect(() => {
    if (!areOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === '?') list(true);
      else if (!act(event.key, store)) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store, areOn, list]);
  const turn = (on: boolean): void => {
    setOn(on);
    remember('shortcuts', on ? 'on' : 'off');
  };
  return (
    isListed && (
      <Suspense>
        <ShortcutList areOn={areOn} turn={turn} close={() => list(false)} />
      </Suspense>
    )
  );
}

/** Whether a key pressed there is part of a text or of a choice. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

/** Whether a key does anything. */
function act(key: string, store: PageStore): boolean {
  const state = store.getState();
  const { view } = state;
  switch (key) {
    case 'z':
      store.undo();
      return true;
    case 'Z':
      store.redo();
      return true;
    case 'O':
      store.reset();
      return true;
    case 't':
      store.setView({ tables: !view.tables });
      return true;
    case 'd':
      store.setView({ theme: THEMES[(THEMES.indexOf(view.theme) + 1) % THEMES.length] ?? 'system' });
      return true;
    case 'j':
      store.setView({ language: pageLanguage(state) === 'ja' ? 'en' : 'ja' });
      return true;
    case '/':
      document.getElementById(LEVER_SEARCH)?.focus();
      return true;
    case '[':
    case ']': {
      const at = PAGES.findIndex(({ name }) => name === view.page);
      const next = PAGES[at + (key === ']' ? 1 : -1)];
      if (next) store.setView({ page: next.name });
      return true;
    }
    default:
      return false;
  }
}
