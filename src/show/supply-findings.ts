import type { SeriesOfSet } from '../answers/series-set.ts';
import type { SeriesRow } from '../answers/series.ts';
import { formatQuarter, formatYear } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import { barsYear } from './series-charts.ts';

/** Below this many percent a quantity is said to stay where it is. */
const LEAST_CHANGE = 5;
/** Of a maker that is worth naming beside the first. */
const LEAST_SHARE = 0.05;

/**
 * How the median of a fan moves from the quarter of the as-of date: when it reaches twice what it is, or else by how much
 * it differs at the end. Undefined where it is nothing at first.
 */
export function growthFinding(
  topic: string,
  { rows }: SeriesOfSet,
  member: string,
  asOf: string,
  language: Language,
): string | undefined {
  const own = rows.filter((row) => row.member === member && row.period.end >= asOf);
  const [now, last] = [own[0], own.at(-1)];
  if (now === undefined || last === undefined || now.p50 <= 0) return undefined;
  const double = own.findIndex(({ p50 }) => p50 >= 2 * now.p50);
  const found = own[double];
  if (found !== undefined && own.slice(double).every(({ p50 }) => p50 >= 2 * now.p50))
    return translate(language, 'page.finding.doubles', {
      topic,
      quarter: formatQuarter(found.period.start, language),
    });
  const percent = Math.round(100 * (last.p50 / now.p50 - 1));
  const year = formatYear(last.period.end, language);
  if (Math.abs(percent) < LEAST_CHANGE) return translate(language, 'page.finding.steady', { topic, year });
  return translate(language, percent > 0 ? 'page.finding.grows' : 'page.finding.shrinks', {
    topic,
    year,
    percent: Math.abs(percent),
  });
}

/** Who has most of HBM at the end of the year after the as-of date, by the mean of futures. */
export function makersFinding(series: SeriesOfSet, asOf: string, language: Language): string | undefined {
  const { year, rows, total } = lastOfYear(series, asOf);
  const [first, second] = rows.toSorted((a, b) => b.mean - a.mean);
  if (first === undefined || second === undefined || total <= 0) return undefined;
  const name = ({ member }: SeriesRow): string => memberName(series.dimension, member, new Map(), language);
  const parameters = {
    maker: name(first),
    share: percentOf(first.mean / total),
    year: formatYear(year, language),
  };
  return second.mean / total < LEAST_SHARE
    ? translate(language, 'page.finding.maker', parameters)
    : translate(language, 'page.finding.makers', {
        ...parameters,
        second: name(second),
        other: percentOf(second.mean / total),
      });
}

/** Which two have most of layers that add up, in the last period of a year, by the mean of futures. */
export function largestFinding(
  topic: string,
  series: SeriesOfSet,
  year: string,
  language: Language,
): string | undefined {
  const { rows, total } = lastOf(series, year);
  const [first, second] = rows.toSorted((a, b) => b.mean - a.mean);
  if (first === undefined || second === undefined || total <= 0) return undefined;
  const name = ({ member }: SeriesRow): string => memberName(series.dimension, member, new Map(), language);
  const { start } = first.period;
  return translate(language, 'page.finding.largest', {
    topic,
    first: name(first),
    share: percentOf(first.mean / total),
    second: name(second),
    other: percentOf(second.mean / total),
    period: series.period === 'year' ? formatYear(start, language) : formatQuarter(start, language),
  });
}

/**
 * What part of published packaging plans, by the end of the year after the as-of date, comes from plants that do not run
 * in 9 of 10 futures at that date.
 */
export function plantsFinding(series: SeriesOfSet, asOf: string, language: Language): string | undefined {
  const { year, rows, total } = lastOfYear(series, asOf);
  const running = new Set(
    series.rows.flatMap(({ member, period, p10 }) =>
      period.start <= asOf && asOf <= period.end && p10 >= 1 ? [member] : [],
    ),
  );
  if (total <= 0) return undefined;
  const coming = rows.reduce((sum, { member, mean }) => sum + (running.has(member) ? 0 : mean), 0);
  return translate(language, 'page.finding.plants', {
    share: percentOf(coming / total),
    year: formatYear(year, language),
  });
}

function lastOfYear(
  series: SeriesOfSet,
  asOf: string,
): { readonly year: string; readonly rows: readonly SeriesRow[]; readonly total: number } {
  const year = barsYear(asOf);
  return { year, ...lastOf(series, year) };
}

/** The last period of a year, and the sum of its means. */
function lastOf(
  { rows }: SeriesOfSet,
  year: string,
): { readonly rows: readonly SeriesRow[]; readonly total: number } {
  const end = rows.findLast(({ period }) => period.end.startsWith(year))?.period.end;
  const found = rows.filter(({ period }) => period.end === end);
  return { rows: found, total: found.reduce((sum, { mean }) => sum + mean, 0) };
}

function percentOf(share: number): string {
  return formatNumber(Math.round(100 * share));
}
