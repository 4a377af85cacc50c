import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { translate } from '../show/message.ts';
import { Foot } from './components/foot.tsx';
import { Levers } from './components/levers.tsx';
import { Masthead } from './components/masthead.tsx';
import { Notices } from './components/notices.tsx';
import { Provenance } from './components/provenance.tsx';
import { Shortcuts } from './components/shortcuts.tsx';
import { pageNamed } from './pages/page-list.ts';
import { useLanguage, usePart } from './page-context.ts';

// Taken once by most.
const Tour = lazy(async () => ({ default: (await import('./components/tour/tour.tsx')).Tour }));

export function App() {
  const language = useLanguage();
  const view = usePart('view');
  const { Page } = pageNamed(view.page);
  const [isListed, list] = useState(false);
  const [isToured, tour] = useState(false);
  const isNarrow = useNarrow();
  // In the order in which they are seen, which is that of Tab.
  const levers = (
    <aside key="levers" className="levers" aria-label={translate(language, 'page.levers')}>
      <Levers />
    </aside>
  );
  const answer = (
    <main key="answer" id="answer" tabIndex={-1}>
      <Notices />
      <Suspense>
        <Page />
      </Suspense>
      <Foot />
    </main>
  );
  return (
    <>
      <a className="skip" href="#answer" onClick={focusAnswer}>
        {translate(language, 'page.skip')}
      </a>
      <Masthead listShortcuts={() => list(true)} startTour={() => tour(true)} />
      <div className="columns">{isNarrow ? [answer, levers] : [levers, answer]}</div>
      <Provenance />
      {isToured && (
        <Suspense>
          <Tour close={() => tour(false)} />
        </Suspense>
      )}
      <Shortcuts isListed={isListed} list={list} />
    </>
  );
}

const NARROW = matchMedia('(max-width: 45rem)');

/** Whether levers stand below the answer. */
function useNarrow(): boolean {
  return useSyncExternalStore(
    (hear) => {
      NARROW.addEventListener('change', hear);
      return () => NARROW.removeEventListener('change', hear);
    },
    () => NARROW.matches,
  );
}

/** The address after `#` is the page’s own, so the link may not change it. */
function focusAnswer(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('answer')?.focus();
}
