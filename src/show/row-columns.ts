import { joinRange } from './amount-format.ts';
import type { ColumnsSpec } from './charts/chart-spec.ts';
import { formatMonth, formatQuarter, formatYear } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';

/** Rows by when they were published; periods follow each other, each named by the ISO month in which it starts. */
export interface PublishedCounts {
  readonly step: 'month' | 'quarter' | 'year';
  readonly periods: readonly { readonly start: string; readonly rows: number }[];
  /** Rows of which a coarser date alone is known. */
  readonly coarse: number;
}

/** Rows of the register by the month, quarter or year in which they were published. */
export function publishedColumns(
  { step, periods, coarse }: PublishedCounts,
  language: Language,
): ColumnsSpec {
  const count = (of: PublishedCounts['periods']): number => of.reduce((sum, { rows }) => sum + rows, 0);
  const last = (periods.at(-1)?.start ?? '').slice(0, 4);
  const inLast = periods.filter(({ start }) => start.startsWith(last));
  const figure = (value: number): string => formatNumber(value, { decimals: 0 });
  return {
    kind: 'columns',
    title: translate(language, 'page.sources.years', {
      count: figure(count(periods)),
      latest: figure(count(inLast)),
      year: formatYear(last, language),
    }),
    ...(coarse === 0 ? {} : { subtitle: translate(language, 'page.sources.coarse', { count: coarse }) }),
    across: translate(language, `page.sources.across.${step}`),
    columns: periods.map(({ start, rows }) => ({
      name: nameOf(start, step, language),
      value: rows,
      // Columns of months and quarters would have no room for names: years stand where they begin.
      ...(step === 'year' ? {} : { tick: start.endsWith('-01') ? formatYear(start, language) : '' }),
    })),
    format: { figure, range: (low, high) => joinRange([low, high].map(figure), language) },
  };
}

function nameOf(start: string, step: PublishedCounts['step'], language: Language): string {
  if (step === 'month') return formatMonth(start, language, 'short');
  return step === 'quarter' ? formatQuarter(start, language) : start.slice(0, 4);
}
