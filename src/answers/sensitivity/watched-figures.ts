import { SHORTAGE_MONTHS } from '../figure/derived.ts';
import { seriesFigure } from '../figure/figure.ts';
import { FigureBook } from '../figures.ts';
import type { Reader } from '../figures.ts';
import { monthOfDay, periodOfMonths, periodsOf } from '../period.ts';
import type { Period } from '../period.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { periodAsked, presentMonth } from '../run-about.ts';
import { findDimension, findSeries, memberAsked } from '../series.ts';
import type { SeriesDimension } from '../series-catalogue.ts';
import { monthsUntilEnd } from '../shortage-end.ts';

/** Figures of the headline: each of them rests on overdue GPU demand. */
export const headlineFigures = ['overdue-in-a-year', 'short-in-a-year', 'months-to-end'] as const;

/** A figure of a run whose sensitivity is asked for. */
export interface WatchedFigure {
  /** One of `headlineFigures`, or a series. */
  readonly name: string;
  readonly dimension: SeriesDimension;
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  readonly read: Reader;
}

/** A figure of a series as people ask for it; what is not given is as `chokepoint explain` has it. */
export interface FigureQuestion {
  readonly name: string;
  readonly by?: string;
  readonly member?: string;
  /** The quarter a year after the as-of date where not given. */
  readonly period?: string;
}

/**
 * The figure asked for, or those of the headline: months of GPU demand overdue a year on, whether that is a shortage,
 * and the months until the present shortage ends. Throws as `answerExplain` does.
 */
export function watchFigures(
  run: PreparedRun,
  question: FigureQuestion | undefined,
): { readonly book: FigureBook; readonly figures: readonly WatchedFigure[] } {
  const book = new FigureBook(run.catalogue);
  return { book, figures: question === undefined ? headline(run, book) : [asked(run, book, question)] };
}

function asked(run: PreparedRun, book: FigureBook, question: FigureQuestion): WatchedFigure {
  const series = findSeries(run, question.name);
  const dimension = findDimension(series, question.by);
  const member = memberAsked(series, dimension, question.member, run);
  const period = question.period === undefined ? quarterInAYear(run) : periodAsked(run, question.period);
  const read = book.read(seriesFigure(series.name, dimension, member.member, period));
  return { name: series.name, dimension, member: member.member, unit: series.unit, period, read };
}

function headline(run: PreparedRun, book: FigureBook): WatchedFigure[] {
  const { startYear, months } = run.catalogue;
  const present = presentMonth(run);
  const later = Math.min(present + 12, months - 1);
  const overdue = book.series('overdue-months', 'total', 'gpu', periodsOf(startYear, months, 'month'));
  const [inAYear] = overdue.slice(later);
  const period = periodOfMonths(startYear, later, later);
  const about = { dimension: 'total', member: 'gpu', period } as const;
  const short = book.read(seriesFigure('shortage-probability', 'total', 'gpu', period));
  return [
    { ...about, name: 'overdue-in-a-year', unit: 'month', read: inAYear! },
    { ...about, name: 'short-in-a-year', unit: '1', read: short },
    {
      ...about,
      name: 'months-to-end',
      unit: 'month',
      period: periodOfMonths(startYear, present, months - 1),
      read: (block, variant) =>
        monthsUntilEnd(
          overdue.map((read) => read(block, variant)),
          present,
          SHORTAGE_MONTHS,
        ),
    },
  ];
}

function quarterInAYear({ catalogue, view }: PreparedRun): Period {
  const { startYear, months } = catalogue;
  const later = Math.min(monthOfDay(startYear, view.date) + 12, months - 1);
  const first = later - (later % 3);
  return periodOfMonths(startYear, first, first + 2);
}
