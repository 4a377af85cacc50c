import type { EffectSummary } from '../../engine/index.ts';
import type { EnsembleOptions } from '../ensemble.ts';
import type { Figure } from '../figure/figure.ts';
import type { Evidence, PreparedRun } from '../prepare-run.ts';
import { aboutRun } from '../run-about.ts';
import type { RunAbout } from '../run-about.ts';
import { associate } from './association.ts';
import { BARS, barsOf, figureSensitivity } from './figure-sensitivity.ts';
import type { FigureSensitivity, Measured } from './figure-sensitivity.ts';
import { groupName, inputCount, inputGroups } from './input-groups.ts';
import { screenGroups, screeningRuns } from './screening.ts';
import { Supports } from './support.ts';
import type { GroupSupport } from './support.ts';
import { drawTornados, TORNADO_DRAWS, tornadoRuns } from './swing.ts';
import { drawVariance } from './variance.ts';
import { watchFigures } from './watched-figures.ts';

/**
 * How far to go, each including those before: what existing draws say for free; Morris’s screening of all groups; the
 * variance that each of the few that matter accounts for, and how far each moves the figure.
 */
export const sensitivityMethods = ['draws', 'screening', 'variance'] as const;
export type SensitivityMethod = (typeof sensitivityMethods)[number];

export interface SensitivityOptions extends Omit<EnsembleOptions, 'progress' | 'method'> {
  readonly method: SensitivityMethod;
  /** Groups whose share of the variance is measured one by one; all others are measured together. */
  readonly few: number;
  readonly trajectories: number;
  /** Hears of runs of the model done and to do. */
  readonly progress?: (done: number, all: number) => void;
}

/** A group of inputs and what it rests on. */
export interface GroupAbout extends GroupSupport {
  readonly name: string;
  /** Uncertain inputs in it, and how many of them, or sets of correlated ones, move on their own. */
  readonly inputs: number;
  readonly factors: number;
}

export interface SensitivityAnswer extends RunAbout {
  readonly method: SensitivityMethod;
  /** Morris trajectories; 0 where nothing was screened. */
  readonly trajectories: number;
  /** Groups whose share of the variance was measured one by one. */
  readonly measured: number;
  /** Groups of the uncertain inputs behind the figures, in the model’s order. */
  readonly groups: readonly GroupAbout[];
  /** Runs of the model that were made. */
  readonly runs: { readonly screening: number; readonly variance: number; readonly tornado: number };
  readonly figures: readonly FigureSensitivity[];
}

/**
 * Which inputs figures depend on, by methods from free to thorough. Groups to be measured one by one are those with the
 * largest mean effect, as a share of the largest of any group and on average over the figures. Groups are closed under
 * correlation, which makes them independent of each other, so that their shares of variance are well defined.
 */
export async function answerSensitivity(
  run: PreparedRun,
  evidence: Evidence,
  asked: readonly Figure[],
  options: SensitivityOptions,
): Promise<SensitivityAnswer> {
  const { method, few, trajectories, progress, ...others } = options;
  // Intervals and what counts as noise presume independent draws; in many dimensions some Sobol columns go together.
  const ensemble = { ...others, method: 'philox' as const };
  const { draws, seed } = ensemble;
  const { book, figures } = watchFigures(run, asked);
  const watched = { requests: book.requests, figures };
  const scalars = book.requests.flatMap((request) => request.scalars);
  const groups = inputGroups(run, scalars);
  const goes = (to: SensitivityMethod): boolean =>
    sensitivityMethods.indexOf(method) >= sensitivityMethods.indexOf(to);
  const count = goes('variance') ? Math.min(few, groups.length) : 0;
  const sets = count === 0 ? 0 : count + Number(groups.length > count);
  const toDo = {
    screening: goes('screening') ? screeningRuns(groups, trajectories) : 0,
    variance: draws * (sets === 0 ? 1 : sets + 2),
    tornado: count === 0 ? 0 : tornadoRuns(BARS * figures.length, draws),
  };
  const all = toDo.screening + toDo.variance + toDo.tornado;
  const tell = (done: number): void => progress?.(Math.round(done), all);

  const screened = goes('screening')
    ? await screenGroups(run, groups, watched, { ...ensemble, trajectories, progress: tell })
    : undefined;
  const order = screened === undefined ? [] : byImportance(screened, groups.length);
  const chosen = order.slice(0, count);
  const parts = [...chosen.map((group) => [group]), ...(sets > count ? [order.slice(count)] : [])];
  const drawn = await drawVariance(
    run,
    parts.map((part) => part.map((group) => groups[group]!)),
    groups.flatMap(({ factors }) => factors.flat().map(({ name }) => name)),
    watched,
    { ...ensemble, progress: (done) => tell(toDo.screening + (toDo.variance * done) / draws) },
  );
  const associations = associate(groups, drawn.kept, seed);
  const measured = figures.map((figure, number): Measured => {
    const indices = drawn.indices[number]!;
    return {
      figure,
      outputs: drawn.kept.outputs[number]!,
      associations: associations[number]!,
      screening: screened?.[number],
      indices: groups.map((_, group) => indices[chosen.indexOf(group)]),
      rest: sets > count ? indices[count] : undefined,
    };
  });

  const before = toDo.screening + toDo.variance;
  const leads = measured.map((of) => barsOf(of).map((group) => of.associations.leads[group]!));
  const bars =
    count === 0
      ? undefined
      : await drawTornados(run, leads, watched, {
          ...ensemble,
          progress: (done) => tell(before + (toDo.tornado * done) / Math.min(draws, TORNADO_DRAWS)),
        });
  const supports = new Supports(run, evidence);
  return {
    ...aboutRun(run, ensemble),
    method,
    trajectories: screened === undefined ? 0 : trajectories,
    measured: count,
    groups: groups.map((group) => ({
      name: groupName(group),
      inputs: inputCount(group),
      factors: group.factors.length,
      ...supports.ofGroup(group),
    })),
    runs: { ...toDo, tornado: bars?.runs ?? 0 },
    figures: measured.map((of, figure) =>
      figureSensitivity(of, groups, bars?.tornados[figure], (input) => supports.reasonOf(input)),
    ),
  };
}

/** Groups by the share that their mean effect has of the largest mean effect, on average over figures. */
function byImportance(screened: readonly (readonly EffectSummary[])[], groups: number): number[] {
  const shares = new Float64Array(groups);
  for (const of of screened) {
    const largest = Math.max(...of.map(({ muStar }) => muStar.value));
    for (const [group, { muStar }] of of.entries())
      if (largest > 0) shares[group]! += muStar.value / largest / screened.length;
  }
  return Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]!);
}
