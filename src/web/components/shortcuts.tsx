import { useEffect, useRef } from 'react';
import { translate } from '../../show/message.ts';
import type { PlainMessageKey } from '../../show/message.ts';
import { PAGES } from '../pages/page-list.ts';
import { pageLanguage, useLanguage, useStore } from '../page-context.ts';
import { THEMES } from '../state/page-address.ts';
import type { PageStore } from '../state/page-store.ts';

const LIST: readonly (readonly [keys: string, text: PlainMessageKey])[] = [
  ['z', 'page.key.undo'],
  ['Shift z', 'page.key.redo'],
  ['t', 'page.key.table'],
  ['d', 'page.key.theme'],
  ['j', 'page.key.language'],
  ['/', 'page.key.search'],
  ['Shift o', 'page.key.reset'],
  ['[ ]', 'page.key.pages'],
  ['← →', 'page.key.lever'],
  ['← → ↑ ↓', 'page.key.cursor'],
  ['?', 'page.key.help'],
];

/** Id of the field that `/` goes to. */
export const LEVER_SEARCH = 'lever-search';

/** The list of shortcuts, and what they do wherever the focus is not in a field. */
export function Shortcuts() {
  const language = useLanguage();
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (event.key === '?') dialog.current?.showModal();
      else if (!act(event.key, store)) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [store]);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{translate(language, 'page.shortcuts')}</h2>
      <dl>
        {LIST.map(([keys, text]) => (
          <div key={text}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{translate(language, text)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => dialog.current?.close()}>
        {translate(language, 'page.close')}
      </button>
    </dialog>
  );
}

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
