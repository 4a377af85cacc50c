import type { Catalogue, Line } from '../model/catalogue.ts';
import type { FigureBook, Reader } from './figures.ts';
import { countAbove, differenceOf, isAbove, shareOf } from './figures.ts';
import type { Period } from './period.ts';
import { periodOfMonths, periodsOf } from './period.ts';

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
  readonly read: Reader;
}

/** Months of due demand overdue above which GPUs are short (MODEL.md, sector 5). */
export const SHORTAGE_MONTHS = 1;
const BIG_FOUR = ['amazon', 'google', 'meta', 'microsoft'];

/** Lines of buyers' own chips: neither sold to all comers nor made outside the chain of TSMC and the three memory makers. */
export function asicLines({ lines }: Catalogue): Line[] {
  return lines.filter(({ merchant, ownSupply }) => !merchant && !ownSupply);
}

/** Months of a run that its key figures look at. */
export interface KeyMonths {
  /** The month looked from. */
  readonly present: number;
  /** The last month looked at. */
  readonly last: number;
  /** Years for which figures by year are told. */
  readonly years: readonly Period[];
}

/** Reads the key figures of a run. `overdue` are the readers of overdue GPU demand in every month. */
export function keyFigures(
  book: FigureBook,
  catalogue: Catalogue,
  { present, last, years }: KeyMonths,
): { readonly figures: readonly KeyFigure[]; readonly overdue: readonly Reader[] } {
  const { startYear, months } = catalogue;
  const overdue = book.series('overdue-months', 'total', 'gpu', periodsOf(startYear, months, 'month'));
  const month = (at: number): Period => periodOfMonths(startYear, at, at);
  const later = Math.min(present + 12, last);
  const nothing: Reader = (block, variant) => new Float64Array(block.drawsOf(variant));
  const at = (index: number): Reader => overdue[index] ?? nothing;
  const single = (name: KeyFigureName, unit: string, period: Period, read: Reader): KeyFigure => ({
    name,
    member: '',
    unit,
    period,
    read,
  });
  const byYear = (name: KeyFigureName, unit: string, readers: readonly Reader[], member = ''): KeyFigure[] =>
    years.flatMap((period, index): KeyFigure[] => {
      const read = readers[index];
      return read ? [{ name, member, unit, period, read }] : [];
    });
  const yearly = (name: KeyFigureName, series = name as string): KeyFigure[] =>
    byYear(name, book.unit(series), book.series(series, 'total', 'all', years));
  const asic = asicLines(catalogue).map(({ designer }) => designer);
  const asicShare = (name: KeyFigureName, series: string): KeyFigure[] => {
    const part = book.series(series, 'designer', asic, years);
    const whole = book.series(series, 'total', 'all', years);
    return byYear(
      name,
      '1',
      part.map((read, index) => shareOf(read, whole[index] ?? nothing)),
    );
  };
  const owned = book.series('power-owned', 'total', 'all', years);
  const powered = book.series('power', 'total', 'all', years);
  const designers = book.members('shipments', 'designer').map(({ member }) => member);
  const figures = [
    single(
      'months-short',
      'month',
      periodOfMonths(startYear, present, last),
      countAbove(overdue.slice(present, last + 1), SHORTAGE_MONTHS),
    ),
    single('short-now', '1', month(present), isAbove(at(present), SHORTAGE_MONTHS)),
    single('short-in-a-year', '1', month(later), isAbove(at(later), SHORTAGE_MONTHS)),
    ...designers.flatMap((designer) =>
      byYear('shipments', 'unit', book.series('shipments', 'designer', designer, years), designer),
    ),
    ...yearly('h100e'),
    ...yearly('fleet-owned'),
    ...yearly('fleet-running'),
    ...byYear(
      'power-waiting',
      'GW',
      owned.map((read, index) => differenceOf(read, powered[index] ?? nothing)),
    ),
    ...asicShare('asic-share-units', 'shipments'),
    ...asicShare('asic-share-h100e', 'h100e'),
    ...byYear('cowos-binds', '1', book.series('binding-probability', 'input', 'cowos', years)),
    ...byYear('hbm-binds', '1', book.series('binding-probability', 'input', ['hbm', 'hbm-qualified'], years)),
    ...byYear('capex-big-four', 'USD', book.series('capex', 'buyer', BIG_FOUR, years)),
  ];
  return { figures, overdue };
}
