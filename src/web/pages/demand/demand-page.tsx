import { use } from 'react';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { useLanguage, usePage } from '../../page-context.ts';
import { SeriesHead, SeriesPanels } from '../series/series-page.tsx';
import { Waiting } from '../waiting.tsx';
import { Guidance } from './guidance.tsx';

/** What buyers need and order, and how far one can trust what they say they will spend. */
export function DemandPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { isComputing, inquired } = usePage();
  const answer = inquired?.kind === 'guidance' ? inquired.answer : null;
  return (
    <article aria-busy={isComputing}>
      <SeriesHead />
      <SeriesPanels />
      {answer ? <Guidance answer={answer} /> : <Waiting text="page.guidance.waiting" />}
    </article>
  );
}
