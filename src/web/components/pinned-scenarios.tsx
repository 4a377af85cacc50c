import { use, useMemo, useState } from 'react';
import type { PinnedAnswer } from '../../answers/pinned.ts';
import { writeAddress } from '../../scenario/scenario-url.ts';
import type { FanSpec } from '../../show/charts/chart-spec.ts';
import { monthsShortText } from '../../show/compare-figures.ts';
import { formatYear } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import { differenceFan, pinnedFan } from '../../show/pin-charts.ts';
import { comingYear, pinnedTable } from '../../show/pinned-table.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import { useLanguage, usePage } from '../page-context.ts';
import type { PageState } from '../state/page-state.ts';
import { inSameFutures } from '../state/held-pins.ts';
import { ChartFigure } from './chart-figure.tsx';
import { PinList, PinSwitch } from './pin-list.tsx';
import { usePinNames } from './pin-names.ts';
import { Section } from './section.tsx';
import { TableView } from './table-view.tsx';

interface PinnedScenariosProps {
  /** The shortage fan of the scenario without pins. */
  readonly fan: FanSpec;
}

/** Scenarios held beside the one of the page: over it in the fan, or as differences from it, and in a table. */
export function PinnedScenarios({ fan }: PinnedScenariosProps) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const page = usePage();
  const { view, pinned, scenario, isInquiring, inquiryFailure } = page;
  const answer = answerOf(page);
  const names = usePinNames();
  const asOf = scenario?.shortage.asOf ?? '';
  const spec = useMemo(() => {
    const short = names.map((name) => name.short);
    const answers = pinned.map((each) => each?.shortage ?? null);
    if (!view.differences) return pinnedFan(fan, short, answers, language);
    return answer && differenceFan(answer, short, asOf, language);
  }, [fan, names, pinned, view.differences, answer, asOf, language]);
  // While a lever is dragged nothing is asked beyond the first screen.
  const isStale = isInquiring || scenario?.stage !== 'full';
  return (
    <div className="pinned">
      <Section title={translate(language, 'page.pins')}>
        <PinSwitch />
        <PinList
          names={names}
          told={(index, name) => (answer ? toldOf(answer, name, index + 1, language) : undefined)}
        />
        {inquiryFailure !== null && (
          <p role="alert">{translate(language, 'page.pins.failed', { reason: inquiryFailure })}</p>
        )}
      </Section>
      {spec && <ChartFigure spec={spec} isStale={view.differences && isStale} />}
      {answer ? (
        <KeyFigures answer={answer} names={names.map(({ short }) => short)} isStale={isStale} />
      ) : (
        inquiryFailure === null && (
          <p className="loading" role="status">
            {translate(language, 'page.pins.waiting')}
          </p>
        )
      )}
    </div>
  );
}

/** What is known of these pins; null where the last answer is about others. */
function answerOf({ inquired, pins, address }: PageState): PinnedAnswer | null {
  if (inquired?.kind !== 'pins') return null;
  const text = (pairs: unknown): string => JSON.stringify(pairs);
  const isSame =
    text(inquired.pins.map((pin) => pin.address)) ===
    text(pins.map(({ scenario }) => writeAddress(inSameFutures(scenario, address))));
  return isSame ? inquired.answer : null;
}

function toldOf(
  { compare }: PinnedAnswer,
  name: string,
  scenario: number,
  language: ReturnType<typeof useLanguage>,
): string | undefined {
  return compare.scenarios[scenario]?.paired
    ? monthsShortText(compare.figures, name, scenario, language)
    : translate(language, 'page.pins.unpaired', { name });
}

interface KeyFiguresProps {
  readonly answer: PinnedAnswer;
  readonly names: readonly string[];
  readonly isStale: boolean;
}

function KeyFigures({ answer: { compare }, names, isStale }: KeyFiguresProps) {
  const language = useLanguage();
  const { differences } = usePage().view;
  const [everyYear, setEveryYear] = useState(false);
  const title = translate(language, 'page.pins.figures');
  const table = useMemo(
    () => pinnedTable(compare, { names, differences, everyYear }, language),
    [compare, names, differences, everyYear, language],
  );
  const year = formatYear(comingYear(compare), language);
  return (
    <section className={isStale ? 'evidence is-stale' : 'evidence'}>
      <div className="evidence-head">
        <h2>{title}</h2>
        <button type="button" onClick={() => setEveryYear(!everyYear)}>
          {everyYear
            ? translate(language, 'page.pins.years.one', { year })
            : translate(language, 'page.pins.years.every')}
        </button>
      </div>
      <p className="note">
        {translate(language, differences ? 'page.pins.figures.differences' : 'page.pins.figures.note')}
      </p>
      <TableView caption={title} table={table} accent={1} />
    </section>
  );
}
