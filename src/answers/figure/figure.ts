import type { Catalogue } from '../../model/catalogue.ts';
import type { BilingualText } from '../../model/lever.ts';
import type { Request } from '../ensemble.ts';
import type { Period } from '../period.ts';
import type { Series, SeriesDimension, SeriesMember } from '../series-catalogue.ts';
import { seriesOf } from '../series-catalogue.ts';

/** A member of a series, or several members’ sum, in a period. */
export interface SeriesFigure {
  readonly kind: 'series';
  readonly name: string;
  readonly dimension: SeriesDimension;
  readonly members: readonly string[];
  readonly period: Period;
  /** The number itself where the series tests it against a threshold. */
  readonly untested?: true;
}

/** A named number of the model in the last month of a period. */
export interface ScalarFigure {
  readonly kind: 'scalar';
  readonly scalar: string;
  readonly unit: string;
  readonly period: Period;
}

export type LeafFigure = SeriesFigure | ScalarFigure;

/** Arithmetic of figures, draw by draw. A share of nothing is 0. */
export interface CombinedFigure {
  readonly kind: 'sum' | 'difference' | 'product' | 'share';
  readonly of: readonly Figure[];
}

/** 1 in draws in which a figure lies above a threshold, else 0. */
export interface TestedFigure {
  readonly kind: 'above';
  readonly of: readonly [Figure];
  readonly threshold: number;
}

/**
 * Months that pass, of a figure in month after month: `reach` until it first is at least the threshold, `relief` until
 * it is above the threshold no longer, three months in a row. All of them where that does not happen.
 */
export interface WaitingFigure {
  readonly kind: 'reach' | 'relief';
  readonly of: readonly Figure[];
  readonly threshold: number;
}

/** A figure made of others that has a name and a meaning of its own. */
export interface NamedFigure {
  readonly kind: 'named';
  readonly name: string;
  /** What stands between the name and the period in its address. */
  readonly parts: readonly string[];
  readonly unit: string;
  readonly meaning: BilingualText;
  readonly period: Period;
  readonly of: readonly [Figure];
}

/**
 * A figure as an operation over series, so that it can be read of every draw, explained and called by an address: all
 * three from one definition.
 */
export type Figure = LeafFigure | CombinedFigure | TestedFigure | WaitingFigure | NamedFigure;

/** Gives a series figure. */
export function seriesFigure(
  name: string,
  dimension: SeriesDimension,
  member: string | readonly string[],
  period: Period,
): SeriesFigure {
  return { kind: 'series', name, dimension, members: typeof member === 'string' ? [member] : member, period };
}

/** The leaves of a figure in order; one that stands twice comes twice. */
export function leavesOf(figure: Figure): LeafFigure[] {
  return figure.kind === 'series' || figure.kind === 'scalar'
    ? [figure]
    : figure.of.flatMap((part) => leavesOf(part));
}

/** Without a test at its top: what is held against the threshold. */
export function measuredOf(figure: Figure): Figure {
  switch (figure.kind) {
    case 'named':
      return measuredOf(figure.of[0]);
    case 'above':
      return figure.of[0];
    case 'series':
      return { ...figure, untested: true };
    default:
      return figure;
  }
}

/** Months in a row at or below the threshold after which a shortage has ended (MODEL.md, sector 5). */
const MONTHS_BELOW = 3;

/** Works a figure out for many draws at once, from the values of its leaves: `[draw]`. */
export function evaluateFigure(figure: Figure, valuesOf: (leaf: LeafFigure) => Float64Array): Float64Array {
  if (figure.kind === 'series' || figure.kind === 'scalar') return valuesOf(figure);
  const parts = figure.of.map((part) => evaluateFigure(part, valuesOf));
  switch (figure.kind) {
    case 'named':
      return parts[0] ?? new Float64Array(0);
    case 'sum':
      return folded(parts, (a, b) => a + b);
    case 'difference':
      return folded(parts, (a, b) => a - b);
    case 'product':
      return folded(parts, (a, b) => a * b);
    case 'share':
      return folded(parts, (a, b) => (b === 0 ? 0 : a / b));
    case 'above':
      return folded(parts, (a) => a).map((value) => (value > figure.threshold ? 1 : 0));
    case 'reach':
      return waited(parts, 1, (value) => value >= figure.threshold);
    default:
      return waited(parts, MONTHS_BELOW, (value) => value <= figure.threshold);
  }
}

function folded(parts: readonly Float64Array[], combine: (a: number, b: number) => number): Float64Array {
  const [first, ...rest] = parts;
  const result = Float64Array.from(first ?? []);
  for (const part of rest)
    for (let draw = 0; draw < result.length; draw++) result[draw] = combine(result[draw]!, part[draw]!);
  return result;
}

/** By draw: the first of so many months in a row in which something holds; the number of months where there is none. */
function waited(
  months: readonly Float64Array[],
  inARow: number,
  holds: (value: number) => boolean,
): Float64Array {
  return Float64Array.from(months[0] ?? [], (_, draw) => {
    let row = 0;
    for (const [month, values] of months.entries()) {
      row = holds(values[draw]!) ? row + 1 : 0;
      if (row === inARow) return month - inARow + 1;
    }
    return months.length;
  });
}

/** The series of a figure with the one member that several add up to. */
export function seriesMemberOf(
  catalogue: Catalogue,
  { name, dimension, members, untested }: SeriesFigure,
): { readonly series: Series; readonly member: SeriesMember } {
  const series = seriesByName(catalogue).get(name);
  const all = series?.dimensions.get(dimension) ?? [];
  const found = members.flatMap((member) => all.filter((candidate) => candidate.member === member));
  const [first] = found;
  if (series === undefined || first === undefined || found.length !== members.length)
    throw new RangeError(`no ${members.join(', ')} in ${name} by ${dimension}`);
  const { above, ...rest } = first;
  const test = above === undefined || untested ? {} : { above };
  const scalars = found.flatMap((each) => each.scalars);
  return { series, member: { ...rest, ...test, member: members.join(', '), scalars } };
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, Series>>();

/** The series of a catalogue, built once: a figure of many months asks for them often. */
function seriesByName(catalogue: Catalogue): ReadonlyMap<string, Series> {
  const series = known.get(catalogue) ?? new Map(seriesOf(catalogue).map((each) => [each.name, each]));
  known.set(catalogue, series);
  return series;
}

/** What an ensemble has to keep for a leaf. */
export function requestOf(catalogue: Catalogue, leaf: LeafFigure): Request {
  if (leaf.kind === 'scalar')
    return { scalars: [leaf.scalar], factor: 1, overTime: 'last', periods: [leaf.period] };
  const { series, member } = seriesMemberOf(catalogue, leaf);
  return { ...member, overTime: series.overTime, periods: [leaf.period] };
}

/** Unit of a figure. */
export function unitOf(catalogue: Catalogue, figure: Figure): string {
  switch (figure.kind) {
    case 'series':
      return seriesMemberOf(catalogue, figure).series.unit;
    case 'scalar':
    case 'named':
      return figure.unit;
    case 'share':
    case 'above':
      return '1';
    case 'reach':
    case 'relief':
      return 'month';
    default:
      return figure.of[0] === undefined ? '1' : unitOf(catalogue, figure.of[0]);
  }
}
