import type { Summary } from '../../engine/index.ts';
import { inputQuantiles } from '../ensemble.ts';
import type { EnsembleOptions, Request } from '../ensemble.ts';
import { pairedFigures } from '../paired.ts';
import type { Change } from '../paired.ts';
import type { PreparedRun } from '../prepare-run.ts';
import type { LeadInput } from './association.ts';
import type { WatchedFigure } from './watched-figures.ts';

/** Quantiles at which a tornado holds an input. */
const ENDS = [0.1, 0.9] as const;
/** Futures behind each bar: bars differ on the same futures, so few suffice. */
export const TORNADO_DRAWS = 256;

/** A figure with one input held at an end, everything else as drawn in the same futures. */
export interface SwingEnd {
  /** What the input is held at. */
  readonly held: number;
  readonly figure: Summary;
}

/** One bar of a tornado. */
export interface Swing {
  /** Inputs held: the one named and what is correlated with it, all at the same quantile. */
  readonly inputs: readonly string[];
  readonly low: SwingEnd;
  readonly high: SwingEnd;
}

/** Bars of each figure, for the group leads asked for, and the figure over the same futures with nothing held. */
export interface Tornado {
  readonly base: Summary;
  readonly swings: readonly Swing[];
}

/** Runs that so many bars make, and the futures they stand on. */
export function tornadoRuns(bars: number, draws: number): number {
  return (2 * bars + 1) * Math.min(draws, TORNADO_DRAWS);
}

/** `leads[figure]`: one bar for each of them; a lead that figures share is run once. */
export async function drawTornados(
  run: PreparedRun,
  leads: readonly (readonly LeadInput[])[],
  {
    requests,
    figures,
  }: { readonly requests: readonly Request[]; readonly figures: readonly WatchedFigure[] },
  options: EnsembleOptions,
): Promise<{ readonly tornados: readonly Tornado[]; readonly runs: number }> {
  const ends = ENDS.map((p) => inputQuantiles(run, p));
  const all = leads.flat().map(({ factor }) => factor);
  const factors = [...new Set(all)];
  const held = factors.flatMap((factor) =>
    ENDS.map(
      (_, end): Change => ({
        held: factor.map(({ name, index, turned }) => ({
          input: name,
          value: ends[turned ? 1 - end : end]![index]!,
        })),
      }),
    ),
  );
  // A pair of runs at least, where there is nothing to hold.
  const changes = held.length > 0 ? held : [{}];
  const readers = figures.map(({ read }) => read);
  const draws = Math.min(options.draws, TORNADO_DRAWS);
  const effects = await pairedFigures(run, { requests, readers }, changes, { ...options, draws });
  const tornados = figures.map((_, figure) => ({
    base: effects[0]![figure]!.base,
    swings: leads[figure]!.map(({ input, factor }): Swing => {
      const at = 2 * factors.indexOf(factor);
      const { index, turned } = factor.find(({ name }) => name === input)!;
      const end = (which: 0 | 1): SwingEnd => ({
        held: ends[which]![index]!,
        figure: effects[at + (turned ? 1 - which : which)]![figure]!.changed,
      });
      return { inputs: factor.map(({ name }) => name), low: end(0), high: end(1) };
    }),
  }));
  return { tornados, runs: tornadoRuns(changes.length / 2, draws) };
}
