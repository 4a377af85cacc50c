import { uniform } from '../philox.ts';
import { bootstrap } from './bootstrap.ts';
import type { BootstrapOptions, Estimate } from './bootstrap.ts';

/** Levels between which inputs move: even, so that every level has exactly one partner half of them away. */
export const MORRIS_LEVELS = 4;

/** One step from a point to the next: the inputs of one group move, each to its partner level. */
export interface Trajectory {
  /** `[point][input]`, levels from 0; one point more than there are groups. */
  readonly points: readonly Uint8Array[];
  /** Group that moves between a point and the next. */
  readonly moved: readonly number[];
}

/**
 * Random trajectories after Morris, "Factorial sampling plans for preliminary computational experiments"
 * (Technometrics 33, 1991), with groups after Campolongo, Cariboni and Saltelli (Environmental Modelling & Software 22,
 * 2007): each input starts at any level and moves half of the levels up or down, whichever stays among them; groups
 * move one after the other in random order. `groups` are the inputs of each group; every input is in one.
 */
export function morrisTrajectories(
  groups: readonly (readonly number[])[],
  { trajectories, seed }: { readonly trajectories: number; readonly seed: number },
): Trajectory[] {
  const inputs = groups.reduce((sum, group) => sum + group.length, 0);
  return Array.from({ length: trajectories }, (_, number) => {
    const start = Uint8Array.from({ length: inputs }, (__, input) =>
      Math.floor(uniform(number, input, 0, seed) * MORRIS_LEVELS),
    );
    const keys = groups.map((__, group) => uniform(number, group, 1, seed));
    const moved = Array.from(groups.keys()).sort((a, b) => keys[a]! - keys[b]!);
    const points = [start];
    for (const group of moved) {
      const next = points.at(-1)!.slice();
      for (const input of groups[group]!) next[input] = (next[input]! + MORRIS_LEVELS / 2) % MORRIS_LEVELS;
      points.push(next);
    }
    return { points, moved };
  });
}

/**
 * Elementary effects, `[group][trajectory]`: the change of the output over the change of level, where all levels
 * together have length 1. Groups of several inputs move in several directions at once: their effects have no sign, and
 * only their size is told. `outputs` follow trajectories and their points.
 */
export function elementaryEffects(
  trajectories: readonly Trajectory[],
  groups: readonly (readonly number[])[],
  outputs: Float64Array,
): Float64Array[] {
  const step = MORRIS_LEVELS / 2 / (MORRIS_LEVELS - 1);
  const effects = groups.map(() => new Float64Array(trajectories.length));
  let at = 0;
  for (const [number, { points, moved }] of trajectories.entries()) {
    for (const [point, group] of moved.entries()) {
      const change = (outputs[at + point + 1]! - outputs[at + point]!) / step;
      const [input, ...others] = groups[group]!;
      const up = points[point + 1]![input!]! > points[point]![input!]!;
      effects[group]![number] = others.length > 0 ? Math.abs(change) : up ? change : -change;
    }
    at += points.length;
  }
  return effects;
}

/** What a group’s elementary effects say, in the unit of the output. */
export interface EffectSummary {
  /** Mean size of the effects: how much the group matters (Campolongo and others, 2007). */
  readonly muStar: Estimate;
  /** Mean effect, null for a group of several inputs; far below `muStar` where the direction changes. */
  readonly mu: number | null;
  /** Standard deviation of the effects, null for a group of several: how much they depend on the other inputs. */
  readonly sigma: number | null;
}

/** Of the effects of each group; `groups` as of `elementaryEffects`. The interval of `muStar` resamples trajectories. */
export function summariseEffects(
  effects: readonly Float64Array[],
  groups: readonly (readonly number[])[],
  options: BootstrapOptions,
): EffectSummary[] {
  const count = effects[0]?.length ?? 0;
  const muStars = bootstrap(
    count,
    (counts) =>
      effects.map((of) => of.reduce((sum, effect, row) => sum + counts[row]! * Math.abs(effect), 0) / count),
    options,
  );
  return effects.map((of, group) => {
    const mu = of.reduce((sum, effect) => sum + effect, 0) / count;
    const squares = of.reduce((sum, effect) => sum + (effect - mu) ** 2, 0);
    const signed = groups[group]!.length === 1;
    return {
      muStar: muStars[group]!,
      mu: signed ? mu : null,
      sigma: signed ? Math.sqrt(squares / Math.max(1, count - 1)) : null,
    };
  });
}
