import { use, useEffect, useRef } from 'react';
import { translate } from '../../show/message.ts';
import type { PlainMessageKey } from '../../show/message.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import { useLanguage } from '../page-context.ts';

/** Single keys, which can be turned off. */
const SINGLE: readonly (readonly [keys: string, text: PlainMessageKey])[] = [
  ['z', 'page.key.undo'],
  ['Shift z', 'page.key.redo'],
  ['t', 'page.key.table'],
  ['d', 'page.key.theme'],
  ['j', 'page.key.language'],
  ['/', 'page.key.search'],
  ['Shift o', 'page.key.reset'],
  ['[ ]', 'page.key.pages'],
  ['?', 'page.key.help'],
];

/** Keys of what has the focus. */
const FOCUSED: readonly (readonly [keys: string, text: PlainMessageKey])[] = [
  ['← →', 'page.key.lever'],
  ['← → ↑ ↓', 'page.key.cursor'],
  ['Enter', 'page.key.figure'],
  ['Esc', 'page.key.leave'],
];

interface ShortcutListProps {
  readonly areOn: boolean;
  readonly turn: (on: boolean) => void;
  readonly close: () => void;
}

/** The list of shortcuts, above the page as long as it is there; the focus goes back to where it was. */
export function ShortcutList({ areOn, turn, close }: ShortcutListProps) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={close}>
      <h2 id="shortcuts-title">{translate(language, 'page.shortcuts')}</h2>
      <label className="switch">
        <input type="checkbox" checked={areOn} onChange={({ target }) => turn(target.checked)} />
        {translate(language, 'page.shortcuts.on')}
      </label>
      <Keys list={SINGLE} isOff={!areOn} />
      <h3>{translate(language, 'page.shortcuts.focused')}</h3>
      <Keys list={FOCUSED} isOff={false} />
      <button type="button" onClick={() => dialog.current?.close()}>
        {translate(language, 'page.close')}
      </button>
    </dialog>
  );
}

function Keys({ list, isOff }: { readonly list: typeof SINGLE; readonly isOff: boolean }) {
  const language = useLanguage();
  return (
    <dl className={isOff ? 'is-off' : undefined}>
      {list.map(([keys, text]) => (
        <div key={text}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{translate(language, text)}</dd>
        </div>
      ))}
    </dl>
  );
}
