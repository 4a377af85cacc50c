import type { LogicNode } from '../model/catalogue.ts';
import { logicNodes, memoryMakers } from '../model/catalogue.ts';
import type { WaferInput } from './changes.ts';
import { moreByShare, moreWafers } from './changes.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Figure } from './figure/figure.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { FigureBook } from './figures.ts';
import type { Change, PairedSummary } from './paired.ts';
import { inputChange, pairedFigures } from './paired.ts';
import type { Period } from './period.ts';
import { monthOfDay, periodOfMonths, periodsOf } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What a little more of an input is measured by. */
export const worthMeasures = ['packages', 'h100e', 'sales', 'overdue'] as const;
export type WorthMeasure = (typeof worthMeasures)[number];

/** How much more of an input: one per cent, or a number of wafers a month. */
export const worthSteps = ['percent', 'wafers'] as const;
export type WorthStep = (typeof worthSteps)[number];

/** Wafers a month of the step `wafers`. */
export const MORE_WAFERS = 1000;

/** What a little more of one input does, in the same futures. */
export interface InputWorth {
  readonly input: WaferInput;
  readonly step: WorthStep;
  readonly measure: WorthMeasure;
  readonly unit: string;
  readonly period: Period;
  readonly effect: PairedSummary;
  /** What `chokepoint explain` takes, of the figure as it is and with more of the input. */
  readonly addresses: { readonly base: string; readonly changed: string };
}

/** How much of requested GPU value an input stops. */
export interface BindingShare {
  readonly input: string;
  /** Share of futures. */
  readonly share: number;
  readonly address: string;
}

/** Inputs that can be had without limit, to see what comes next. */
export const reliefs = ['cowos', 'hbm', 'logic', 'cowos and hbm'] as const;
export type Relief = (typeof reliefs)[number];

/** What binds when an input is there in plenty. */
export interface NextConstraint {
  /** What is there in plenty; null for the run as it is. */
  readonly relieved: Relief | null;
  /** The supply input that binds most in each year and its share of futures; null where none does. */
  readonly years: readonly BindingShare[];
  /** Share of requested GPU value, over futures, that nothing stops, by year. */
  readonly met: readonly number[];
  /** Probability of shortage a year on. */
  readonly shortInAYear: number;
  readonly shortAddress: string;
}

export interface WorthAnswer {
  /** Futures that stand behind it. */
  readonly draws: number;
  /** Calendar years from next month on, the first as far as it lies ahead. */
  readonly years: readonly Period[];
  readonly nextConstraints: readonly NextConstraint[];
  readonly worth: readonly InputWorth[];
}

/** More draws would narrow little: what is shown is the spread over futures, not an error of its mean. */
const MOST_DRAWS = 256;
/** What is added to an input that is there in plenty, over what it is. */
const PLENTY = 99;

const reliefInputs: Readonly<Record<Relief, readonly WaferInput[]>> = {
  cowos: ['cowos'],
  hbm: ['hbm'],
  logic: logicNodes,
  'cowos and hbm': ['cowos', 'hbm'],
};

/**
 * Q2 of DESIGN.md beyond what binds: what would bind if an input were there in plenty, and what one per cent and
 * `MORE_WAFERS` wafers a month more of each input do, in the twelve months after the present one and to the horizon.
 * All in one pass, every future as it is and under each change. Changes hold from the month after the present one.
 */
