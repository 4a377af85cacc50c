import { barsYear } from '../../../show/series-charts.ts';
import { usePage } from '../../page-context.ts';
import { measureOf, yearOf } from './flow-measure.ts';
import type { FlowMeasure } from './flow-measure.ts';
import { panelsOf } from './panels.ts';

/** What the charts of a page are of. */
export interface SeriesChoice {
  /** Years and measures that readers may choose from; none where the page has no flow. */
  readonly years: readonly string[];
  readonly measures: readonly FlowMeasure[];
  readonly year: string;
  /** The year that is shown unless another is asked for. */
  readonly usual: string;
  readonly measure: FlowMeasure;
}

/** Year and measure as the page's query says, else the usual ones. */
export function useSeriesChoice(): SeriesChoice {
  const { view, series, day } = usePage();
  const asOf = day?.day ?? '';
  const usual = barsYear(asOf);
  const flow = panelsOf(view.page).find((panel) => panel.chart === 'flow');
  const periods = series?.find(({ period }) => period === 'year')?.periods ?? [];
  const years = flow
    ? periods.map(({ start }) => start.slice(0, 4)).filter((year) => year >= asOf.slice(0, 4))
    : [];
  return {
    years,
    measures: flow?.measures ?? [],
    year: yearOf(view.query, years, usual),
    usual,
    measure: measureOf(view.query),
  };
}
