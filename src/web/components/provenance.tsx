import { lazy, Suspense, useEffect, useRef } from 'react';
import { translate } from '../../show/message.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';

// Equations and sources say much that the first screen does not.
const Explanation = lazy(async () => ({ default: (await import('./explanation.tsx')).Explanation }));

/** The drawer that says where a figure comes from, down to dated rows. Open while the address names a figure. */
export function Provenance() {
  const language = useLanguage();
  const store = useStore();
  const { view, explained, explainFailure } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const { figure } = view;
  useEffect(() => {
    const element = dialog.current;
    if (figure === null) element?.close();
    else if (element?.open === false) element.showModal();
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
      onClose={() => store.setView({ figure: null })}
    >
      <div className="provenance-head">
        <p id="provenance-title">{translate(language, 'page.provenance')}</p>
        <button type="button" onClick={() => dialog.current?.close()}>
          {translate(language, 'page.close')}
        </button>
      </div>
      {figure !== null &&
        (explainFailure === null ? (
          <Suspense fallback={waiting}>
            {explained?.answer.address === figure ? <Explanation explained={explained} /> : waiting}
          </Suspense>
        ) : (
          <p role="alert">{translate(language, 'page.provenance.failed', { reason: explainFailure })}</p>
        ))}
    </dialog>
  );
}
