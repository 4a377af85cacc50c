import { use, useMemo } from 'react';
import { bindingSentence } from '../../../show/forecast-headline.ts';
import { translate } from '../../../show/message.ts';
import { bindingHeatMap, hingeTornado } from '../../../show/page-charts.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import type { Answered } from '../../state/page-state.ts';

/** What stops output, to the horizon, and what the answer hinges on. */
export function ChokepointsPage() {
  const { scenario } = usePage();
  return scenario && <Answer answered={scenario} />;
}

function Answer({ answered: { shortage, hinges, lastHinges } }: { readonly answered: Answered }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { isComputing } = usePage();
  const binding = useMemo(() => bindingHeatMap(shortage, language), [shortage, language]);
  const shown = hinges ?? lastHinges;
  const tornado = useMemo(
    () => shown && hingeTornado(shown, shortage, language),
    [shown, shortage, language],
  );
  return (
    <article aria-busy={isComputing}>
      <h1>{bindingSentence(shortage, language)}</h1>
      <p className="context">{translate(language, 'page.chokepoints.note')}</p>
      <div className="grid grid-single">
        <ChartFigure spec={binding} />
        {tornado && <ChartFigure spec={tornado} isStale={hinges === null} />}
      </div>
    </article>
  );
}
