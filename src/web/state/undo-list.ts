/** States that can be gone back to. Immutable: each change gives a new list. */
export interface UndoList<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

/** Steps kept; older ones are forgotten. */
const MOST_STEPS = 200;

export function startUndo<State>(present: State): UndoList<State> {
  return { past: [], present, future: [] };
}

/** A new present; what was undone before is gone. */
export function step<State>({ past, present }: UndoList<State>, next: State): UndoList<State> {
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] };
}

/** The same list where there is nothing to undo. */
export function undo<State>(list: UndoList<State>): UndoList<State> {
  const { past, present, future } = list;
  const before = past.at(-1);
  if (before === undefined) return list;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** The same list where there is nothing to redo. */
export function redo<State>(list: UndoList<State>): UndoList<State> {
  const { past, present, future } = list;
  const [next, ...rest] = future;
  if (next === undefined) return list;
  return { past: [...past, present], present: next, future: rest };
}
