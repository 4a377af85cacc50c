import { use, useMemo } from 'react';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { barsYear, seriesChart } from '../../../show/series-charts.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import { pageNamed } from '../page-list.ts';
import { PANELS } from './panels.ts';
import type { Panel } from './panels.ts';

/** A page of charts of series, as `PANELS` has them for its name. */
export function SeriesPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { view, series, isComputing } = usePage();
  const shown = (PANELS[view.page] ?? []).flatMap((panel) => {
    const { name, by, period } = panel.question;
    const found = series?.find(
      (each) => each.name === name && each.dimension === by && each.period === period,
    );
    return found ? [{ panel, found }] : [];
  });
  return (
    <article aria-busy={isComputing}>
      <h1>{translate(language, pageNamed(view.page).title)}</h1>
      {shown.length === 0 && (
        <p className="loading" role="status">
          {translate(language, 'page.series.waiting')}
        </p>
      )}
      <div className="grid">
        {shown.map(({ panel, found }) => (
          <PanelFigure key={panel.title} panel={panel} series={found} isStale={isComputing} />
        ))}
      </div>
    </article>
  );
}

interface PanelFigureProps {
  readonly panel: Panel;
  readonly series: SeriesOfSet;
  readonly isStale: boolean;
}

function PanelFigure({ panel, series, isStale }: PanelFigureProps) {
  const language = useLanguage();
  const { day } = usePage();
  const asOf = day?.day ?? '';
  const { title: key, chart, member } = panel;
  const spec = useMemo(() => {
    const title = translate(language, key, { year: formatYear(barsYear(asOf), language) });
    return seriesChart(series, { chart, title, asOf, ...(member === undefined ? {} : { member }) }, language);
  }, [series, key, chart, member, asOf, language]);
  return <ChartFigure spec={spec} isStale={isStale} />;
}
