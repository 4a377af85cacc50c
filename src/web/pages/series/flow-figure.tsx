import { useMemo } from 'react';
import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { formatYear } from '../../../show/date-format.ts';
import { flowChart, flowRows } from '../../../show/flow-charts.ts';
import { translate } from '../../../show/message.ts';
import { seriesUnit } from '../../../show/series-figure.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { useLanguage } from '../../page-context.ts';
import type { FlowMeasure } from './flow-measure.ts';

interface FlowFigureProps {
  readonly series: readonly SeriesOfSet[];
  readonly measure: FlowMeasure;
  readonly year: string;
  readonly isStale: boolean;
}

/** Who delivers how much to whom in a year. */
export function FlowFigure({ series, measure, year, isStale }: FlowFigureProps) {
  const language = useLanguage();
  const spec = useMemo(() => {
    const rows = flowRows(series, measure, year);
    const unit = seriesUnit(rows?.sales[0]?.unit ?? '1', language);
    const title = translate(language, `page.flow.${measure}`, { year: formatYear(year, language) });
    return (
      rows && flowChart(rows, { title, subtitle: translate(language, 'page.flow.note', { unit }) }, language)
    );
  }, [series, measure, year, language]);
  return spec && <ChartFigure spec={spec} isStale={isStale} isWide />;
}
