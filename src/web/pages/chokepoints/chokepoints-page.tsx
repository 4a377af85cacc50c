import { use, useMemo } from 'react';
import { bindingSentence, join } from '../../../show/forecast-headline.ts';
import { translate } from '../../../show/message.ts';
import { bindingHeatMap, hingeTornado } from '../../../show/page-charts.ts';
import { worthSentences } from '../../../show/worth-view.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Sentence } from '../../components/sentence.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import type { Answered } from '../../state/page-state.ts';
import { Waiting } from '../waiting.tsx';
import { NextConstraints, Worth } from './worth.tsx';

/** What stops output, to the horizon, what would come next, what more is worth, and what the answer hinges on. */
export function ChokepointsPage() {
  const { scenario } = usePage();
  return scenario && <Answer answered={scenario} />;
}

function Answer({ answered: { shortage, hinges, lastHinges } }: { readonly answered: Answered }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { isComputing, inquired, isInquiring } = usePage();
  const binding = useMemo(() => bindingHeatMap(shortage, language), [shortage, language]);
  const shown = hinges ?? lastHinges;
  const tornado = useMemo(
    () => shown && hingeTornado(shown, shortage, language),
    [shown, shortage, language],
  );
  const worth = inquired?.kind === 'worth' ? inquired.answer : null;
  const now = shortage.binding.now?.input;
  return (
    <article aria-busy={isComputing}>
      <h1>
        <Sentence text={bindingSentence(shortage, language)} />
      </h1>
      <p className={worth ? 'context' : 'context is-awaited'}>
        <Sentence
          text={
            worth
              ? join(worthSentences(worth, now, language), language)
              : translate(language, 'page.chokepoints.note')
          }
        />
      </p>
      <div className="grid grid-single">
        <ChartFigure spec={binding} />
        {worth ? (
          <>
            <NextConstraints worth={worth} binding={now} isStale={isInquiring} />
            <Worth worth={worth} isStale={isInquiring} />
          </>
        ) : (
          <Waiting text="page.worth.waiting" />
        )}
        {tornado && <ChartFigure spec={tornado} isStale={hinges === null} />}
      </div>
    </article>
  );
}
