import { useEffect, useRef } from 'react';
import type { Handle } from '../../show/charts/scene.ts';
import { draggedMonths } from '../../show/charts/scene.ts';

/** What becomes of a handle that is moved. */
interface HandleMoves {
  /** To so many months from where it stood first, while it is held. */
  readonly move: (id: string, months: number) => void;
  /** It is let go. */
  readonly end: () => void;
  /** It goes back to where it was taken. */
  readonly cancel: () => void;
}

interface SceneHandlesProps extends HandleMoves {
  readonly handles: readonly Handle[];
}

/** Months by which keys move a handle; Home and End go all the way. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 3,
  PageDown: -3,
  Home: -Infinity,
  End: Infinity,
};

/** The parts of a drawing that can be dragged, over their marks: by pointer, or by keys as sliders. */
export function SceneHandles({ handles, ...moves }: SceneHandlesProps) {
  return handles.map((handle) => <SceneHandle key={handle.id} handle={handle} {...moves} />);
}

function SceneHandle({ handle, move, end, cancel }: HandleMoves & { readonly handle: Handle }) {
  const { id, label, said, months, most, x, y, width, height } = handle;
  const taken = useRef<{ readonly at: number; readonly handle: Handle } | null>(null);
  const wasMoved = useRef(false);
  // One that is drawn no more cannot be let go.
  useEffect(() => () => void (taken.current && end()), [end]);
  const take = (event: React.PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    taken.current = { at: event.clientX, handle };
    wasMoved.current = false;
  };
  const follow = (event: React.PointerEvent): void => {
    if (taken.current === null) return;
    // The data cursor would jump to rows that the pointer passes.
    event.stopPropagation();
    const next = draggedMonths(taken.current.handle, event.clientX - taken.current.at);
    if (next === months) return;
    wasMoved.current = true;
    move(id, next);
  };
  const letGo = (finish: () => void): void => {
    if (taken.current === null) return;
    taken.current = null;
    finish();
  };
  const press = (event: React.KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape' && taken.current !== null) letGo(cancel);
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(most, Math.round(months + step)));
    if (next !== months) move(id, next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="handle"
      data-handle={id}
      style={{ left: x, top: y, width, height }}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={months}
      aria-valuetext={said}
      onPointerDown={take}
      onPointerMove={follow}
      onPointerUp={() => letGo(end)}
      onPointerCancel={() => letGo(cancel)}
      onClick={(event) => wasMoved.current && event.stopPropagation()}
      onKeyDown={press}
      onKeyUp={end}
      onBlur={end}
    />
  );
}
