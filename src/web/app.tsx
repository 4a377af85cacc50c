import { Suspense } from 'react';
import { translate } from '../show/message.ts';
import { Foot } from './components/foot.tsx';
import { Levers } from './components/levers.tsx';
import { Masthead } from './components/masthead.tsx';
import { Notices } from './components/notices.tsx';
import { Provenance } from './components/provenance.tsx';
import { Shortcuts } from './components/shortcuts.tsx';
import { pageNamed } from './pages/page-list.ts';
import { useLanguage, usePage } from './page-context.ts';

export function App() {
  const language = useLanguage();
  const { view } = usePage();
  const { Page } = pageNamed(view.page);
  return (
    <>
      <a className="skip" href="#answer" onClick={focusAnswer}>
        {translate(language, 'page.skip')}
      </a>
      <Masthead />
      <div className="columns">
        <aside className="levers" aria-label={translate(language, 'page.levers')}>
          <Levers />
        </aside>
        <main id="answer" tabIndex={-1}>
          <Notices />
          <Suspense>
            <Page />
          </Suspense>
          <Foot />
        </main>
      </div>
      <Provenance />
      <Shortcuts />
    </>
  );
}

/** The address after `#` is the page’s own, so the link may not change it. */
function focusAnswer(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('answer')?.focus();
}
