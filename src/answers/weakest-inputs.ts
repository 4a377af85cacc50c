import type { EnsembleOptions } from './ensemble.ts';
import type { Evidence, PreparedRun } from './prepare-run.ts';
import { answerSensitivity } from './sensitivity/sensitivity.ts';
import { headlineFigures } from './sensitivity/watched-figures.ts';

/** A group of inputs by how much better data of it would help one figure. */
export interface WeakInput {
  /** Families of the model that are told as one. */
  readonly group: string;
  /** The input of it that goes along with the figure most, and its rank correlation with it. */
  readonly lead: string;
  readonly rank: number;
  /** Share of its uncertain inputs that rest on no row. */
  readonly assumed: number;
  /** Square of the rank correlation (the share of the variance of ranks that goes along) × share assumed. */
  readonly score: number;
  /** Ids of assumptions, and keys `file#id` of rows, that it rests on. */
  readonly assumptions: readonly string[];
  readonly sources: readonly string[];
}

export interface WeakestInputs {
  readonly asOf: string;
  readonly draws: number;
  readonly seed: number;
  /** Months of GPU demand overdue a year on. */
  readonly figure: string;
  /** Highest score first; what chance explains is left out. */
  readonly inputs: readonly WeakInput[];
}

/** Where better data would help the headline most: inputs that move it and rest on assumptions. */
export async function weakestInputs(
  run: PreparedRun,
  evidence: Evidence,
  { draws, seed, workers, progress }: EnsembleOptions,
): Promise<WeakestInputs> {
  const { groups, figures, asOf } = await answerSensitivity(run, evidence, headlineFigures(run), {
    draws,
    seed,
    workers,
    method: 'draws',
    few: 0,
    trajectories: 0,
    ...(progress && { progress: (done: number) => progress(Math.min(done, draws)) }),
  });
  const [figure] = figures;
  if (figure === undefined) throw new RangeError('a headline without figures');
  const about = new Map(groups.map((group) => [group.name, group]));
  const inputs = figure.groups.flatMap(({ group, lead }): WeakInput[] => {
    const known = about.get(group);
    if (known === undefined || !lead.clear) return [];
    const assumed = (known.inputs - (known.basis.rows ?? 0)) / known.inputs;
    const { assumptions, sources } = known;
    const score = lead.rank * lead.rank * assumed;
    return [{ group, lead: lead.input, rank: lead.rank, assumed, score, assumptions, sources }];
  });
  return {
    asOf,
    draws,
    seed,
    figure: figure.figure.name,
    inputs: inputs
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.group < b.group ? -1 : 1)),
  };
}
