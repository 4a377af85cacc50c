import type { GuidedBuyer, GuidedYear } from '../answers/capex-guidance.ts';
import { factAddress } from '../answers/figure/figure-address.ts';
import type { SeriesRow } from '../answers/series.ts';
import { centralValue } from '../register/index.ts';
import type { Outcome, Row } from '../register/index.ts';
import { formatAmount } from './amount-format.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { IntervalItem, IntervalsSpec, ValueFormat } from './charts/chart-spec.ts';
import { formatDay, formatYear } from './date-format.ts';
import { amountText } from './facts-view.ts';
import { overText, yearName } from './guidance-view.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { buyerName } from './model-names.ts';
import { unitTitle } from './unit-name.ts';

/** Years that are drawn; earlier ones stand in the table. */
const MOST_YEARS = 3;
/** Years of the model: that of the day and the next. Beyond, its range would flatten what was guided. */
const MODEL_YEARS = 2;

/** One year of a buyer with its guides, its outcome and what the model makes of it. */
interface Drawn {
  readonly end: string;
  readonly name: string;
  readonly guided?: GuidedYear;
  readonly modelled?: SeriesRow;
}

/**
 * What one buyer guided, year by year in the order of publication, what it reported, and what the model makes of it:
 * `modelled` are rows of capital expenditure of the buyer by calendar year, in order, USD.
 */
export function guidanceIntervals(
  { buyer, years }: GuidedBuyer,
  modelled: readonly SeriesRow[],
  language: Language,
): IntervalsSpec {
  const drawn = yearsOf(years.slice(-MOST_YEARS), modelled.slice(0, MODEL_YEARS), language);
  const largest = Math.max(
    0,
    ...drawn.flatMap(({ guided, modelled: row }) => [
      row?.p90 ?? 0,
      guided?.reported?.value ?? 0,
      ...(guided?.guides ?? []).map((guide) => guide.high ?? guide.value ?? 0),
    ]),
  );
  const format = chartFormat(largest, 'USD', language);
  return {
    kind: 'intervals',
    title: findingOf(buyer, years, language),
    subtitle: translate(language, 'page.guidance.note', { unit: unitTitle('USD', language) }),
    items: drawn.flatMap(({ name, guided, modelled: row }) => [
      ...(guided?.guides ?? []).map((guide) => statedItem(guide, guided?.reported, name, language)),
      ...(row ? [modelItem(row, guided?.reported, name, format, language)] : []),
    ]),
    format,
    // What a guide misses by is a share of it, and years differ by several times.
    scale: 'log',
  };
}

function yearsOf(
  guided: readonly GuidedYear[],
  modelled: readonly SeriesRow[],
  language: Language,
): readonly Drawn[] {
  const own = guided.map((year): Drawn => {
    const same = modelled.find(
      ({ period }) => period.start === year.periodStart && period.end === year.periodEnd,
    );
    return {
      end: year.periodEnd,
      name: yearName(year, language),
      guided: year,
      ...(same ? { modelled: same } : {}),
    };
  });
  const rest = modelled
    .filter((row) => own.every((year) => year.modelled !== row))
    .map(
      (row): Drawn => ({ end: row.period.end, name: formatYear(row.period.start, language), modelled: row }),
    );
  return [...own, ...rest].toSorted((a, b) => (a.end < b.end ? -1 : 1));
}

function statedItem(row: Row, spent: Outcome | undefined, group: string, language: Language): IntervalItem {
  const said = centralValue(row) ?? Number.NaN;
  return {
    name: formatDay(row.published, language, 'short'),
    group,
    isStated: true,
    median: said,
    outer: [row.low ?? said, row.high ?? said],
    figure: factAddress([row.id]),
    ...(spent === undefined ? { text: amountText(row, language) } : { outcome: reportedOf(spent) }),
  };
}

function modelItem(
  { p10, p25, p50, p75, p90, address }: SeriesRow,
  spent: Outcome | undefined,
  group: string,
  format: ValueFormat,
  language: Language,
): IntervalItem {
  const range = format.range(p10, p90);
  return {
    name: translate(language, 'page.guidance.model'),
    group,
    median: p50,
    inner: [p25, p75],
    outer: [p10, p90],
    figure: address,
    ...(spent === undefined
      ? { text: `${format.figure(p50)}${language === 'ja' ? `(${range})` : ` (${range})`}` }
      : { outcome: reportedOf(spent) }),
  };
}

function reportedOf({ value, rows }: Outcome): NonNullable<IntervalItem['outcome']> {
  return { value, knowledge: 'observed', figure: factAddress(rows.map(({ id }) => id)) };
}

/** How the last reported year compares with its first guide; where none is, what was guided last. */
function findingOf(buyer: string, years: readonly GuidedYear[], language: Language): string {
  const name = buyerName(buyer, language);
  const told = years.findLast(({ reported }) => reported !== undefined);
  const [guide] = told?.guides ?? [];
  const said = guide && centralValue(guide);
  if (told?.reported !== undefined && said !== undefined)
    return translate(language, 'page.guidance.reported', {
      buyer: name,
      year: yearName(told, language),
      reported: formatAmount(told.reported.value, 'USD', language),
      over: overText(told.reported.value / said - 1),
    });
  const latest = years.at(-1);
  const last = latest?.guides.at(-1);
  return translate(language, 'page.guidance.open', {
    buyer: name,
    year: latest ? yearName(latest, language) : '',
    amount: last ? amountText(last, language) : '',
  });
}
