import { RunningMoments, summarise } from '../../engine/index.ts';
import type { EffectSummary, Estimate, SobolIndex, Summary } from '../../engine/index.ts';
import type { InputReason } from '../explain-inputs.ts';
import type { FigureAssociations, LeadInput } from './association.ts';
import { groupName } from './input-groups.ts';
import type { InputGroup, UncertainInput } from './input-groups.ts';
import type { Swing, Tornado } from './swing.ts';
import type { WatchedFigure } from './watched-figures.ts';

/** What one group of inputs does to one figure. Null for what was not measured. */
export interface GroupSensitivity {
  /** Name of the group. */
  readonly group: string;
  /** The input of it that goes along with the figure most. */
  readonly lead: Omit<LeadInput, 'factor'>;
  readonly screening: EffectSummary | null;
  readonly index: SobolIndex | null;
  /** The figure with the lead at its P10 and its P90. */
  readonly swing: Swing | null;
}

/** The group that, once known, leaves least of the variance on average, and what its lead rests on. */
export interface WorthKnowing {
  readonly group: string;
  readonly first: Estimate;
  readonly reason: InputReason;
}

export interface FigureSensitivity {
  readonly figure: Omit<WatchedFigure, 'read'>;
  readonly summary: Summary;
  /** In the square of the figure’s unit. */
  readonly variance: number;
  /** Whether the figure is 0 or 1 in every future: its variance is then the Brier score of its probability. */
  readonly binary: boolean;
  /** What an input that does nothing shows in 95 of 100 cases. */
  readonly noise: { readonly rank: number; readonly pawn: number };
  /** What matters most first. */
  readonly groups: readonly GroupSensitivity[];
  /** All groups whose index was not measured alone, as one. */
  readonly rest: SobolIndex | null;
  /** The figure over the futures of the tornado, nothing held. */
  readonly base: Summary | null;
  /** Null where nothing is sure to be worth knowing, or nothing was measured. */
  readonly learn: WorthKnowing | null;
}

/** Everything measured of one figure, by group: undefined for what was not. */
export interface Measured {
  readonly figure: WatchedFigure;
  readonly outputs: Float64Array;
  readonly associations: FigureAssociations;
  readonly screening: readonly EffectSummary[] | undefined;
  /** By group; undefined for those in the rest. */
  readonly indices: readonly (SobolIndex | undefined)[];
  readonly rest: SobolIndex | undefined;
}

/** Bars of a tornado. */
export const BARS = 8;

/** Groups by total index, then by Morris’s mean effect, then by rank correlation, as far as measured. */
export function rankGroups({ associations, screening, indices }: Measured): number[] {
  const importance = indices.map((index, group): readonly number[] => [
    index?.total.value ?? -1,
    screening?.[group]?.muStar.value ?? 0,
    Math.abs(associations.leads[group]!.rank),
  ]);
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, place) => value !== b[place]);
    return at < 0 ? 0 : b[at]! - a[at]!;
  };
  return Array.from(indices.keys()).sort((a, b) => compare(importance[a]!, importance[b]!));
}

/** Groups whose lead gets a bar: those that matter most, where one input clearly stands out. */
export function barsOf(measured: Measured): number[] {
  const { leads } = measured.associations;
  return rankGroups(measured)
    .filter((group) => leads[group]!.clear)
    .slice(0, BARS);
}

/** Puts together what was measured of a figure; `tornado` has a bar for each of `barsOf`. */
export function figureSensitivity(
  measured: Measured,
  groups: readonly InputGroup[],
  tornado: Tornado | undefined,
  reasonOf: (input: UncertainInput) => InputReason,
): FigureSensitivity {
  const { figure, outputs, associations, screening, indices, rest } = measured;
  const { read: _, ...about } = figure;
  const moments = new RunningMoments();
  moments.add(outputs);
  const bars = tornado === undefined ? [] : barsOf(measured);
  return {
    figure: about,
    summary: summarise(outputs),
    variance: moments.variance,
    binary: outputs.every((value) => value === 0 || value === 1),
    noise: associations.noise,
    groups: rankGroups(measured).map((group): GroupSensitivity => {
      const { input, rank, pawn, clear } = associations.leads[group]!;
      return {
        group: groupName(groups[group]!),
        lead: { input, rank, pawn, clear },
        screening: screening?.[group] ?? null,
        index: indices[group] ?? null,
        swing: tornado?.swings[bars.indexOf(group)] ?? null,
      };
    }),
    rest: rest ?? null,
    base: tornado?.base ?? null,
    learn: worthKnowing(measured, groups, reasonOf),
  };
}

function worthKnowing(
  { associations, indices }: Measured,
  groups: readonly InputGroup[],
  reasonOf: (input: UncertainInput) => InputReason,
): WorthKnowing | null {
  let best: { readonly group: number; readonly first: Estimate } | undefined;
  for (const [group, index] of indices.entries())
    if (index && index.first.low > 0 && index.first.value > (best?.first.value ?? 0))
      best = { group, first: index.first };
  if (best === undefined) return null;
  const { factor, input } = associations.leads[best.group]!;
  const lead = factor.find(({ name }) => name === input)!;
  return { group: groupName(groups[best.group]!), first: best.first, reason: reasonOf(lead) };
}
