import { translate } from '../../show/message.ts';
import { useLanguage, useStore } from '../page-context.ts';

/** A figure that opens its equation and its sources. */
export function FigureButton({ figure, text }: { readonly figure: string; readonly text: string }) {
  const language = useLanguage();
  const store = useStore();
  return (
    <button
      type="button"
      className="figure"
      title={translate(language, 'page.provenance')}
      onClick={() => store.setView({ figure })}
    >
      {text}
    </button>
  );
}
