import { use } from 'react';
import { formatDay } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import type { FiguresTaken } from '../compute/outlook.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';

/** That figures of one's own are in, how many are seen from the day, and the way to remove them. */
export function FiguresNotice({ figures }: { readonly figures: FiguresTaken }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const store = useStore();
  const { scenario } = usePage();
  const { rows, names, lastPublished } = figures;
  const own = scenario?.shortage.own;
  const { later = 0 } = own ?? {};
  const day = formatDay(scenario?.shortage.asOf ?? '', language);
  return (
    <div className="notice" role="status">
      <p>{translate(language, 'page.figures.in', { rows, names: names.join(', ') })}</p>
      {later > 0 && (
        <p>
          {translate(language, 'page.figures.later', { later, day })}{' '}
          <button type="button" onClick={() => store.setDay(lastPublished)}>
            {translate(language, 'page.figures.look', { day: formatDay(lastPublished, language) })}
          </button>
        </p>
      )}
      <p>
        <button type="button" onClick={() => store.removeFigures()}>
          {translate(language, 'page.figures.remove')}
        </button>
      </p>
    </div>
  );
}
