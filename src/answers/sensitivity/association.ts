import { averageRanks, normalCdf, Pawn, rankCorrelation } from '../../engine/index.ts';
import type { PawnIndex } from '../../engine/index.ts';
import type { Factor, InputGroup } from './input-groups.ts';
import type { KeptDraws } from './variance.ts';

/** How one input goes along with a figure, over draws that were made anyway; its correlated fellows speak through it. */
export interface Association {
  readonly input: string;
  /** Spearman’s rank correlation. */
  readonly rank: number;
  readonly pawn: PawnIndex;
}

/** The input of a group that goes along with the figure most, and what it moves with. */
export interface LeadInput extends Association {
  readonly factor: Factor;
  /**
   * Whether it goes along more than chance explains, counting that it is the best of its group and one of many groups:
   * of all leads told as clear, one in twenty is expected to be chance.
   */
  readonly clear: boolean;
}

/** What is free on existing draws, of one figure. */
export interface FigureAssociations {
  /** By group. */
  readonly leads: readonly LeadInput[];
  /** What an input that does nothing stays below in 95 of 100 cases. */
  readonly noise: { readonly rank: number; readonly pawn: number };
}

/** `kept.inputs` are those of the groups, one after the other. For each figure. */
export function associate(
  groups: readonly InputGroup[],
  kept: KeptDraws,
  seed: number,
): FigureAssociations[] {
  const inputRanks = kept.inputs.map(averageRanks);
  return kept.outputs.map((outputs): FigureAssociations => {
    const ranks = averageRanks(outputs);
    const pawn = new Pawn(outputs);
    let next = 0;
    const leads = groups.map(({ factors }) => {
      const candidates = factors.flatMap((factor) =>
        factor.map((input) => {
          const column = inputRanks[next++]!;
          return { input: input.name, factor, column, rank: rankCorrelation(column, ranks) };
        }),
      );
      const { input, factor, rank, column } = candidates.reduce((a, b) =>
        Math.abs(b.rank) > Math.abs(a.rank) ? b : a,
      );
      const chance = Math.min(1, candidates.length * chanceOf(rank, outputs.length));
      return { input, factor, rank, pawn: pawn.of(column), chance };
    });
    const most = largestClear(leads.map(({ chance }) => chance));
    return {
      leads: leads.map(({ chance, ...lead }) => ({ ...lead, clear: chance <= most })),
      noise: { rank: 1.96 / Math.sqrt(Math.max(1, outputs.length - 1)), pawn: pawn.noise(seed) },
    };
  });
}

/**
 * Probability that the rank correlation of independent columns is as large, whatever its sign: it is about normal, with a
 * standard deviation of 1 / √(n - 1).
 */
function chanceOf(rank: number, draws: number): number {
  return 2 * normalCdf(-Math.abs(rank) * Math.sqrt(draws - 1));
}

/** Share of false alarms accepted. */
const FALSE_ALARMS = 0.05;

/**
 * The largest probability that counts as clear, by Benjamini and Hochberg, "Controlling the false discovery rate" (1995);
 * -1 where none does.
 */
function largestClear(chances: readonly number[]): number {
  const rising = chances.toSorted((a, b) => a - b);
  const last = rising.findLastIndex(
    (chance, index) => chance <= (FALSE_ALARMS * (index + 1)) / rising.length,
  );
  return rising[last] ?? -1;
}
