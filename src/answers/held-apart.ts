import type { Belief } from '../beliefs/belief.ts';
import type { PreparedRun } from './scenario-run.ts';

/** What a run draws, and what it holds at a value whatever is drawn. */
export interface HeldApart {
  /**
   * By which inputs are drawn: the beliefs of the day, with a range where the scenario gives one. The same map for all
   * scenarios of a day that give none, so that a lever that moves asks for no new sampling.
   */
  readonly drawn: ReadonlyMap<string, Belief>;
  /** By input. */
  readonly held: ReadonlyMap<string, number>;
}

const known = new WeakMap<ReadonlyMap<string, Belief>, HeldApart>();

/**
 * Tells apart what the beliefs of a run draw otherwise than those of its day and what they hold at a value. An input that
 * is held is drawn all the same: its numbers belong to it alone, so no other input's change.
 */
export function heldApart({ beliefs, baseBeliefs }: Pick<PreparedRun, 'beliefs' | 'baseBeliefs'>): HeldApart {
  const parts = known.get(beliefs) ?? tellApart(beliefs, baseBeliefs);
  known.set(beliefs, parts);
  return parts;
}

function tellApart(
  beliefs: ReadonlyMap<string, Belief>,
  baseBeliefs: ReadonlyMap<string, Belief>,
): HeldApart {
  const held = new Map<string, number>();
  const drawn = new Map<string, Belief>();
  for (const [input, belief] of beliefs) {
    if (belief === baseBeliefs.get(input)) continue;
    if (belief.distribution.kind === 'point') held.set(input, belief.distribution.value);
    else drawn.set(input, belief);
  }
  return { drawn: drawn.size === 0 ? baseBeliefs : new Map([...baseBeliefs, ...drawn]), held };
}
