import { logOf, summariseWeighted } from '../../engine/index.ts';
import type { Summary } from '../../engine/index.ts';
import type { Problem } from '../../problem/problem.ts';
import type { History } from '../../register/index.ts';
import { runEnsemble } from '../ensemble.ts';
import { FigureBook } from '../figures.ts';
import { keyFigures } from '../key-figures.ts';
import type { KeyFigure } from '../key-figures.ts';
import type { Period } from '../period.ts';
import { presentMonth, yearsFromNow } from '../run-about.ts';
import type { Evidence } from '../run-base.ts';
import type { PreparedRun } from '../scenario-run.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration, CalibrationOptions } from './calibrate.ts';
import { aboutConditioning } from './conditioning.ts';
import type { CalibrationAbout } from './conditioning.ts';
import type { KnownQuantity, Subject } from './known-quantity.ts';
import { misfit } from './likelihood.ts';
import type { ErrorModel } from './likelihood.ts';

/** A quantity of the past as the model gives it, with all draws alike and with the weights of the calibration. */
export interface FittedQuantity {
  readonly year: number;
  readonly subject: Subject;
  readonly whose: string;
  readonly series: string;
  readonly member: string;
  readonly unit: string;
  readonly period: Period;
  readonly known: number;
  /** Standard deviation of the logarithm of what is known, without the model's own error. */
  readonly sigma: number;
  readonly before: Summary;
  readonly after: Summary;
  /** Standard deviations by which the model's median lies above what is known. */
  readonly misfitBefore: number;
  readonly misfitAfter: number;
  readonly rows: readonly string[];
}

/** The quantities of one kind in one year: how well they fit, before and after. */
export interface FittedGroup extends Pick<FittedQuantity, 'year' | 'subject' | 'whose' | 'series'> {
  readonly known: number;
  /** Mean of the misfits’ sizes. */
  readonly misfitBefore: number;
  readonly misfitAfter: number;
  /** Share of the quantities that lie between P10 and P90. */
  readonly insideBefore: number;
  readonly insideAfter: number;
}

export interface MovedBelief {
  readonly input: string;
  readonly unit: string;
  readonly before: Summary;
  readonly after: Summary;
  /** By how many of its standard deviations the mean moved. */
  readonly shift: number;
  /** Standard deviation after over before. */
  readonly narrowing: number;
}

export interface CalibratedFigure extends Omit<KeyFigure, 'figure'> {
  readonly before: Summary;
  readonly after: Summary;
}

export interface CalibrationAnswer extends CalibrationAbout {
  /** ISO day. */
  readonly asOf: string;
  readonly history: History;
  readonly draws: number;
  readonly seed: number;
  readonly effectiveUntempered: number;
  readonly errors: ErrorModel;
  readonly years: readonly {
    readonly year: number;
    readonly known: number;
    readonly shared: number;
    readonly problems: readonly Problem[];
  }[];
  readonly fits: readonly FittedQuantity[];
  readonly groups: readonly FittedGroup[];
  /**
   * The shift that chance gives the most moved of so many inputs: weighted means scatter by one over the square root of
   * the effective draws, and the largest of n normals lies near √(2 ln n).
   */
  readonly chance: number;
  /** The uncertain inputs, the most moved first. */
  readonly beliefs: readonly MovedBelief[];
  readonly figures: readonly CalibratedFigure[];
}

/** What history since 2023 changes: quantities of the past, beliefs and headlines before and after. */
export async function answerCalibration(
  evidence: Evidence,
  day: string,
  history: History,
  options: CalibrationOptions,
): Promise<CalibrationAnswer> {
  const calibration = await calibrate(evidence, day, history, options);
  const { run, years, weights, effectiveUntempered, errors } = calibration;
  const even = new Float64Array(weights.length).fill(1 / weights.length);
  const both = (values: Float64Array): { readonly before: Summary; readonly after: Summary } => ({
    before: summariseWeighted(values, even),
    after: summariseWeighted(values, weights),
  });
  const { figures, inputs } = await pooled(run, calibration, options);
  const fits = years.flatMap(({ year, known, modelled }) =>
    known.map((quantity, index) => fitted(year, quantity, both(modelled[index]!), errors)),
  );
  return {
    ...aboutConditioning(calibration),
    asOf: run.view.date,
    history: run.view.history,
    draws: options.draws,
    seed: options.seed,
    effectiveUntempered,
    errors,
    years: years.map(({ year, known, shared, problems }) => ({
      year,
      known: known.length,
      shared,
      problems,
    })),
    fits,
    groups: groupsOf(fits),
    chance: Math.sqrt((2 * logOf(Math.max(inputs.length, 2))) / calibration.effective),
    beliefs: inputs
      .map(({ name, unit, values }): MovedBelief => {
        const { before, after } = both(values);
        const [was, is] = [deviation(values, even, before.mean), deviation(values, weights, after.mean)];
        return {
          input: name,
          unit,
          before,
          after,
          shift: was > 0 ? (after.mean - before.mean) / was : 0,
          narrowing: was > 0 ? is / was : 1,
        };
      })
      .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift) || (a.input < b.input ? -1 : 1)),
    figures: figures.map(({ figure: { name, member, unit, period }, values }) => ({
      name,
      member,
      unit,
      period,
      ...both(values),
    })),
  };
}

