import { lazy, memo, Suspense, useDeferredValue, useMemo } from 'react';
import { formatDay, formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { bindingHeatMap, hingeTornado, shortageFan, waitBars } from '../../../show/page-charts.ts';
import { pageHeadline } from '../../../show/page-headline.ts';
import { builtTable, endsTable } from '../../../show/page-tables.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Section } from '../../components/section.tsx';
import { Sentence } from '../../components/sentence.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import { PAGE_DRAWS } from '../../compute/stages.ts';
import type { Answered } from '../../state/page-state.ts';
import { kickerChanges } from './kicker-changes.ts';

// Few pin a scenario; those who do wait a moment.
const PinnedScenarios = lazy(async () => ({
  default: (await import('../../components/pinned-scenarios.tsx')).PinnedScenarios,
}));

/** Of what binds on the first screen; the chokepoints have a page of their own. */
const QUARTERS = 8;

/** The first screen: the answer in a sentence, then its evidence. */
export function ShortagePage() {
  const { scenario } = usePage();
  return scenario && <Answer answered={scenario} />;
}

function Answer({ answered }: { readonly answered: Answered }) {
  const language = useLanguage();
  const { baseline, assumptions, isComputing, address, taken, day, pins } = usePage();
  const { shortage, scenario } = answered;
  // The fan first: what moves with a lever is drawn at once, the rest of the evidence as soon as there is time.
  const told = useDeferredValue(answered.told);
  const before = baseline === null || baseline === answered ? null : baseline.shortage;
  const assumed = assumptions?.shortage ?? null;
  const draws = address.draws ?? PAGE_DRAWS;
  const { finding, figure, context } = pageHeadline(told, before, language);
  const fan = useMemo(
    () => shortageFan({ scenario: shortage, baseline: before, assumptions: assumed, draws }, language),
    [shortage, before, assumed, draws, language],
  );
  const binding = useMemo(() => bindingHeatMap(told, language, QUARTERS), [told, language]);
  const waits = useMemo(() => waitBars(told, language), [told, language]);
  const changes = kickerChanges(taken, day, language);
  // A day of one's own is not that which the scenario's title speaks of.
  const asOf = translate(language, 'chart.asOf', { day: formatDay(shortage.asOf, language) });
  const dated = address.asOf === null ? [] : [asOf];
  const hasPins = pins.length > 0;
  const plain = <ChartFigure spec={fan} height={330} />;
  return (
    <article aria-busy={isComputing || told !== answered.told}>
      <p className="kicker">{[scenario.title[language], ...dated, ...changes].join(' · ')}</p>
      <h1>
        <Emphasis text={finding} figure={figure} />
      </h1>
      <p className="context">
        <Sentence text={context} />
      </p>
      <div className="grid grid-first">
        {hasPins ? (
          <Suspense fallback={plain}>
            <PinnedScenarios fan={fan} />
          </Suspense>
        ) : (
          plain
        )}
        <ChartFigure spec={binding} height={330} />
        <HingeFigure answered={answered} />
        <Built told={told} before={before} />
        <ChartFigure spec={waits} />
        <Ends told={told} />
      </div>
    </article>
  );
}

// A look at the median alone tells nothing new of these, so a lever that is dragged does not draw them again.

const Built = memo(function Built({
  told,
  before,
}: {
  readonly told: Answered['told'];
  readonly before: Answered['shortage'] | null;
}) {
  const language = useLanguage();
  const title = translate(language, 'page.built', {
    year: formatYear(told.years[1]?.start ?? '', language),
  });
  return (
    <Section title={title} note={translate(language, before ? 'page.built.change' : 'page.built.note')}>
      <DataTable caption={title} {...builtTable(told, before, language)} accent={3} />
    </Section>
  );
});

const Ends = memo(function Ends({ told }: { readonly told: Answered['told'] }) {
  const language = useLanguage();
  const title = translate(language, 'page.ends');
  return (
    <Section title={title} note={translate(language, 'page.ends.note')}>
      <DataTable caption={title} {...endsTable(told, language)} />
    </Section>
  );
});

/** What the answer hinges on; while it is not known the last one keeps its place, greyed. */
function HingeFigure({ answered: { shortage, hinges, lastHinges } }: { readonly answered: Answered }) {
  const language = useLanguage();
  const shown = hinges ?? lastHinges;
  const spec = useMemo(() => shown && hingeTornado(shown, shortage, language), [shown, shortage, language]);
  return spec ? (
    <ChartFigure spec={spec} isStale={hinges === null} />
  ) : (
    <Section title={translate(language, 'page.hinges')} className="evidence is-awaited">
      <p className="note">{translate(language, 'page.hinges.waiting')}</p>
    </Section>
  );
}
