import type { BuiltRow, ShortageAnswer } from '../answers/shortage.ts';
import { formatRange } from './amount-format.ts';
import { hundred, monthOrAfter } from './forecast-headline.ts';
import type { DataCell, DataTable } from './charts/data-table.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { formatCompact, formatNumber } from './number-format.ts';

/** Rows of a first screen; the series have all of them. */
const MOST_ROWS = 8;
/** Families below this are left out: nobody plans by them. */
const FEWEST_PACKAGES = 1e5;

/** Packages by family in the second year, with what changes against a baseline where there is one. */
export function builtTable(
  answer: ShortageAnswer,
  baseline: ShortageAnswer | null,
  language: Language,
): DataTable {
  const families = familiesOf(baseline ?? answer).slice(0, MOST_ROWS);
  const columns: PlainMessageKey[] = ['page.built.family', 'page.built.median', 'page.built.range'];
  return {
    header: texts(language, baseline ? [...columns, 'page.built.difference'] : columns),
    rows: families.flatMap(({ member }): DataCell[][] => {
      const [year, figure = ''] = builtIn(answer, member);
      if (year === undefined) return [];
      const [before] = baseline ? builtIn(baseline, member) : [];
      const row = [
        member,
        { text: formatCompact(year.p50, language), figure },
        formatRange(year.p10, year.p90, '1', language),
      ];
      if (!before) return [row];
      // Two digits: a difference of medians is known to no more.
      const difference = Number((year.p50 - before.p50).toPrecision(2));
      return [[...row, formatCompact(difference, language, { signed: true })]];
    }),
  };
}

function familiesOf({ built }: ShortageAnswer): BuiltRow[] {
  return built
    .filter(({ series, dimension }) => series === 'shipments' && dimension === 'family')
    .filter(({ years }) => (years[1]?.p50 ?? 0) >= FEWEST_PACKAGES)
    .toSorted((a, b) => (b.years[1]?.p50 ?? 0) - (a.years[1]?.p50 ?? 0));
}

/** The second year of a family, and the address of the figure. */
function builtIn(
  { built }: ShortageAnswer,
  family: string,
): readonly [year?: BuiltRow['years'][number], figure?: string] {
  const isIt = (row: BuiltRow): boolean =>
    row.series === 'shipments' && row.dimension === 'family' && row.member === family;
  const found = built.find(isIt);
  const year = found?.years[1];
  return year ? [year, found.addresses[1] ?? ''] : [];
}

/** When the shortage ends where more or fewer months overdue count as one. */
export function endsTable(answer: ShortageAnswer, language: Language): DataTable {
  const month = monthOrAfter(answer, language, 'short');
  return {
    header: texts(language, [
      'forecast.thresholds.overdue',
      'forecast.thresholds.now',
      'forecast.thresholds.ends',
      'forecast.thresholds.not',
    ]),
    rows: answer.ends.map(({ threshold, shortNow, p10, p50, p90, shortInAYear, address }) => [
      translate(language, 'forecast.months', { value: formatNumber(threshold) }),
      { text: hundred(shortNow), figure: address },
      // On two lines, for a column of the page is narrow.
      `${month(p50)}\n(${month(p10)} … ${month(p90)})`,
      hundred(shortInAYear),
    ]),
  };
}

function texts(language: Language, keys: readonly PlainMessageKey[]): string[] {
  return keys.map((key) => translate(language, key));
}
