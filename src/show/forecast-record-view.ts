import type { ErrorSummary, ForecastRecord, GroupRecord } from '../answers/forecast-record.ts';
import { HORIZONS } from '../answers/forecast-record.ts';
import type { CsvField } from './csv.ts';
import { renderForecastVintages } from './forecast-vintages-view.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Column, Table } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Publishers with fewer forecasts than this say too little for a line of their own. */
const FEWEST = 2;

/** How far forecasts missed, by subject and horizon and by publisher, and how forecasts of one quantity moved. */
export function renderForecastRecord(record: ForecastRecord, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const strong = (text: string): string => theme.tone('strong', wrap(text, screen.width).join('\n'));
  const several = severalOf(record);
  return [
    strong(
      translate(language, 'record.head', {
        count: record.scored.length,
        asOf: formatDay(record.asOf, language),
      }),
    ),
    renderTable(recordBySubject(record, language), screen),
    strong(
      translate(language, 'record.publishers', {
        shown: several.length,
        single: record.byPublisher.length - several.length,
      }),
    ),
    renderTable(recordByPublisher(record, language), screen),
    ...(record.vintages ? renderForecastVintages(record.vintages, screen) : []),
    theme.tone(
      'secondary',
      wrap(translate(language, 'record.how'), Math.min(screen.width, PROSE_WIDTH)).join('\n'),
    ),
  ].join('\n\n');
}

/** How far forecasts of each subject missed. */
export function recordBySubject({ bySubject }: ForecastRecord, language: Language): Table {
  const groups = bySubject.map((group) => ({ ...group, name: subjectName(group.name, language) }));
  return recordTable(groups, 'record.column.subject', language);
}

/** How far those missed who forecast more than once. */
export function recordByPublisher(record: ForecastRecord, language: Language): Table {
  return recordTable(severalOf(record), 'record.column.publisher', language);
}

function severalOf({ byPublisher }: ForecastRecord): readonly GroupRecord[] {
  return byPublisher.filter(({ figures, dates }) => figures.count + dates.count >= FEWEST);
}

function subjectName(name: string, language: Language): string {
  return translate(language, `record.subject.${name as 'capacity' | 'capex' | 'sales' | 'units' | 'date'}`);
}

function recordTable(
  groups: readonly GroupRecord[],
  title: 'record.column.subject' | 'record.column.publisher',
  language: Language,
): Table {
  const ends = [...HORIZONS.map(String), ''];
  const columns: Column[] = [
    { title: translate(language, title), wraps: true, minimum: 12, maximum: 22 },
    { title: translate(language, 'record.column.count'), align: 'right' },
    { title: translate(language, 'record.column.error'), align: 'right' },
    { title: translate(language, 'record.column.size'), align: 'right' },
    { title: translate(language, 'record.column.under'), align: 'right' },
    ...ends.map(
      (end, index): Column => ({
        title:
          end === ''
            ? translate(language, 'record.column.beyond', { end: HORIZONS.at(-1) ?? 0 })
            : translate(language, 'record.column.within', {
                end,
                from: index === 0 ? 0 : (HORIZONS[index - 1] ?? 0),
              }),
        align: 'right',
      }),
    ),
    { title: translate(language, 'record.column.late'), align: 'right' },
  ];
  const rows = groups.map(({ name, figures, horizons, dates }) => [
    name,
    figures.count === 0 ? '' : String(figures.count),
    signed(figures.median, figures),
    sized(figures),
    figures.count === 0 ? '' : String(figures.low),
    ...horizons.map((summary) => (summary.count === 0 ? '' : `${sized(summary)} (${summary.count})`)),
    dates.count === 0 ? '' : `${formatNumber(dates.median, { decimals: 1, signed: true })} (${dates.count})`,
  ]);
  return { columns, groups: [{ rows }] };
}

function signed(value: number, { count }: ErrorSummary): string {
  if (count === 0) return '';
  return `${value < 0 ? '−' : '+'}${formatPercent(Math.abs(value), { decimals: 0 })}`;
}

function sized({ count, size }: ErrorSummary): string {
  return count === 0 ? '' : formatPercent(size, { decimals: 0 });
}

/** One scored forecast a line. */
export const RECORD_COLUMNS = [
  'subject',
  'publisher',
  'forecast',
  'metric',
  'entity',
  'product',
  'period_end',
  'published',
  'horizon_months',
  'error',
  'outcomes',
] as const;

export function recordFields({ scored }: ForecastRecord): CsvField[][] {
  return scored.map(({ subject, publisher, forecast, horizon, error, outcomes }) => [
    subject,
    publisher,
    forecast.id,
    forecast.metric,
    forecast.entity,
    forecast.product,
    forecast.periodEnd,
    forecast.published,
    horizon,
    error,
    outcomes.map(({ id }) => id).join(' '),
  ]);
}

/** The record as plain data: rows by their ids. */
export function recordData({ scored, ...record }: ForecastRecord): Record<string, unknown> {
  return {
    ...record,
    scored: scored.map(({ forecast, outcomes, ...item }) => ({
      ...item,
      forecast: forecast.id,
      outcomes: outcomes.map(({ id }) => id),
    })),
  };
}
