import { use, useMemo } from 'react';
import type { SeriesQuestion } from '../../../answers/series.ts';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { seriesChart } from '../../../show/series-charts.ts';
import type { PinOfSeries } from '../../../show/series-pins.ts';
import { differencesOf, withPins } from '../../../show/series-pins.ts';
import { seriesHeadline } from '../../../show/series-headline.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { PAGE_DRAWS } from '../../compute/stages.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Sentence } from '../../components/sentence.tsx';
import { useLanguage, usePage } from '../../page-context.ts';
import { pageNamed } from '../page-list.ts';
import { Waiting } from '../waiting.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { FlowFigure } from './flow-figure.tsx';
import { panelTitle } from './panel-title.ts';
import { panelsOf, PLANTS_BY_MONTH } from './panels.ts';
import type { SeriesPanel } from './panels.ts';
import { Plants } from './plants.tsx';
import { useSeriesChoice } from './series-choice.ts';
import { SeriesPinList, useSeriesPins } from './series-pins.tsx';

const NO_PINS: readonly PinOfSeries[] = [];

/** A page of charts of series, as `panelsOf` has them for its name. */
export function SeriesPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { isComputing } = usePage();
  return (
    <article aria-busy={isComputing}>
      <SeriesHead />
      <SeriesPanels />
    </article>
  );
}

/** What the series of the page say, in words; the name of the page until they are there. */
export function SeriesHead() {
  const language = useLanguage();
  const { view, series, day } = usePage();
  const { year, measure } = useSeriesChoice();
  const headline = series && day && seriesHeadline(view.page, series, day.day, language, { year, measure });
  if (!headline) return <h1>{translate(language, pageNamed(view.page).title)}</h1>;
  return (
    <>
      <h1>
        <Emphasis text={headline.finding} figure={headline.figure} />
      </h1>
      <p className="context">
        <Sentence text={headline.context} />
      </p>
    </>
  );
}

/** Charts of the series of the page, those that are there. */
export function SeriesPanels() {
  const { view, series, pins, isComputing, isDragging } = usePage();
  const held = useSeriesPins();
  const choice = useSeriesChoice();
  const { year, measure } = choice;
  const hasFlow = choice.measures.length > 0;
  // While something is dragged newer numbers come all the time.
  const isStale = isComputing && !isDragging;
  const answerTo = ({ name, by, period }: SeriesQuestion): SeriesOfSet | undefined =>
    series?.find((each) => each.name === name && each.dimension === by && each.period === period);
  const plants = view.page === 'supply' ? answerTo(PLANTS_BY_MONTH) : undefined;
  const shown = panelsOf(view.page).flatMap((panel) => {
    if (panel.chart === 'flow') return [];
    const found = answerTo(panel.question);
    return found ? [{ panel, found }] : [];
  });
  return (
    <>
      {shown.length === 0 && <Waiting text="page.series.waiting" />}
      {pins.length > 0 && shown.length > 0 && <SeriesPinList />}
      {hasFlow && shown.length > 0 && <FlowChoice {...choice} />}
      <div className="grid">
        {hasFlow && series && <FlowFigure series={series} measure={measure} year={year} isStale={isStale} />}
        {plants && <Plants series={plants} isStale={isStale} />}
        {shown.map(({ panel, found }) => (
          <PanelFigure
            key={panel.title}
            panel={panel}
            series={found}
            year={year}
            pins={pins.length > 0 ? held.of(panel.question) : NO_PINS}
            areDifferences={held.areDifferences}
            isStale={isStale || (held.isStale && held.areDifferences)}
          />
        ))}
      </div>
    </>
  );
}

interface PanelFigureProps {
  readonly panel: SeriesPanel;
  readonly series: SeriesOfSet;
  /** Of bars. */
  readonly year: string;
  readonly pins: readonly PinOfSeries[];
  /** Whether pins are told as differences from the scenario. */
  readonly areDifferences: boolean;
  readonly isStale: boolean;
}

function PanelFigure({ panel, series, year, pins, areDifferences, isStale }: PanelFigureProps) {
  const language = useLanguage();
  const { day, seriesDraws } = usePage();
  const asOf = day?.day ?? '';
  const draws = seriesDraws ?? PAGE_DRAWS;
  const spec = useMemo(() => {
    const { chart, member, note } = panel;
    const title = panelTitle(panel, series, { asOf, year }, language);
    const how = { chart, title, draws, asOf, year, ...(member === undefined ? {} : { member }) };
    if (areDifferences && pins.length > 0) {
      const topic = translate(language, panel.title, { year: formatYear(year, language) });
      const differences = differencesOf(pins, { ...how, title: topic }, language);
      if (differences) return differences;
    }
    const plain = seriesChart(series, how, language);
    const drawn =
      areDifferences || pins.length === 0 ? plain : withPins(plain, series, member ?? '', pins, language);
    if (note === undefined) return drawn;
    const said = [drawn.subtitle, translate(language, note)];
    return { ...drawn, subtitle: said.join(language === 'ja' ? '。' : '; ') };
  }, [series, panel, pins, areDifferences, draws, asOf, year, language]);
  return <ChartFigure spec={spec} isStale={isStale} />;
}
