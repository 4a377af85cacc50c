import { use, useEffect, useId, useRef, useState } from 'react';
import { translate } from '../../../show/message.ts';
import { TOUR_STOPS, tourText } from '../../../show/tour-text.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { FIRST_PAGE } from '../../state/page-address.ts';
import { ToolButton } from '../tool-button.tsx';
import { handleOf, TOUR_TARGETS } from './tour-targets.ts';
import { useArranged } from './use-arranged.ts';

/**
 * The first screen in a minute: a panel beside one thing after the other. The page stays as it is and can be used
 * meanwhile; arrows and Escape act while the panel has the focus or nothing has.
 */
export function Tour({ close }: { readonly close: () => void }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const store = useStore();
  const { scenario, baseline, view } = usePage();
  const [at, setAt] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const outline = useRef<HTMLDivElement>(null);
  const id = useId();
  const stop = TOUR_STOPS[at] ?? 'answer';
  const isLast = at === TOUR_STOPS.length - 1;
  useArranged(stop, panel, outline, scenario !== null && view.page === FIRST_PAGE);
  useFocus(panel);
  useEffect(() => {
    if (store.getState().view.page !== FIRST_PAGE) store.setView({ page: FIRST_PAGE });
  }, [store, at]);
  const go = (by: number): void => {
    if (isLast && by > 0) close();
    else setAt(Math.max(0, at + by));
  };
  useEffect(() => {
    const press = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (altKey || ctrlKey || metaKey || document.querySelector('dialog[open]') !== null) return;
      const { activeElement, body } = document;
      const isHere = activeElement === body || panel.current?.contains(activeElement) === true;
      // From what is tried out Escape leads back to the tour.
      if (key === 'Escape') {
        if (isHere) close();
        else panel.current?.focus();
      } else if (isHere && key === 'ArrowRight') go(1);
      else if (isHere && key === 'ArrowLeft') go(-1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  const before = baseline === null || baseline === scenario ? null : baseline.told;
  return (
    <>
      <div ref={outline} className="tour-outline" aria-hidden="true" />
      <div
        ref={panel}
        className="tour"
        role="dialog"
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <div aria-live="polite">
          <p className="note">
            {translate(language, 'page.tour.progress', { step: at + 1, count: TOUR_STOPS.length })}
          </p>
          <h2 id={`${id}-title`}>{translate(language, `page.tour.${stop}`)}</h2>
          <p id={`${id}-text`}>{tourText(stop, scenario?.told ?? null, before, language)}</p>
        </div>
        <div className="tour-tools">
          <ToolButton act={() => go(-1)} isIdle={at === 0}>
            {translate(language, 'page.back')}
          </ToolButton>
          <button type="button" className="tour-next" onClick={() => go(1)}>
            {translate(language, isLast ? 'page.tour.done' : 'page.tour.next')}
          </button>
          {TOUR_TARGETS[stop].handle !== null && (
            <button type="button" onClick={() => handleOf(stop)?.focus()}>
              {translate(language, 'page.tour.try')}
            </button>
          )}
          <button type="button" className="tour-close" onClick={close}>
            {translate(language, 'page.close')}
          </button>
        </div>
        <p className="note">{translate(language, 'page.tour.keys')}</p>
      </div>
    </>
  );
}

/** The panel has the focus when it comes, and what had it before when it goes. */
function useFocus(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [panel]);
}
