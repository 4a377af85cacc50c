import { aboutFigure } from '../explain.ts';
import type { AboutFigure } from '../explain.ts';
import { SHORTAGE_MONTHS, shortageEnd } from '../figure/derived.ts';
import { seriesFigure } from '../figure/figure.ts';
import type { Figure } from '../figure/figure.ts';
import { figureAddress } from '../figure/figure-address.ts';
import { FigureBook } from '../figures.ts';
import type { Reader } from '../figures.ts';
import { periodOfMonths } from '../period.ts';
import type { Period } from '../period.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { presentMonth } from '../run-about.ts';

/** A figure of a run whose sensitivity is asked for. */
export interface WatchedFigure
  extends Pick<AboutFigure, 'name' | 'dimension' | 'members' | 'unit' | 'period'> {
  /** What `chokepoint explain` takes. */
  readonly address: string;
  readonly read: Reader;
}

/** Reads figures of a run. */
export function watchFigures(
  run: PreparedRun,
  figures: readonly Figure[],
): { readonly book: FigureBook; readonly figures: readonly WatchedFigure[] } {
  const book = new FigureBook(run.catalogue);
  const watched = figures.map((figure): WatchedFigure => {
    const { name, dimension, members, unit, period } = aboutFigure(run, figure);
    return {
      address: figureAddress(figure),
      name,
      dimension,
      members,
      unit,
      period,
      read: book.read(figure),
    };
  });
  return { book, figures: watched };
}

/**
 * Figures of the headline: months of GPU demand overdue a year on, whether that is a shortage, and the months until the
 * shortage ends.
 */
export function headlineFigures(run: PreparedRun): Figure[] {
  const { startYear, months } = run.catalogue;
  const present = presentMonth(run);
  const later = Math.min(present + 12, months - 1);
  const month = periodOfMonths(startYear, later, later);
  return [
    seriesFigure('overdue-months', 'total', 'gpu', month),
    seriesFigure('shortage-probability', 'total', 'gpu', month),
    shortageEnd(run.catalogue, SHORTAGE_MONTHS, periodOfMonths(startYear, present, months - 1)),
  ];
}

/** The calendar quarter that holds the month a year after the present one. */
export function quarterInAYear(run: PreparedRun): Period {
  const { startYear, months } = run.catalogue;
  const later = Math.min(presentMonth(run) + 12, months - 1);
  const first = later - (later % 3);
  return periodOfMonths(startYear, first, first + 2);
}
