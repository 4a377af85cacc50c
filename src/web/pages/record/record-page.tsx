import { use, useMemo } from 'react';
import type { ForecastVintages } from '../../../answers/forecast-vintages.ts';
import { claimCounts, claimList, claimsFinding } from '../../../show/claims-view.ts';
import { formatDay } from '../../../show/date-format.ts';
import { recordByPublisher, recordBySubject } from '../../../show/forecast-record-view.ts';
import { sectionsOf } from '../../../show/markdown-document.ts';
import { translate } from '../../../show/message.ts';
import { movedLine } from '../../../show/moved-line.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { Folded } from '../../components/folded.tsx';
import { Section } from '../../components/section.tsx';
import { TableView } from '../../components/table-view.tsx';
import type { RecordFound } from '../../compute/inquiry.ts';
import { useLanguage, usePage } from '../../page-context.ts';
import { Waiting } from '../waiting.tsx';

/** What became of the statements of the article, how far forecasters missed, and how far the model does. */
export function RecordPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { inquired, isInquiring } = usePage();
  const found = inquired?.kind === 'record' ? inquired : null;
  return (
    <article aria-busy={isInquiring}>
      {found ? <Found found={found} /> : <h1>{translate(language, 'page.name.record')}</h1>}
      {!found && <Waiting text="page.record.waiting" />}
    </article>
  );
}

function Found({ found: { claims, forecasters, report } }: { readonly found: RecordFound }) {
  const language = useLanguage();
  const counts = translate(language, 'page.record.counts');
  const missed = translate(language, 'page.record.missed', { count: forecasters.scored.length });
  const publishers = translate(language, 'page.record.publishers');
  const statements = translate(language, 'page.record.statements');
  return (
    <>
      <h1>
        <Emphasis text={claimsFinding(claims, language)} figure={undefined} />
      </h1>
      <p className="context">
        {translate(language, 'page.record.note', { date: formatDay(claims.asOf, language) })}
      </p>
      <div className="grid grid-single">
        <Section title={counts}>
          <TableView caption={counts} table={claimCounts(claims, language)} />
        </Section>
        {forecasters.vintages && <MovedFigure vintages={forecasters.vintages} />}
        <Section title={translate(language, 'page.record.model')}>
          <Report text={report[language]} />
        </Section>
        <Section title={missed} note={translate(language, 'record.how')}>
          <TableView caption={missed} table={recordBySubject(forecasters, language)} />
        </Section>
        <Section title={publishers}>
          <TableView caption={publishers} table={recordByPublisher(forecasters, language)} />
        </Section>
        <Section title={statements} note={translate(language, 'claims.how', { draws: claims.draws })}>
          <TableView caption={statements} table={claimList(claims, language)} className="prose" />
        </Section>
      </div>
    </>
  );
}

/** How forecasts of one quantity moved. */
function MovedFigure({ vintages }: { readonly vintages: ForecastVintages }) {
  const language = useLanguage();
  const spec = useMemo(() => movedLine(vintages, language), [vintages, language]);
  return <ChartFigure spec={spec} />;
}

/** The report on the model in short; each other section opens. */
function Report({ text }: { readonly text: string }) {
  const { sections } = useMemo(() => sectionsOf(text), [text]);
  return sections.map(({ heading, parts }, index) => {
    const blocks = parts.flatMap((part) => part.blocks);
    return index === 0 ? (
      <Markdown key={heading} blocks={blocks} lowered={1} within={heading} />
    ) : (
      <Folded key={heading} heading={heading} level={3}>
        <Markdown blocks={blocks} lowered={1} within={heading} />
      </Folded>
    );
  });
}
