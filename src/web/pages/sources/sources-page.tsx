import { use, useMemo } from 'react';
import { countText, metricName } from '../../../show/facts-view.ts';
import { translate } from '../../../show/message.ts';
import { formatNumber } from '../../../show/number-format.ts';
import { publishedColumns } from '../../../show/row-columns.ts';
import { saidLine } from '../../../show/said-line.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { FactRows } from '../../components/fact-rows.tsx';
import { Picker } from '../../components/picker.tsx';
import { Section } from '../../components/section.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import type { FoundFacts } from '../../compute/inquiry.ts';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { changedQuery } from '../inquiries.ts';
import { Waiting } from '../waiting.tsx';

/** Every row of the register that was published by the day, searched by words and metric, with what was said before. */
export function SourcesPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { inquired, isInquiring } = usePage();
  const found = inquired?.kind === 'facts' ? inquired : null;
  return (
    <article aria-busy={isInquiring}>
      <h1>{found ? countText(found, language) : translate(language, 'page.name.sources')}</h1>
      <p className="context">{translate(language, 'page.sources.note')}</p>
      {found ? <Found found={found} /> : <Waiting text="page.sources.waiting" />}
    </article>
  );
}

function Found({ found }: { readonly found: FoundFacts }) {
  const language = useLanguage();
  const store = useStore();
  const { view } = usePage();
  const asked = new URLSearchParams(view.query);
  const change = (name: string, value: string): void =>
    store.setView({ query: changedQuery(view.query, name, value) });
  const { rows, vintages, metrics, count, published } = found;
  return (
    <>
      <div className="asked" role="search">
        <TypedField
          label={translate(language, 'page.sources.words')}
          value={asked.get('words') ?? ''}
          hint="TSMC CoWoS"
          type="search"
          commit={(words) => change('words', words)}
        />
        <Picker
          label={translate(language, 'facts.field.metric')}
          value={asked.get('metric') ?? ''}
          choices={[
            { value: '', text: translate(language, 'page.sources.all') },
            ...metrics.map(({ name, rows: held }) => ({
              value: name,
              text: `${metricName(name)} (${held})`,
            })),
          ]}
          choose={(metric) => change('metric', metric)}
        />
      </div>
      {published.periods.length > 1 && <PublishedFigure published={published} />}
      {vintages.length > 0 && (
        <div className="grid">
          {vintages.map((group) => (
            <VintageFigure key={JSON.stringify(group.vintages.rows[0]?.id)} group={group} />
          ))}
        </div>
      )}
      <Section
        title={translate(language, 'page.sources.rows')}
        note={translate(language, 'page.sources.shown', {
          shown: rows.length,
          count: formatNumber(count, { decimals: 0 }),
        })}
      >
        <FactRows rows={rows} caption={translate(language, 'page.sources.rows')} />
      </Section>
    </>
  );
}

function PublishedFigure({ published }: Pick<FoundFacts, 'published'>) {
  const language = useLanguage();
  const spec = useMemo(() => publishedColumns(published, language), [published, language]);
  return <ChartFigure spec={spec} />;
}

function VintageFigure({ group }: { readonly group: FoundFacts['vintages'][number] }) {
  const language = useLanguage();
  const spec = useMemo(() => saidLine(group, language), [group, language]);
  return <ChartFigure spec={spec} />;
}
