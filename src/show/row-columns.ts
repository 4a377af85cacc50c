import { joinRange } from './amount-format.ts';
import type { ColumnsSpec } from './charts/chart-spec.ts';
import { formatYear } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';

/** Rows of the register by the year in which they were published. */
export function rowsByYear(
  years: readonly { readonly year: string; readonly rows: number }[],
  language: Language,
): ColumnsSpec {
  const count = years.reduce((sum, { rows }) => sum + rows, 0);
  const last = years.at(-1);
  const figure = (value: number): string => formatNumber(value, { decimals: 0 });
  return {
    kind: 'columns',
    title: translate(language, 'page.sources.years', {
      count: figure(count),
      latest: figure(last?.rows ?? 0),
      year: formatYear(last?.year ?? '', language),
    }),
    across: translate(language, 'page.sources.years.across'),
    columns: years.map(({ year, rows }) => ({ name: year, value: rows })),
    format: { figure, range: (low, high) => joinRange([low, high].map(figure), language) },
  };
}
