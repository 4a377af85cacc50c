import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { translate } from '../../show/message.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';

// Equations and sources say much that the first screen does not.
const Explained = lazy(async () => ({ default: (await import('./explained.tsx')).Explained }));

/** The drawer that says where a figure comes from, down to dated rows. Open while the address names a figure. */
export function Provenance() {
  const language = useLanguage();
  const store = useStore();
  const { view, explained, explainFailure } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLParagraphElement>(null);
  const { figure } = view;
  const before = useTrail(figure);
  useEffect(() => {
    const element = dialog.current;
    if (figure === null) element?.close();
    else if (element?.open === false) element.showModal();
    // What was pressed for another figure goes with the one before.
    else title.current?.focus();
  }, [figure]);
  const waiting = (
    <p className="loading" role="status">
      {translate(language, 'page.provenance.loading')}
    </p>
  );
  return (
    <dialog
      ref={dialog}
      className="provenance"
      aria-labelledby="provenance-title"
      onClose={({ currentTarget }) => {
        store.setView({ figure: null });
        keepFocus(currentTarget);
      }}
    >
      <div className="provenance-head">
        <p id="provenance-title" ref={title} tabIndex={-1}>
          {translate(language, 'page.provenance')}
        </p>
        {before !== null && (
          <button type="button" onClick={() => store.setView({ figure: before })}>
            {translate(language, 'page.back')}
          </button>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          {translate(language, 'page.close')}
        </button>
      </div>
      {figure !== null &&
        (explainFailure === null ? (
          <Suspense fallback={waiting}>
            {explained?.answer.address === figure ? <Explained explained={explained} /> : waiting}
          </Suspense>
        ) : (
          <p role="alert">{translate(language, 'page.provenance.failed', { reason: explainFailure })}</p>
        ))}
    </dialog>
  );
}

/** The figure from which the one shown was opened inside the drawer; null for the first. */
function useTrail(figure: string | null): string | null {
  const [trail, setTrail] = useState<readonly string[]>([]);
  if (figure === null) {
    if (trail.length > 0) setTrail([]);
  } else if (trail.at(-1) !== figure)
    setTrail(trail.at(-2) === figure ? trail.slice(0, -1) : [...trail, figure]);
  return trail.at(-2) ?? null;
}

/** The focus goes back to the figure that was pressed; where that is no more, as after a reload, to the answer. */
function keepFocus(dialog: HTMLDialogElement): void {
  const { activeElement, body } = document;
  if (activeElement === body || dialog.contains(activeElement)) document.getElementById('answer')?.focus();
}
