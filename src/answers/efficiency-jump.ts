import { computeParts } from '../model/efficiency.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { monthsShort, partOfDemand } from './figure/derived.ts';
import type { Figure } from './figure/figure.ts';
import { seriesFigure } from './figure/figure.ts';
import { FigureBook } from './figures.ts';
import type { FigureToRead, NamedChange, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import type { Period } from './period.ts';
import { firstDay, periodOfMonths } from './period.ts';
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
  const told = (name: string, member: string, unit: string, of: (year: Period) => Figure): FigureToRead[] =>
    years.map((period) => ({ name, member, unit, period, figure: of(period) }));
  const total = (name: string): FigureToRead[] =>
    told(name, 'all', book.unit(name), (year) => seriesFigure(name, 'total', 'all', year));
  const later = Math.min(present + 12, months - 1);
  const inAYear = periodOfMonths(startYear, later, later);
  const ahead = periodOfMonths(startYear, present, months - 1);
  const figures: FigureToRead[] = [
    ...total('demand'),
    ...computeParts.flatMap((part) =>
      told('demand', part, 'USD', (year) => partOfDemand(run.catalogue, part, year)),
    ),
    ...total('deliveries'),
    ...total('h100e'),
    {
      name: 'short-in-a-year',
      member: 'gpu',
      unit: '1',
      period: inAYear,
      figure: seriesFigure('shortage-probability', 'total', 'gpu', inAYear),
    },
    {
      name: 'months-short',
      member: 'gpu',
      unit: 'month',
      period: ahead,
      figure: monthsShort(run.catalogue, ahead),
    },
  ];
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
