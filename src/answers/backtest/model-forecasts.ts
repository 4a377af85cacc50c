import type { Variant } from '../../engine/index.ts';
import { quantile } from '../../engine/index.ts';
import { medianOf } from '../../register/median.ts';
import type { EnsembleOptions, Request } from '../ensemble.ts';
import { inputIndex, inputQuantiles, runEnsemble } from '../ensemble.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { figureAddress } from '../figure/figure-address.ts';
import { seriesFigure } from '../figure/figure.ts';
import { seriesOf } from '../series-catalogue.ts';
import type { Series, SeriesDimension, SeriesMember } from '../series-catalogue.ts';
import type { Derivation } from './derivation.ts';
import { logAmount } from './outcome.ts';
import { periodOfSpan } from './span.ts';
import type { Target } from './targets.ts';

/** Draws by which it is judged whether an assumption moves a forecast. */
const JUDGING_DRAWS = 64;

/** The model’s forecast of one target. */
export interface ModelForecast {
  /** Logarithms of all draws in rising order, nothing below the entry’s floor. */
  readonly sorted: Float64Array;
  /** Whether every draw is zero: then the model holds no forecast. */
  readonly nothing: boolean;
}

/** A target with what to keep of every draw for it. */
export interface Asked {
  readonly target: Target;
  readonly request: Request;
}

/** Why a run says nothing of a target. */
export type Unasked = 'before-run' | 'not-in-run';

/** What to keep of every draw for a target, or why there is nothing to keep. */
export function requestOf(run: PreparedRun, { entry, member, outcome }: Target): Request | Unasked {
  const { startYear, months } = run.catalogue;
  const period = periodOfSpan(outcome.span, startYear, months);
  if (period === undefined) return 'before-run';
  const { series, chosen } = heldMembers(run, { entry, member });
  const [first] = chosen;
  if (series === undefined || first === undefined) return 'not-in-run';
  return {
    scalars: chosen.flatMap(({ scalars }) => scalars),
    factor: first.factor,
    overTime: series.overTime,
    periods: [period],
  };
}

/** What `explain` takes for the forecast of a target that the run holds, with the day and the history of the run. */
export function forecastAddress(run: PreparedRun, { entry, member, outcome }: Target): string {
  const { startYear, months } = run.catalogue;
  const period = periodOfSpan(outcome.span, startYear, months);
  const { chosen, dimension } = heldMembers(run, { entry, member });
  if (period === undefined || dimension === undefined) throw new RangeError(`no forecast of ${entry.id}`);
  const members = chosen.map((held) => held.member);
  return figureAddress(seriesFigure(entry.of.series, dimension, members, period));
}

/** The members of a target’s series that the run holds. */
function heldMembers(
  run: PreparedRun,
  { entry, member }: Pick<Target, 'entry' | 'member'>,
): {
  readonly series: Series | undefined;
  readonly dimension: SeriesDimension | undefined;
  readonly chosen: readonly SeriesMember[];
} {
  const series = seriesOf(run.catalogue).find(({ name }) => name === entry.of.series);
  const [dimension, members = []] =
    [...(series?.dimensions ?? [])].find(([candidate]) => candidate === entry.of.by) ?? [];
  const wanted = member === undefined ? entry.of.members : [member];
  return { series, dimension, chosen: members.filter((candidate) => wanted.includes(candidate.member)) };
}

/** One ensemble for all targets. */
export async function forecastAll(
  run: PreparedRun,
  asked: readonly Asked[],
  options: EnsembleOptions,
): Promise<readonly ModelForecast[]> {
  const kept = asked.map(() => new Float64Array(options.draws));
  await runEnsemble(run, requestsOf(asked), options, {
    gather: (block) => {
      for (const [slot, values] of kept.entries()) values.set(block.values(slot), block.first);
    },
  });
  return asked.map(({ target }, slot) => {
    const values = kept[slot] ?? new Float64Array();
    return {
      sorted: values.map((value) => logAmount(value, target.entry)).sort(),
      nothing: values.every((value) => value === 0),
    };
  });
}

/**
 * How far the median of each target’s forecast moves, `[target][derivation]`, between all inputs of a derivation at their
 * 10th and all at their 90th percentile, in the same few draws. The run must not be calibrated: its first draws would be
 * copies of few.
 */
export async function movedBy(
  run: PreparedRun,
  asked: readonly Asked[],
  derivations: readonly Derivation[],
  options: EnsembleOptions,
): Promise<readonly (readonly number[])[]> {
  const variants = derivations.flatMap((derivation) => heldEnds(run, derivation));
  if (variants.length === 0) return asked.map(() => []);
  const held = asked.map(() => variants.map(() => new Float64Array(JUDGING_DRAWS)));
  await runEnsemble(
    run,
    requestsOf(asked),
    { ...options, draws: JUDGING_DRAWS },
    {
      variants,
      gather: (block) => {
        for (const [slot, byVariant] of held.entries())
          for (const [variant, values] of byVariant.entries())
            values.set(block.values(slot, variant), block.first);
      },
    },
  );
  return asked.map(({ target }, slot) => {
    const medians = (held[slot] ?? []).map(
      (values) => medianOf(Array.from(values, (value) => logAmount(value, target.entry))) ?? 0,
    );
    return derivations.map((_, index) => Math.abs((medians[2 * index + 1] ?? 0) - (medians[2 * index] ?? 0)));
  });
}

function requestsOf(asked: readonly Asked[]): readonly Request[] {
  return asked.map(({ request }) => request);
}

/** A derivation’s inputs all at their 10th, then all at their 90th percentile. */
function heldEnds(run: PreparedRun, { inputs }: Derivation): readonly Variant[] {
  return [0.1, 0.9].map((p): Variant => {
    const values = inputQuantiles(run, p);
    const held = inputs.map((name) => {
      const index = inputIndex(run, name);
      return { index, value: values[index] ?? Number.NaN };
    });
    return { held };
  });
}

/** Quantile of logarithms as an amount. */
export function amountAt(sorted: Float64Array, p: number): number {
  return Math.exp(quantile(sorted, p));
}
