import { use, useMemo } from 'react';
import type { AsicAnswer } from '../../../answers/asic.ts';
import { asicFans, asicHeadline } from '../../../show/asic-charts.ts';
import { asicCards, asicProgrammes, asicShares, toldYear } from '../../../show/asic-view.ts';
import { formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Section } from '../../components/section.tsx';
import { TableView } from '../../components/table-view.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import { SeriesPanels } from '../series/series-page.tsx';
import { Waiting } from '../waiting.tsx';
import { ProductRemovals } from './product-removals.tsx';

/** How far own chips fill the gap: their share, what each programme adds and takes, and products side by side. */
export function AsicPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { inquired, isComputing } = usePage();
  const answer = inquired?.kind === 'asic' ? inquired.answer : null;
  const headline = answer && asicHeadline(answer, language);
  return (
    <article aria-busy={isComputing}>
      {headline ? (
        <>
          <h1>
            <Emphasis text={headline.finding} figure={headline.figure} />
          </h1>
          <p className="context">{headline.context}</p>
        </>
      ) : (
        <h1>{translate(language, 'page.name.asic')}</h1>
      )}
      {answer ? <Answer answer={answer} /> : <Waiting text="page.asic.waiting" />}
      <SeriesPanels />
      {answer && <Products answer={answer} />}
      {answer && <ProductRemovals />}
    </article>
  );
}

function Answer({ answer }: { readonly answer: AsicAnswer }) {
  const language = useLanguage();
  const { isInquiring } = usePage();
  const fans = useMemo(() => asicFans(answer, language), [answer, language]);
  const shares = translate(language, 'asic.shares');
  const without = translate(language, 'asic.without', { year: formatYear(toldYear(answer), language) });
  const className = isInquiring ? 'evidence evidence-wide is-stale' : 'evidence evidence-wide';
  return (
    <div className="grid grid-above">
      {fans.map((spec) => (
        <ChartFigure key={spec.title} spec={spec} isStale={isInquiring} />
      ))}
      <Section title={shares} className={className}>
        <TableView caption={shares} table={asicShares(answer, language)} />
      </Section>
      <Section title={without} className={className} note={translate(language, 'asic.note')}>
        <TableView caption={without} table={asicProgrammes(answer, language)} />
      </Section>
    </div>
  );
}

function Products({ answer: { cards } }: { readonly answer: AsicAnswer }) {
  const language = useLanguage();
  const title = translate(language, 'asic.cards');
  return (
    <Section title={title}>
      <TableView caption={title} table={asicCards(cards, language)} />
    </Section>
  );
}
