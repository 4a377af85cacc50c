import type { Summary } from '../engine/index.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { saleMembers, saleName, saleOf } from './designer-buyer.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { runEnsemble, slotsOf } from './ensemble.ts';
import { sharingWords } from './plain-name.ts';
import type { Period, PeriodLength } from './period.ts';
import { monthOfDay, periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { Series, SeriesDimension, SeriesMember } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';
import { VarianceShare } from './variance-share.ts';

/** One row of the long table. */
export interface SeriesRow extends Summary {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  readonly series: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly period: Period;
  readonly unit: string;
}

export interface SeriesAnswer {
  readonly series: Series;
  readonly dimension: SeriesDimension;
  readonly members: readonly string[];
  readonly periods: readonly Period[];
  /** By member, then by period. */
  readonly rows: readonly SeriesRow[];
  /** For the member with the largest mean in the period that holds the day a year after the as-of date. */
  readonly basis: SeriesBasis;
}

export interface SeriesQuestion {
  readonly name: string;
  /** Name of a dimension of the series; its first when not given. */
  readonly by?: string;
  readonly period: PeriodLength;
}

/** A series by name; throws `unknown-series` with the nearest name. */
export function findSeries(run: Pick<PreparedRun, 'catalogue'>, name: string): Series {
  const all = seriesOf(run.catalogue);
  const found = all.find((series) => series.name === name);
  if (found) return found;
  const names = all.map((series) => series.name);
  throw new ProblemError([unknown('unknown-series', name, names)]);
}

/** A dimension of a series by name, its first where none is given; throws `unknown-dimension` with the nearest. */
export function findDimension(series: Series, name: string | undefined): SeriesDimension {
  const dimensions = [...series.dimensions.keys()];
  const found = name === undefined ? dimensions[0] : dimensions.find((dimension) => dimension === name);
  if (found) return found;
  throw new ProblemError([unknown('unknown-dimension', name ?? '', dimensions, series.name)]);
}

/**
 * A member of a dimension of a series, by its id, by the name of the product or buyer, or by words that only it has, whatever their case.
 * Throws `unknown-member` with the nearest; `asked` is what a problem says was asked.
 */
export function findMember(
  series: Series,
  dimension: SeriesDimension,
  name: string,
  catalogue: Catalogue,
  asked = `${series.name} --by ${dimension}`,
): SeriesMember {
  const members = series.dimensions.get(dimension) ?? [];
  const found = memberCalled(members, name, catalogue);
  if (found) return found;
  const names = memberNames(catalogue);
  const [only, other] = sharingWords(members, name, ({ member }) => `${member} ${names.get(member) ?? ''}`);
  if (only && !other) return only;
  const ids = members.map(({ member }) => member);
  throw new ProblemError([unknown('unknown-member', name, ids, asked)]);
}

function memberCalled(
  members: readonly SeriesMember[],
  name: string,
  catalogue: Catalogue,
): SeriesMember | undefined {
  const wanted = name.toLowerCase();
  const names = memberNames(catalogue);
  return (
    members.find(({ member }) => member === name) ??
    members.find(({ member }) => member.toLowerCase() === wanted) ??
    members.find(({ member }) => names.get(member)?.toLowerCase() === wanted)
  );
}

/**
 * As `findMember`, for a question in options; where none is named, the only one, or the first of a total. Throws
 * `missing-member` besides, and `member-elsewhere` for a member of other dimensions of the series.
 */
export function memberAsked(
  series: Series,
  dimension: SeriesDimension,
  name: string | undefined,
  { catalogue }: PreparedRun,
): SeriesMember {
  const members = series.dimensions.get(dimension) ?? [];
  const asked = `${series.name} --by ${dimension}`;
  if (name !== undefined) {
    const elsewhere = [...series.dimensions]
      .filter(([, others]) => memberCalled(others, name, catalogue) !== undefined)
      .map(([other]) => other);
    if (elsewhere.length > 0 && !elsewhere.includes(dimension)) {
      const params = { name: asked, found: name, dimensions: elsewhere.join(', ') };
      throw new ProblemError([{ code: 'member-elsewhere', params }]);
    }
    return findMember(series, dimension, name, catalogue, asked);
  }
  const [first] = members;
  if (first !== undefined && (members.length === 1 || dimension === 'total')) return first;
  const expected = members.map(({ member }) => member).join(', ');
  const params = { name: asked, expected };
  throw new ProblemError([{ code: 'missing-member', params }]);
}

const MOST_NAMES = 24;

function unknown(code: string, found: string, known: readonly string[], name?: string): Problem {
  // The beginning of a name says more than one a few letters away.
  const nearest =
    known.find((candidate) => candidate.toLowerCase().includes(found.toLowerCase()) && found.length > 1) ??
    nearestName(found, known);
  const place = name === undefined ? {} : { name };
  const near = nearest === undefined ? {} : { nearest };
  // Of a long list the nearest name says more.
  const expected = known.length > MOST_NAMES ? {} : { expected: known.join(', ') };
  return { code, params: { ...place, found, ...expected, ...near } };
}

/**
 * Names of products and buyers by id, as their makers write them; where several share one, the id stands with it. Those
 * of sales from designers to buyers besides.
 */
export function memberNames(catalogue: Catalogue): ReadonlyMap<string, string> {
  const all = [...catalogue.products, ...catalogue.buyers];
  const count = new Map<string, number>();
  for (const { name } of all) count.set(name, (count.get(name) ?? 0) + 1);
  const sales = saleMembers(catalogue, '').flatMap(({ member }): [string, string][] => {
    const sale = saleOf(member);
    const buyer = catalogue.buyers.find(({ id }) => id === sale?.buyer);
    return sale && buyer ? [[member, saleName({ designer: sale.designer, buyer: buyer.name })]] : [];
  });
  return new Map([
    ...all.map(({ id, name }): [string, string] => [
      id,
      (count.get(name) ?? 0) > 1 ? `${name} (${id})` : name,
    ]),
    ...sales,
  ]);
}

/** What a question about a series asks to be drawn. */
export interface AskedSeries {
  readonly series: Series;
  readonly dimension: SeriesDimension;
  readonly members: readonly SeriesMember[];
  readonly periods: readonly Period[];
  /** By member. */
  readonly requests: readonly Request[];
}

/** Of a series the members `wanted`, or all. Throws `unknown-series`, `unknown-dimension`. */
export function askedSeries(
  { catalogue }: Pick<PreparedRun, 'catalogue'>,
  { name, by, period }: SeriesQuestion,
  wanted?: readonly string[],
): AskedSeries {
  const series = findSeries({ catalogue }, name);
  const dimension = findDimension(series, by);
  const all = series.dimensions.get(dimension) ?? [];
  const members = wanted === undefined ? all : all.filter(({ member }) => wanted.includes(member));
  const periods = periodsOf(catalogue.startYear, catalogue.months, period);
  const requests = members.map((member) => ({ ...member, overTime: series.overTime, periods }));
  return { series, dimension, members, periods, requests };
}

/**
 * Rows of a series over all its members and periods. Quantiles of a sum come from summed draws.
 * Throws `unknown-series`, `unknown-dimension`.
 */
export async function answerSeries(
  run: PreparedRun,
  question: SeriesQuestion,
  options: EnsembleOptions,
): Promise<SeriesAnswer> {
  const { series, dimension, members, periods, requests } = askedSeries(run, question);
  const { startYear, months } = run.catalogue;
  const later = Math.min(monthOfDay(startYear, run.view.date) + 12, months - 1);
  const then = periods.findIndex(({ first, last }) => first <= later && later <= last);
  const basis = new VarianceShare(
    run,
    slotsOf(requests).map((slot) => slot + then),
    1,
  );
  const { summaries } = await runEnsemble(run, requests, options, {
    variants: [{}, ...basis.variants],
    gather: (block) => basis.add(block),
  });
  const rows = members.flatMap(({ member }, index) =>
    periods.flatMap((period, position): SeriesRow[] => {
      const summary = summaries[index]?.[position];
      const address = figureAddress(seriesFigure(series.name, dimension, member, period));
      const about = { address, series: series.name, dimension, member, period, unit: series.unit };
      return summary ? [{ ...about, ...summary }] : [];
    }),
  );
  const names = members.map(({ member }) => member);
  return {
    series,
    dimension,
    members: names,
    periods,
    rows,
    basis: basisOf(names, periods[then], rows, basis.shares),
  };
}

/** What share of the variance of one row rests on assumptions rather than on dated rows. */
export interface SeriesBasis {
  readonly member: string;
  readonly period: Period;
  /** From 0 to 1. */
  readonly assumed: number;
}

/** Of the member with the largest mean in the period. */
function basisOf(
  members: readonly string[],
  period: Period | undefined,
  rows: readonly SeriesRow[],
  shares: readonly number[],
): SeriesBasis {
  const then = rows.filter((row) => row.period === period);
  const largest = then.reduce((a, b) => (b.mean > a.mean ? b : a));
  const { member } = largest;
  return { member, period: largest.period, assumed: shares[members.indexOf(member)] ?? 0 };
}

/** A series with its dimensions and their members, as `series --list` tells it. */
export interface ListedSeries extends Pick<Series, 'name' | 'unit' | 'overTime' | 'meaning'> {
  readonly dimensions: readonly {
    readonly dimension: SeriesDimension;
    readonly members: readonly { readonly member: string; readonly name: string }[];
  }[];
}

/** All series of a run’s sets. */
export function listSeries(catalogue: Catalogue): readonly ListedSeries[] {
  const names = memberNames(catalogue);
  return seriesOf(catalogue).map(({ name, unit, overTime, meaning, dimensions }) => ({
    name,
    unit,
    overTime,
    meaning,
    dimensions: [...dimensions].map(([dimension, members]) => ({
      dimension,
      members: members.map(({ member }) => ({ member, name: names.get(member) ?? member })),
    })),
  }));
}
