import { useMemo } from 'react';
import type { GuidanceAnswer, GuidedBuyer } from '../../../answers/capex-guidance.ts';
import type { SeriesRow } from '../../../answers/series.ts';
import { groupBy } from '../../../register/index.ts';
import { guidanceIntervals } from '../../../show/guidance-charts.ts';
import { guidanceSentences, guidanceTable } from '../../../show/guidance-view.ts';
import { translate } from '../../../show/message.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { FactRows } from '../../components/fact-rows.tsx';
import { Folded } from '../../components/folded.tsx';
import { Section } from '../../components/section.tsx';
import { TableView } from '../../components/table-view.tsx';
import { useLanguage, usePage } from '../../page-context.ts';

const NONE: readonly SeriesRow[] = [];

/** Capital expenditure as it was guided, as it was reported, and as the model has it: charts, table, and the rows behind. */
export function Guidance({ answer }: { readonly answer: GuidanceAnswer }) {
  const language = useLanguage();
  const { series } = usePage();
  const modelled = series?.find(({ name, dimension }) => name === 'capex' && dimension === 'buyer');
  const { asOf } = answer;
  const ahead = useMemo(() => {
    const rows = modelled?.rows.filter(({ period }) => period.end >= asOf) ?? NONE;
    return groupBy(rows, ({ member }) => member);
  }, [modelled, asOf]);
  const [finding = '', ...more] = guidanceSentences(answer, language);
  const table = translate(language, 'page.guidance.table');
  const rows = translate(language, 'page.guidance.rows');
  return (
    <div className="grid grid-below">
      <div className="evidence evidence-wide">
        <h2 className="finding">
          <Emphasis text={finding} figure={undefined} />
        </h2>
        {more.map((text) => (
          <p key={text} className="context">
            {text}
          </p>
        ))}
      </div>
      {answer.buyers.map((guided) => (
        <BuyerFigure key={guided.buyer} guided={guided} modelled={ahead.get(guided.buyer) ?? NONE} />
      ))}
      <Section title={table} className="evidence evidence-wide" note={translate(language, 'guidance.how')}>
        <TableView caption={table} table={guidanceTable(answer, language)} className="lines" />
        <Folded heading={rows} level={3}>
          <FactRows caption={rows} rows={useRows(answer)} />
        </Folded>
      </Section>
    </div>
  );
}

interface BuyerFigureProps {
  readonly guided: GuidedBuyer;
  readonly modelled: readonly SeriesRow[];
}

function BuyerFigure({ guided, modelled }: BuyerFigureProps) {
  const language = useLanguage();
  const { isComputing } = usePage();
  const spec = useMemo(() => guidanceIntervals(guided, modelled, language), [guided, modelled, language]);
  return <ChartFigure spec={spec} isStale={isComputing} />;
}

/** Every row behind the comparison, the latest published first. */
function useRows({ buyers }: GuidanceAnswer) {
  return useMemo(
    () =>
      buyers
        .flatMap(({ years }) =>
          years.flatMap(({ guides, reported }) => [...guides, ...(reported?.rows ?? [])]),
        )
        .toSorted((a, b) => (a.published < b.published ? 1 : -1)),
    [buyers],
  );
}
