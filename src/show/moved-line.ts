import type { ForecastVintages } from '../answers/forecast-vintages.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { LineSpec } from './charts/chart-spec.ts';
import { formatDay, formatQuarter } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { unitTitle } from './unit-name.ts';

/** How forecasts of one quantity went, by quarter of publication, and what came. */
export function movedLine(vintages: ForecastVintages, language: Language): LineSpec {
  const { metric, entity, product, basis, unit, periodEnd, rows, outcome } = vintages;
  const about = [metric, entity, product, basis].filter((part) => part !== '').join(' · ');
  const format = chartFormat(Math.max(0, ...rows.map(({ high }) => high)), unit, language);
  return {
    kind: 'line',
    title: translate(language, 'record.vintages', { about, date: formatDay(periodEnd, language) }),
    subtitle: translate(language, 'page.record.moved.note', { unit: unitTitle(unit, language) }),
    times: rows.map(({ quarter }) => quarter),
    timeNames: rows.map(({ quarter }) => formatQuarter(quarter, language)),
    lines: (['low', 'median', 'high'] as const).map((name) => ({
      name: translate(language, `record.column.${name}`),
      values: rows.map((row) => row[name]),
      knowledge: 'estimated' as const,
    })),
    ...(outcome
      ? {
          level: {
            value: outcome.value,
            label: translate(language, 'record.came', {
              value: format.figure(outcome.value),
              count: outcome.rows.length,
            }),
          },
        }
      : {}),
    format,
  };
}
