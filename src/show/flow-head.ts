import type { ChartHead } from './charts/chart-spec.ts';
import { formatPeriod } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { seriesUnit } from './series-figure.ts';
import type { SeriesView } from './series-view.ts';

/** Title of a flow in the period that the series’ basis is of, and how it is read. */
export function flowHead({ answer }: SeriesView, language: Language): ChartHead {
  const { series, basis } = answer;
  return {
    title: translate(language, 'series.flow.title', {
      series: series.name,
      by: translate(language, 'series.by.designer-buyer'),
      period: formatPeriod(basis.period.start, basis.period.end, language),
      unit: seriesUnit(series.unit, language),
    }),
    subtitle: translate(language, 'series.flow.note', { meaning: series.meaning[language] }),
  };
}
