import { use, useMemo } from 'react';
import { PRECISIONS } from '../../../beliefs/precision.ts';
import { translate } from '../../../show/message.ts';
import { trainCostBars } from '../../../show/train-cost-bars.ts';
import {
  trainCostFinding,
  trainCostLeftOut,
  trainCostSentences,
  trainCostTable,
  trainCostTitle,
} from '../../../show/train-cost-view.ts';
import { trainFleetTable, trainFleetTitle } from '../../../show/train-fleet-view.ts';
import { trainInputsTable } from '../../../show/train-inputs-view.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Picker } from '../../components/picker.tsx';
import { ProblemList } from '../../components/problem-list.tsx';
import { Section } from '../../components/section.tsx';
import { TableView } from '../../components/table-view.tsx';
import { ToolButton } from '../../components/tool-button.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import type { TrainingFound } from '../../compute/inquiry.ts';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { changedQuery } from '../inquiries.ts';
import { Waiting } from '../waiting.tsx';
import { modelOf, OWN, TYPED } from './training-query.ts';

/** What a training run costs, how long it takes, and who could run it when. */
export function TrainingPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { inquired, isInquiring } = usePage();
  const found = inquired?.kind === 'training' ? inquired : null;
  return (
    <article aria-busy={isInquiring}>
      {found?.answer ? (
        <>
          <p className="kicker">{trainCostTitle(found.answer, language)}</p>
          <h1>
            <Emphasis text={trainCostFinding(found.answer, language)} figure={undefined} />
          </h1>
        </>
      ) : (
        <h1>{translate(language, 'page.name.training')}</h1>
      )}
      {found ? (
        <>
          <Calculator found={found} />
          {found.problems.length > 0 && (
            <div className="notice" role="alert">
              <ProblemList problems={found.problems} />
            </div>
          )}
          {found.answer && <Answer answer={found.answer} />}
        </>
      ) : (
        <Waiting text="page.training.waiting" />
      )}
    </article>
  );
}

function Calculator({ found: { models, products } }: { readonly found: TrainingFound }) {
  const language = useLanguage();
  const store = useStore();
  const { query } = usePage().view;
  const asked = new URLSearchParams(query);
  const change = (name: string, value: string): void =>
    store.setView({ query: changedQuery(query, name, value) });
  const isOwn = modelOf(query) === OWN;
  const published = { value: '', text: translate(language, 'page.training.asPublished') };
  return (
    <div className="asked asked-grid">
      <Picker
        label={translate(language, 'page.training.model')}
        value={modelOf(query)}
        choices={[
          ...models.map(({ id, name }) => ({ value: id, text: name })),
          { value: OWN, text: translate(language, 'page.training.own') },
        ]}
        choose={(model) => change('model', model)}
      />
      <Picker
        label={translate(language, 'train.input.product')}
        value={asked.get('accelerator') ?? ''}
        choices={[published, ...products.map(({ id, name }) => ({ value: id, text: name }))]}
        choose={(accelerator) => change('accelerator', accelerator)}
      />
      <Picker
        label={translate(language, 'train.input.precision')}
        value={asked.get('precision') ?? ''}
        choices={[
          published,
          ...PRECISIONS.map((name) => ({
            value: name as string,
            text: translate(language, `train.precision.${name}`),
          })),
        ]}
        choose={(precision) => change('precision', precision)}
      />
      {TYPED.map((name) => (
        <TypedField
          key={name}
          label={translate(language, `page.training.${name}`)}
          value={asked.get(name) ?? ''}
          hint={isOwn ? HINTS[name] : translate(language, 'page.training.asPublished')}
          commit={(value) => change(name, value)}
        />
      ))}
      <ToolButton act={() => store.setView({ query: '' })} isIdle={query === ''}>
        {translate(language, 'page.training.reset')}
      </ToolButton>
    </div>
  );
}

/** How each figure may be typed. */
const HINTS: Readonly<Record<(typeof TYPED)[number], string>> = {
  parameters: '405B',
  active: '37B',
  tokens: '14.8T',
  flop: '1e26',
  hours: '2.8M',
  count: '2048',
  days: '90',
};

function Answer({ answer }: { readonly answer: NonNullable<TrainingFound['answer']> }) {
  const language = useLanguage();
  const chart = useMemo(() => trainCostBars(answer, language), [answer, language]);
  const cost = translate(language, 'page.training.counts');
  const fleets = trainFleetTitle(answer, language);
  const inputs = translate(language, 'train.inputs.title');
  return (
    <>
      <p className="context">{trainCostSentences(answer, language).join(language === 'ja' ? '' : ' ')}</p>
      <div className="grid">
        <ChartFigure spec={chart} />
        <Section title={cost} note={trainCostLeftOut(answer, language)}>
          <TableView caption={cost} table={trainCostTable(answer, language)} />
        </Section>
        <Section
          title={fleets}
          className="evidence evidence-wide"
          note={translate(language, 'train.fleet.note')}
        >
          <TableView caption={fleets} table={trainFleetTable(answer, language)} />
        </Section>
        <Section title={inputs} className="evidence evidence-wide">
          <TableView caption={inputs} table={trainInputsTable(answer, language)} className="prose" />
        </Section>
      </div>
    </>
  );
}
