import type { ForecastVintages } from '../answers/forecast-vintages.ts';
import { formatAmount } from './amount-format.ts';
import type { CsvField } from './csv.ts';
import { formatDay, formatQuarter } from './date-format.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** A heading, forecasts of one quantity by quarter of publication, and what came. */
export function renderForecastVintages(vintages: ForecastVintages, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const { metric, entity, product, periodEnd, unit, basis, rows, outcome } = vintages;
  const amount = (value: number): string => formatAmount(value, unit, language, { unscaled: true });
  const about = [metric, entity, product, basis].filter((part) => part !== '').join(' · ');
  const head = translate(language, 'record.vintages', { about, date: formatDay(periodEnd, language) });
  const columns: Column[] = [
    { title: translate(language, 'record.column.quarter') },
    ...(['count', 'low', 'median', 'high'] as const).map(
      (name): Column => ({ title: translate(language, `record.column.${name}`), align: 'right' }),
    ),
  ];
  const cells = rows.map(({ quarter, count, low, median, high }) => [
    formatQuarter(quarter, language),
    String(count),
    ...[low, median, high].map(amount),
  ]);
  const came =
    outcome &&
    translate(language, 'record.came', { value: amount(outcome.value), count: outcome.rows.length });
  return [
    theme.tone('strong', wrap(head, screen.width).join('\n')),
    renderTable({ columns, groups: [{ rows: cells }] }, screen),
    ...(came === undefined ? [] : [wrap(came, screen.width).join('\n')]),
  ];
}

/** One forecast of the quantity a line, and the outcome last where it is known. */
export const VINTAGE_COLUMNS = [
  'quantity',
  'unit',
  'basis',
  'period_end',
  'published',
  'publisher',
  'low',
  'value',
  'high',
  'rows',
] as const;

export function vintageFields(vintages: ForecastVintages): CsvField[][] {
  const { quantity, unit, basis, periodEnd, words, outcome } = vintages;
  const head: CsvField[] = [quantity, unit, basis, periodEnd];
  return [
    ...words.map(({ id, published, publisher, low, value, high }) => [
      ...head,
      published,
      publisher,
      low,
      value,
      high,
      id,
    ]),
    ...(outcome
      ? [[...head, '', 'outcome', undefined, outcome.value, undefined, outcome.rows.join(' ')]]
      : []),
  ];
}
