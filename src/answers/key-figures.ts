import type { Catalogue } from '../model/catalogue.ts';
import { monthsShort, ownChipShare, powerWaiting } from './figure/derived.ts';
import type { Figure } from './figure/figure.ts';
import { seriesFigure } from './figure/figure.ts';
import type { FigureBook, Reader } from './figures.ts';
import type { Period } from './period.ts';
import { periodOfMonths, periodsOf } from './period.ts';
import type { SeriesDimension } from './series-catalogue.ts';

/** The figures by which scenarios are compared. */
export const keyFigureNames = [
  'months-short',
  'short-now',
  'short-in-a-year',
  'shipments',
  'h100e',
  'fleet-owned',
  'fleet-running',
  'power-waiting',
  'asic-share-units',
  'asic-share-h100e',
  'cowos-binds',
  'hbm-binds',
  'capex-big-four',
] as const;
export type KeyFigureName = (typeof keyFigureNames)[number];

export interface KeyFigure {
  readonly name: KeyFigureName;
  /** Designer of shipments; empty for others. */
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  readonly figure: Figure;
}

const BIG_FOUR = ['amazon', 'google', 'meta', 'microsoft'];

/** Months of a run that its key figures look at. */
export interface KeyMonths {
  /** The month looked from. */
  readonly present: number;
  /** The last month looked at. */
  readonly last: number;
  /** Years for which figures by year are told. */
  readonly years: readonly Period[];
}

/** The key figures of a run, and readers of overdue GPU demand in every month. */
export function keyFigures(
  book: FigureBook,
  catalogue: Catalogue,
  { present, last, years }: KeyMonths,
): { readonly figures: readonly KeyFigure[]; readonly overdue: readonly Reader[] } {
  const { startYear, months } = catalogue;
  const overdue = book.series('overdue-months', 'total', 'gpu', periodsOf(startYear, months, 'month'));
  const month = (at: number): Period => periodOfMonths(startYear, at, at);
  const byYear = (
    name: KeyFigureName,
    unit: string,
    of: (year: Period) => Figure,
    member = '',
  ): KeyFigure[] => years.map((period) => ({ name, member, unit, period, figure: of(period) }));
  const bySeries = (
    name: KeyFigureName,
    series: string,
    dimension: SeriesDimension,
    of: string | readonly string[],
    member = '',
  ): KeyFigure[] =>
    byYear(name, book.unit(series), (year) => seriesFigure(series, dimension, of, year), member);
  const short = (name: KeyFigureName, period: Period): KeyFigure => ({
    name,
    member: '',
    unit: '1',
    period,
    figure: seriesFigure('shortage-probability', 'total', 'gpu', period),
  });
  const whole = periodOfMonths(startYear, present, last);
  const designers = book.members('shipments', 'designer').map(({ member }) => member);
  const figures: KeyFigure[] = [
    { name: 'months-short', member: '', unit: 'month', period: whole, figure: monthsShort(catalogue, whole) },
    short('short-now', month(present)),
    short('short-in-a-year', month(Math.min(present + 12, last))),
    ...designers.flatMap((designer) => bySeries('shipments', 'shipments', 'designer', designer, designer)),
    ...bySeries('h100e', 'h100e', 'total', 'all'),
    ...bySeries('fleet-owned', 'fleet-owned', 'total', 'all'),
    ...bySeries('fleet-running', 'fleet-running', 'total', 'all'),
    ...byYear('power-waiting', 'GW', powerWaiting),
    ...byYear('asic-share-units', '1', (year) => ownChipShare(catalogue, 'shipments', year)),
    ...byYear('asic-share-h100e', '1', (year) => ownChipShare(catalogue, 'h100e', year)),
    ...bySeries('cowos-binds', 'binding-probability', 'input', 'cowos'),
    ...bySeries('hbm-binds', 'binding-probability', 'input', ['hbm', 'hbm-qualified']),
    ...bySeries('capex-big-four', 'capex', 'buyer', BIG_FOUR),
  ];
  return { figures, overdue };
}