export async function answerWorth(run: PreparedRun, options: EnsembleOptions): Promise<WorthAnswer> {
  const { catalogue } = run;
  const { startYear, months } = catalogue;
  const present = monthOfDay(startYear, run.view.date);
  const later = Math.min(present + 12, months - 1);
  const first = Math.min(present + 1, months - 1);
  const periods = [periodOfMonths(startYear, first, later), periodOfMonths(startYear, first, months - 1)];
  const years = periodsOf(startYear, months, 'year')
    .filter(({ last }) => last >= first)
    .map((year) => (year.first < first ? periodOfMonths(startYear, first, year.last) : year));
  const draws = Math.min(options.draws, MOST_DRAWS);

  const book = new FigureBook(catalogue);
  const constraints = book.members('binding-probability', 'input').map(({ member }) => member);
  const binding = (member: string, year: Period): Figure =>
    seriesFigure('binding-probability', 'input', member, year);
  const short = seriesFigure('shortage-probability', 'total', 'gpu', periodOfMonths(startYear, later, later));
  const measures = measured(book, periods);
  const readers = [
    ...constraints.flatMap((member) => years.map((year) => binding(member, year))),
    short,
    ...measures.map(({ figure }) => figure),
  ].map((figure) => book.read(figure));
  const steps = worthSteps.flatMap((step) => inputsOf(run).map((input) => ({ step, input })));
  const changes: Change[] = [
    ...reliefs.map((relief) => moreByShare({ inputs: reliefInputs[relief], from: first }, PLENTY)),
    ...steps.map(({ step, input }) => {
      const more = { inputs: [input], from: first };
      return step === 'percent' ? moreByShare(more, 0.01) : moreWafers(run, more, MORE_WAFERS);
    }),
  ];
  const effects = await pairedFigures(run, { requests: book.requests, readers }, changes, {
    ...options,
    draws,
  });

  const before = constraints.length * years.length + 1;
  const constraintsOf = (
    relieved: Relief | null,
    change: Change,
    meanOf: (reader: number) => number,
  ): NextConstraint => {
    const addressed = inputChange(change);
    const at = (year: number): BindingShare[] =>
      constraints.map((input, index) => ({
        input,
        share: meanOf(index * years.length + year),
        address: figureAddress(binding(input, years[year]!), addressed),
      }));
    return {
      relieved,
      years: years.map((_, year) =>
        at(year)
          .filter(({ input }) => input !== 'demand')
          .reduce((most, candidate) => (candidate.share > most.share ? candidate : most)),
      ),
      met: years.map((_, year) => at(year).find(({ input }) => input === 'demand')?.share ?? 0),
      shortInAYear: meanOf(before - 1),
      shortAddress: figureAddress(short, addressed),
    };
  };
  return {
    draws,
    years,
    nextConstraints: [
      constraintsOf(null, {}, (reader) => effects[0]?.[reader]?.base.mean ?? 0),
      ...reliefs.map((relief, change) =>
        constraintsOf(relief, changes[change]!, (reader) => effects[change]?.[reader]?.changed.mean ?? 0),
      ),
    ],
    worth: steps.flatMap(({ step, input }, index) =>
      measures.flatMap(({ measure, unit, period, figure }, position): InputWorth[] => {
        const effect = effects[reliefs.length + index]?.[before + position];
        const addressed = inputChange(changes[reliefs.length + index] ?? {});
        const addresses = { base: figureAddress(figure), changed: figureAddress(figure, addressed) };
        return effect ? [{ input, step, measure, unit, period, effect, addresses }] : [];
      }),
    ),
  };
}

/** CoWoS, HBM in all and by maker, and the nodes that some product is made on. */
function inputsOf({ catalogue }: PreparedRun): WaferInput[] {
  const made = (node: LogicNode): boolean => catalogue.products.some((product) => product.node === node);
  return ['cowos', 'hbm', ...memoryMakers, ...logicNodes.filter(made)];
}

interface Measured {
  readonly measure: WorthMeasure;
  readonly unit: string;
  readonly period: Period;
  readonly figure: Figure;
}

/** Packages, H100 equivalents and sales of the period; overdue GPU demand at its end. */
function measured(book: FigureBook, periods: readonly Period[]): Measured[] {
  const series = { packages: 'shipments', h100e: 'h100e', sales: 'revenue', overdue: 'overdue-months' };
  return worthMeasures.flatMap((measure) => {
    const name = series[measure];
    const member = measure === 'overdue' ? 'gpu' : 'all';
    return periods.map((period) => ({
      measure,
      unit: book.unit(name),
      period,
      figure: seriesFigure(name, 'total', member, period),
    }));
  });
}
