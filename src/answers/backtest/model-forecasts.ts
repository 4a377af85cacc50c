import type { Variant } from '../../engine/index.ts';
import { quantile } from '../../engine/index.ts';
import { medianOf } from '../../register/median.ts';
import type { EnsembleOptions, Request } from '../ensemble.ts';
import { inputIndex, inputQuantiles, runEnsemble } from '../ensemble.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { seriesOf } from '../series-catalogue.ts';
import type { Derivation } from './derivation.ts';
import { logAmount } from './outcome.ts';
import { periodOfSpan } from './span.ts';
import type { Target } from './targets.ts';

/** Draws by which it is judged whether an assumption moves a forecast. */
const JUDGING_DRAWS = 64;

/** The model’s forecast of one target: logarithms of all draws in rising order, nothing below the entry’s floor. */
export interface ModelForecast {
  readonly sorted: Float64Array;
  /** Whether every draw is zero: then the model holds no forecast. */
  readonly nothing: boolean;
  /** For each derivation asked about, how far the median moves between its inputs’ 10th and 90th percentile. */
  readonly moved: readonly number[];
}

/** Why a run says nothing of a target. */
export type Unasked = 'before-run' | 'not-in-run';

/** What to keep of every draw for a target, or why there is nothing to keep. */
export function requestOf(run: PreparedRun, { entry, member, outcome }: Target): Request | Unasked {
  const { startYear, months } = run.catalogue;
  const period = periodOfSpan(outcome.span, startYear, months);
  if (period === undefined) return 'before-run';
  const series = seriesOf(run.catalogue).find(({ name }) => name === entry.of.series);
  const members = [...(series?.dimensions ?? [])].find(([dimension]) => dimension === entry.of.by)?.[1] ?? [];
  const wanted = member === undefined ? entry.of.members : [member];
  const chosen = members.filter((candidate) => wanted.includes(candidate.member));
  const [first] = chosen;
  if (series === undefined || first === undefined) return 'not-in-run';
  return {
    scalars: chosen.flatMap(({ scalars }) => scalars),
    factor: first.factor,
    overTime: series.overTime,
    periods: [period],
  };
}

/** One ensemble for all targets; the same draws once more with each derivation’s inputs held low, then high. */
export async function forecastAll(
  run: PreparedRun,
  asked: readonly { readonly target: Target; readonly request: Request }[],
  derivations: readonly Derivation[],
  options: EnsembleOptions,
): Promise<readonly ModelForecast[]> {
  const variants: readonly Variant[] = [
    {},
    ...derivations.flatMap((derivation) => heldEnds(run, derivation)),
  ];
  const judged = Math.min(JUDGING_DRAWS, options.draws);
  const kept = asked.map(() => new Float64Array(options.draws));
  const held = asked.map(() => variants.map(() => new Float64Array(judged)));
  await runEnsemble(
    run,
    asked.map(({ request }) => request),
    options,
    {
      variants,
      gather: (block) => {
        for (const slot of asked.keys()) {
          kept[slot]?.set(block.values(slot), block.first);
          for (const variant of variants.keys())
            if (variant > 0 && block.drawsOf(variant) > 0)
              held[slot]?.[variant]?.set(block.values(slot, variant), block.first);
        }
      },
    },
  );
  return asked.map(({ target }, slot) => {
    const log = (values: Float64Array): Float64Array => values.map((value) => logAmount(value, target.entry));
    const medians = (held[slot] ?? []).map((values) => medianOf([...log(values)]) ?? 0);
    return {
      nothing: kept[slot]?.every((value) => value === 0) ?? true,
      sorted: log(kept[slot] ?? new Float64Array()).sort(),
      moved: derivations.map((_, index) =>
        Math.abs((medians[2 + 2 * index] ?? 0) - (medians[1 + 2 * index] ?? 0)),
      ),
    };
  });
}

/** A derivation’s inputs all at their 10th, then all at their 90th percentile. */
function heldEnds(run: PreparedRun, { inputs }: Derivation): readonly Variant[] {
  return [0.1, 0.9].map((p): Variant => {
    const values = inputQuantiles(run, p);
    const held = inputs.map((name) => {
      const index = inputIndex(run, name);
      return { index, value: values[index] ?? Number.NaN };
    });
    return { held, draws: JUDGING_DRAWS };
  });
}

/** Quantile of logarithms as an amount. */
export function amountAt(sorted: Float64Array, p: number): number {
  return Math.exp(quantile(sorted, p));
}
