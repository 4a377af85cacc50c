import {
  elementaryEffects,
  MORRIS_LEVELS,
  morrisTrajectories,
  runPoints,
  summariseEffects,
} from '../../engine/index.ts';
import type { EffectSummary } from '../../engine/index.ts';
import { inputQuantiles } from '../ensemble.ts';
import type { EnsembleOptions, Request } from '../ensemble.ts';
import type { PreparedRun } from '../prepare-run.ts';
import type { InputGroup } from './input-groups.ts';
import type { WatchedFigure } from './watched-figures.ts';

/** Quantiles of an input’s own distribution between which it moves: levels lie evenly from the one to the other. */
export const SCREENED = [0.05, 0.95] as const;

export interface ScreeningOptions extends Pick<EnsembleOptions, 'seed' | 'backend' | 'precision' | 'signal'> {
  readonly trajectories: number;
  readonly progress?: (runs: number) => void;
}

/** Runs that a screening makes. */
export function screeningRuns(groups: readonly InputGroup[], trajectories: number): number {
  return (groups.length + 1) * trajectories;
}

/**
 * Morris’s screening of groups: `[figure][group]`. Each factor of a group moves on the quantiles of its inputs, in a
 * direction of its own; correlated inputs move together on one quantile.
 */
export async function screenGroups(
  run: PreparedRun,
  groups: readonly InputGroup[],
  {
    requests,
    figures,
  }: { readonly requests: readonly Request[]; readonly figures: readonly WatchedFigure[] },
  { trajectories: count, seed, backend, precision, signal, progress }: ScreeningOptions,
): Promise<EffectSummary[][]> {
  const factors = groups.flatMap((group) => group.factors);
  let next = 0;
  const members = groups.map((group) => group.factors.map(() => next++));
  const trajectories = morrisTrajectories(members, { trajectories: count, seed });
  const points = trajectories.flatMap((trajectory) => trajectory.points);
  const medians = inputQuantiles(run, 0.5);
  const levels = Array.from({ length: MORRIS_LEVELS }, (_, level) => {
    const share = level / (MORRIS_LEVELS - 1);
    return inputQuantiles(run, SCREENED[0] + share * (SCREENED[1] - SCREENED[0]));
  });
  const options = { ...(backend && { backend }), ...(precision && { precision }) };
  const block = await runPoints(
    {
      kernel: run.kernels.kernelOf(() => run.model.graph, { observations: requests, options }),
      inputs: run.inputs.length,
      tables: run.tables,
      months: run.catalogue.months,
    },
    {
      count: points.length,
      fill: (point, into) => {
        into.set(medians);
        for (const [number, factor] of factors.entries()) {
          const level = points[point]![number]!;
          for (const { index, turned } of factor)
            into[index] = levels[turned ? MORRIS_LEVELS - 1 - level : level]![index]!;
        }
      },
    },
    { ...(signal && { signal }), ...(progress && { progress }) },
  );
  return figures.map(({ read }) =>
    summariseEffects(elementaryEffects(trajectories, members, read(block, 0)), members, { seed }),
  );
}
