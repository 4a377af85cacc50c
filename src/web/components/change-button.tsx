import { flushSync } from 'react-dom';
import { translate } from '../../show/message.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';

/** From an input to the lever that sets it: the lever is put where its untouched value is, and has the focus. */
export function ChangeButton({ path }: { readonly path: string }) {
  const language = useLanguage();
  const store = useStore();
  const { day, address } = usePage();
  const lever = day?.levers.find((each) => each.path === path);
  if (lever === undefined || lever.choices) return null;
  const go = (): void => {
    // At once, so that the drawer is shut and the lever there before the next key is pressed.
    flushSync(() => {
      store.setView({ figure: null });
      // A lever that is set stands on the page; its own resting value changes little until it is moved.
      if (!address.levers.has(path)) store.setLever(path, lever.rest);
    });
    const track = document.querySelector<HTMLInputElement>(`[data-lever="${CSS.escape(path)}"]`);
    track?.focus();
    track?.scrollIntoView({ block: 'center' });
  };
  return (
    <button type="button" className="figure" onClick={go}>
      {translate(language, 'page.provenance.change', { lever: lever.label[language] })}
    </button>
  );
}
