import type { AllocationRule } from '../model/catalogue.ts';
import { allocationRules } from '../model/catalogue.ts';
import { ruleNumber } from '../model/allocation.ts';
import { meanOf } from '../engine/index.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { seriesFigure } from './figure/figure.ts';
import { FigureBook } from './figures.ts';
import type { FigureToRead, PairedFigure } from './paired-table.ts';
import { pairedTable } from './paired-table.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { RunAbout } from './run-about.ts';
import { aboutRun, yearNamed, yearsFromNow } from './run-about.ts';
import type { SeriesDimension } from './series-catalogue.ts';

/** What is told of every buyer under every rule. */
export const allocationFigures = [
  'deliveries',
  'h100e',
  'shipments',
  'unmet-demand',
  'overdue-months',
  'lead-time',
] as const;
export type AllocationFigure = (typeof allocationFigures)[number];

export interface AllocateAnswer extends RunAbout {
  /** The scenario's own rule, which the others are held against. */
  readonly rule: AllocationRule;
  /** The others, in the order of `changed` in each figure. */
  readonly others: readonly AllocationRule[];
  readonly buyers: readonly string[];
  /** By buyer and year; member `all` is the sum of buyers. */
  readonly figures: readonly PairedFigure[];
}

const YEARS = 3;

/**
 * Q4: who gets it. Deliveries, backlog and waiting by buyer under every allocation rule, on the same draws, in a year or
 * in the next three. Throws `unknown-period`.
 */
export async function answerAllocate(
  run: PreparedRun,
  options: EnsembleOptions,
  year?: string,
): Promise<AllocateAnswer> {
  const rule = ruleOf(run);
  const others = allocationRules.filter((each) => each !== rule);
  const book = new FigureBook(run.catalogue);
  const years = year === undefined ? yearsFromNow(run, YEARS) : [yearNamed(run, year)];
  const figures = allocationFigures.flatMap((name): FigureToRead[] => {
    const told = (dimension: SeriesDimension, member: string): FigureToRead[] =>
      years.map((period) => ({
        name,
        member,
        unit: book.unit(name),
        period,
        figure: seriesFigure(name, dimension, member, period),
      }));
    return [
      ...told('total', 'all'),
      ...book.members(name, 'buyer').flatMap(({ member }) => told('buyer', member)),
    ];
  });
  const changes = others.map((name) => ({
    name,
    change: { held: [{ input: 'allocation rule', value: ruleNumber(name) }] },
  }));
  return {
    ...aboutRun(run, options),
    rule,
    others,
    buyers: run.catalogue.buyers.map(({ id }) => id),
    figures: await pairedTable(run, { book, figures }, changes, options),
  };
}

/** The rule that a run's scenario sets; a rule is never drawn. */
function ruleOf(run: PreparedRun): AllocationRule {
  const belief = run.beliefs.get('allocation rule');
  const number = belief ? meanOf(belief.distribution) : 0;
  return allocationRules[Math.round(number)] ?? allocationRules[0];
}