function fitted(
  year: number,
  quantity: KnownQuantity,
  { before, after }: { readonly before: Summary; readonly after: Summary },
  errors: ErrorModel,
): FittedQuantity {
  const { subject, whose, series, member, unit, period, value, sigma, rows } = quantity;
  return {
    year,
    subject,
    whose,
    series,
    member,
    unit,
    period,
    known: value,
    sigma,
    before,
    after,
    misfitBefore: misfit(quantity, before.p50, errors),
    misfitAfter: misfit(quantity, after.p50, errors),
    rows,
  };
}

function groupsOf(fits: readonly FittedQuantity[]): FittedGroup[] {
  const groups = new Map<string, FittedQuantity[]>();
  for (const fit of fits) {
    const key = `${fit.year} ${fit.subject} ${fit.whose} ${fit.series}`;
    groups.set(key, [...(groups.get(key) ?? []), fit]);
  }
  return [...groups.values()].map((of): FittedGroup => {
    const { year, subject, whose, series } = of[0]!;
    const mean = (value: (fit: FittedQuantity) => number): number =>
      of.reduce((sum, fit) => sum + value(fit), 0) / of.length;
    const inside = ({ known }: FittedQuantity, { p10, p90 }: Summary): number =>
      known >= p10 && known <= p90 ? 1 : 0;
    return {
      year,
      subject,
      whose,
      series,
      known: of.length,
      misfitBefore: mean(({ misfitBefore }) => Math.abs(misfitBefore)),
      misfitAfter: mean(({ misfitAfter }) => Math.abs(misfitAfter)),
      insideBefore: mean((fit) => inside(fit, fit.before)),
      insideAfter: mean((fit) => inside(fit, fit.after)),
    };
  });
}

interface Pooled {
  readonly figures: readonly { readonly figure: KeyFigure; readonly values: Float64Array }[];
  readonly inputs: readonly { readonly name: string; readonly unit: string; readonly values: Float64Array }[];
}

/** Headlines and uncertain inputs of every draw of the pool. */
async function pooled(
  run: PreparedRun,
  { weights, seed }: Calibration,
  options: CalibrationOptions,
): Promise<Pooled> {
  const present = presentMonth(run);
  const book = new FigureBook(run.catalogue);
  const { figures } = keyFigures(book, run.catalogue, {
    present,
    last: Math.min(present + 36, run.catalogue.months - 1),
    years: yearsFromNow(run, 2),
  });
  const uncertain = run.inputs.filter(({ name }) => run.beliefs.get(name)?.distribution.kind !== 'point');
  const draws = weights.length;
  const ofFigures = figures.map((figure) => ({
    figure,
    read: book.read(figure.figure),
    values: new Float64Array(draws),
  }));
  const ofInputs = uncertain.map(({ name, unit }) => ({ name, unit, values: new Float64Array(draws) }));
  await runEnsemble(
    run,
    book.requests,
    { ...options, draws, seed, method: 'philox' },
    {
      inputs: uncertain.map(({ name }) => name),
      gather: (block) => {
        for (const { read, values } of ofFigures) values.set(read(block, 0), block.first);
        for (const [position, { values }] of ofInputs.entries())
          values.set(block.input(position), block.first);
      },
    },
  );
  return { figures: ofFigures, inputs: ofInputs };
}

function deviation(values: Float64Array, weights: Float64Array, mean: number): number {
  let variance = 0;
  for (const [draw, value] of values.entries()) variance += weights[draw]! * (value - mean) * (value - mean);
  return Math.sqrt(variance);
}
