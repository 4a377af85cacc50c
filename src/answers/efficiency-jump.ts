import { computeParts } from '../model/efficiency.ts';
import type { ComputePart } from '../model/efficiency.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Reader } from './figures.ts';
import { countAbove, FigureBook, isAbove, sumOf } from './figures.ts';
import { SHORTAGE_MONTHS } from './key-figures.ts';
import type { FigureToRead, NamedChange, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import { firstDay, periodOfMonths, periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, presentMonth, yearsFromNow } from './run-about.ts';

export interface JumpQuestion {
  /** Compute per task falls by this factor, beyond the gains that budgets expect. */
  readonly gain: number;
  /** Elasticities of compute to its efficiency, the same for every part, one after the other. */
  readonly elasticities: readonly number[];
}

export interface JumpAnswer extends RunAbout {
  readonly gain: number;
  readonly elasticities: readonly number[];
  /** ISO day of the month of the jump. */
  readonly from: string;
  /**
   * By year: due demand in all (`demand`, `all`) and by part, deliveries, H100 equivalents; shortage in a year and
   * months short to the horizon. One change for each elasticity, named by it.
   */
  readonly figures: readonly PairedFigure[];
}

const YEARS = 3;

/**
 * Q8, the DeepSeek question: compute per task falls by a factor this month, catch-up training at once, the rest as it
 * spreads. Each elasticity runs on the same draws as the scenario, which has no jump.
 */
export async function answerEfficiencyJump(
  run: PreparedRun,
  { gain, elasticities }: JumpQuestion,
  options: EnsembleOptions,
): Promise<JumpAnswer> {
  const { startYear, months } = run.catalogue;
  const present = presentMonth(run);
  const book = new FigureBook(run.catalogue);
  const years = yearsFromNow(run, YEARS);
  const figures: FigureToRead[] = [];
  const tell = (name: string, member: string, unit: string, readers: readonly Reader[]): void => {
    for (const [index, period] of years.entries())
      figures.push({ name, member, unit, period, read: readers[index]! });
  };
  tell('demand', 'all', 'USD', book.series('demand', 'total', 'all', years));
  const parts = partsOfDemand(book, run);
  for (const part of computeParts)
    tell(
      'demand',
      part,
      'USD',
      years.map(({ first, last }) => sumOf(parts.get(part)!.slice(first, last + 1))),
    );
  tell('deliveries', 'all', 'USD', book.series('deliveries', 'total', 'all', years));
  tell('h100e', 'all', 'H100e', book.series('h100e', 'total', 'all', years));
  const overdue = book.series('overdue-months', 'total', 'gpu', periodsOf(startYear, months, 'month'));
  const later = Math.min(present + 12, months - 1);
  figures.push(
    {
      name: 'short-in-a-year',
      member: 'gpu',
      unit: '1',
      period: periodOfMonths(startYear, later, later),
      read: isAbove(overdue[later]!, SHORTAGE_MONTHS),
    },
    {
      name: 'months-short',
      member: 'gpu',
      unit: 'month',
      period: periodOfMonths(startYear, present, months - 1),
      read: countAbove(overdue.slice(present), SHORTAGE_MONTHS),
    },
  );
  const changes = elasticities.map((elasticity) => jump(gain, elasticity, present));
  return {
    ...aboutRun(run, options),
    gain,
    elasticities,
    from: firstDay(startYear, present),
    figures: await pairedTable(run, { book, figures }, changes, options),
  };
}

/** A jump this month with one elasticity for all parts. */
function jump(gain: number, elasticity: number, month: number): NamedChange {
  const held = [
    ['efficiency gain', gain],
    ['efficiency start', month],
    ['efficiency elasticity', elasticity],
    ['training efficiency elasticity[frontier training]', elasticity],
    ['training efficiency elasticity[catch-up training]', elasticity],
  ] as const;
  return {
    name: String(elasticity),
    change: { held: held.map(([input, value]) => ({ input, value })) },
  };
}

/** Due demand of each part of compute in every month (USD). */
function partsOfDemand(book: FigureBook, run: PreparedRun): ReadonlyMap<ComputePart, readonly Reader[]> {
  const { startYear, months } = run.catalogue;
  const monthly = periodsOf(startYear, months, 'month');
  const due = book.series('demand', 'total', 'all', monthly);
  return new Map(
    computeParts.map((part) => {
      const shares = book.add({
        scalars: [`part of demand[${part}]`],
        factor: 1,
        overTime: 'mean',
        periods: monthly,
      });
      return [part, due.map((read, month) => productOf(read, shares[month]!))];
    }),
  );
}

function productOf(a: Reader, b: Reader): Reader {
  return (block, variant) => {
    const factors = b(block, variant);
    return a(block, variant).map((value, draw) => value * factors[draw]!);
  };
}
