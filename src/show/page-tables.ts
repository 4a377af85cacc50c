import type { HingeAnswer } from '../answers/forecast.ts';
import type { BuiltRow, ShortageAnswer } from '../answers/shortage.ts';
import { formatAmount, formatRange } from './amount-format.ts';
import { formatMonth, formatQuarter } from './date-format.ts';
import { hundred, monthOrAfter } from './forecast-headline.ts';
import { hingeMonth, hingeValue } from './hinge-text.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { buyerName, constraintName } from './model-names.ts';
import { formatNumber } from './number-format.ts';

/** Rows and columns as text; the first column names the row. */
export interface PageTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows of a first screen; the series have all of them. */
const MOST_ROWS = 8;
/** Families below this are left out: nobody plans by them. */
const FEWEST_PACKAGES = 1e5;

/** Overdue GPU demand at the end of each quarter from the present on. */
export function overdueTable({ overdue, shortage, present }: ShortageAnswer, language: Language): PageTable {
  const months = (value: number): string => formatNumber(value, { decimals: 1 });
  const from = shortage.findIndex(({ period }) => period.last >= present);
  return {
    header: texts(language, [
      'page.column.quarter',
      'page.built.median',
      'page.built.range',
      'page.column.short',
    ]),
    rows: shortage.slice(from).flatMap(({ period, probability }) => {
      const summary = overdue.summaries[period.last];
      if (summary === undefined) return [];
      const { p10, p50, p90 } = summary;
      const range = `${months(p10)}–${months(p90)}`;
      return [[formatQuarter(period.start, language), months(p50), range, hundred(probability)]];
    }),
  };
}

/** Futures of 100 that each input stops, by quarter from the present on. */
export function bindingTable({ binding, present }: ShortageAnswer, language: Language): PageTable {
  const from = binding.quarters.findIndex(({ last }) => last >= present);
  return {
    header: [
      translate(language, 'page.column.input'),
      ...binding.quarters.slice(from).map(({ start }) => formatQuarter(start, language)),
    ],
    rows: binding.constraints.map(({ input, shares }) => [
      constraintName(input, language),
      ...shares.slice(from).map(hundred),
    ]),
  };
}

/** Futures of 100 short a year on, with one thing held at either end. */
export function hingeTable({ hinges, hingeBase }: HingeAnswer, language: Language): PageTable {
  const base = hundred(hingeBase.shortInAYear);
  return {
    header: texts(language, [
      'forecast.hinges.input',
      'forecast.hinges.low',
      'page.column.short',
      'forecast.hinges.high',
      'page.column.short',
      'forecast.hinges.basis',
    ]),
    rows: [
      [translate(language, 'forecast.hinges.none'), '', base, '', base, ''],
      ...hinges.map(({ label, unit, low, high, assumed }) => [
        label[language],
        hingeValue(low.value, unit, language),
        hundred(low.shortInAYear),
        hingeValue(high.value, unit, language),
        hundred(high.shortInAYear),
        translate(language, assumed ? 'forecast.basis.assumed' : 'forecast.basis.rows'),
      ]),
    ],
  };
}

/** The month that hinges are told for. */
export function hingeMonthName(answer: ShortageAnswer, language: Language): string {
  return formatMonth(hingeMonth(answer), language);
}

/** Packages by family in the second year, with what changes against a baseline where there is one. */
export function builtTable(
  answer: ShortageAnswer,
  baseline: ShortageAnswer | null,
  language: Language,
): PageTable {
  const families = familiesOf(baseline ?? answer).slice(0, MOST_ROWS);
  const columns: PlainMessageKey[] = ['page.built.family', 'page.built.median', 'page.built.range'];
  return {
    header: texts(language, baseline ? [...columns, 'page.built.difference'] : columns),
    rows: families.flatMap(({ member, unit }) => {
      const year = builtIn(answer, member);
      if (year === undefined) return [];
      const before = baseline && builtIn(baseline, member);
      const row = [
        member,
        formatAmount(year.p50, unit, language),
        formatRange(year.p10, year.p90, unit, language),
      ];
      const change =
        before && formatAmount(year.p50 - before.p50, unit, language, { signed: true, significant: 2 });
      return [change ? [...row, change] : row];
    }),
  };
}

function familiesOf({ built }: ShortageAnswer): BuiltRow[] {
  return built
    .filter(({ series, dimension }) => series === 'shipments' && dimension === 'family')
    .filter(({ years }) => (years[1]?.p50 ?? 0) >= FEWEST_PACKAGES)
    .toSorted((a, b) => (b.years[1]?.p50 ?? 0) - (a.years[1]?.p50 ?? 0));
}

function builtIn({ built }: ShortageAnswer, family: string): BuiltRow['years'][number] | undefined {
  const isIt = (row: BuiltRow): boolean =>
    row.series === 'shipments' && row.dimension === 'family' && row.member === family;
  return built.find(isIt)?.years[1];
}

/** Buyers whose demand is overdue longest. */
export function waitTable({ waits }: ShortageAnswer, language: Language): PageTable {
  const months = (value: number): string => formatNumber(value, { decimals: 1 });
  return {
    header: texts(language, [
      'page.column.buyer',
      'page.built.median',
      'page.built.range',
      'page.column.leadTime',
    ]),
    rows: waits
      .slice(0, MOST_ROWS)
      .map(({ buyer, overdueMonths: { p10, p50, p90 }, leadTime }) => [
        buyerName(buyer, language),
        months(p50),
        `${months(p10)}–${months(p90)}`,
        formatAmount(leadTime.p50, 'week', language, { decimals: 0 }),
      ]),
  };
}

/** When the shortage ends where more or fewer months overdue count as one. */
export function endsTable(answer: ShortageAnswer, language: Language): PageTable {
  const month = monthOrAfter(answer, language, 'short');
  return {
    header: texts(language, [
      'forecast.thresholds.overdue',
      'forecast.thresholds.now',
      'forecast.thresholds.ends',
      'forecast.thresholds.not',
    ]),
    rows: answer.ends.map(({ threshold, shortNow, p10, p50, p90, shortInAYear }) => [
      translate(language, 'forecast.months', { value: formatNumber(threshold) }),
      hundred(shortNow),
      `${month(p50)} (${month(p10)} … ${month(p90)})`,
      hundred(shortInAYear),
    ]),
  };
}

function texts(language: Language, keys: readonly PlainMessageKey[]): string[] {
  return keys.map((key) => translate(language, key));
}
