import { translate } from '../../show/message.ts';
import { useLanguage, useStore } from '../page-context.ts';

interface FigureButtonProps {
  readonly figure: string;
  readonly text: string;
  /** Of a cell in a table, between which arrows go. */
  readonly place?: string;
  /** Whether Tab comes to it; so unless said. */
  readonly isStop?: boolean;
}

/** A figure that opens its equation and its sources. */
export function FigureButton({ figure, text, place, isStop = true }: FigureButtonProps) {
  const language = useLanguage();
  const store = useStore();
  return (
    <button
      type="button"
      className="figure"
      title={translate(language, 'page.provenance')}
      data-place={place}
      tabIndex={isStop ? undefined : -1}
      onClick={() => store.setView({ figure })}
    >
      {text}
    </button>
  );
}
