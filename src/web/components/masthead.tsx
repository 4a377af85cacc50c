import { useState } from 'react';
import { LANGUAGES } from '../../show/language.ts';
import type { Language } from '../../show/language.ts';
import { translate } from '../../show/message.ts';
import { PAGES } from '../pages/page-list.ts';
import { useLanguage, usePart, useStore } from '../page-context.ts';
import { THEMES } from '../state/page-address.ts';
import { DayPicker } from './day-picker.tsx';
import { Picker } from './picker.tsx';
import { TourButton } from './tour-button.tsx';

/** Names of languages in themselves. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

interface MastheadProps {
  readonly listShortcuts: () => void;
  readonly startTour: () => void;
}

/** What the page is, from which day and under which scenario it looks, and the way to other pages. */
export function Masthead({ listShortcuts, startTour }: MastheadProps) {
  const language = useLanguage();
  const store = useStore();
  const view = usePart('view');
  const contents = usePart('contents');
  const taken = usePart('taken');
  return (
    <header className="masthead">
      <div className="masthead-row">
        <p className="brand">
          <b>Chokepoint</b> <span className="tagline">{translate(language, 'page.tagline')}</span>
        </p>
        <div className="settings">
          {contents && (
            <>
              <DayPicker contents={contents} />
              <Picker
                label={translate(language, 'page.scenario')}
                value={taken.scenario}
                choices={contents.scenarios.map(({ scenario }) => ({
                  value: scenario.name,
                  text: scenario.title[language],
                }))}
                choose={(chosen) => store.setScenario(chosen)}
              />
            </>
          )}
          <Picker
            label={translate(language, 'page.theme')}
            value={view.theme}
            choices={THEMES.map((theme) => ({
              value: theme,
              text: translate(language, `page.theme.${theme}`),
            }))}
            choose={(theme) => store.setView({ theme })}
          />
          <Picker
            label={translate(language, 'page.language')}
            value={language}
            choices={LANGUAGES.map((each) => ({ value: each, text: LANGUAGE_NAMES[each] }))}
            choose={(chosen) => store.setView({ language: chosen })}
          />
          <CopyLink />
        </div>
      </div>
      <div className="masthead-row">
        <nav aria-label={translate(language, 'page.pages')}>
          <ul>
            {PAGES.map(({ name, title }) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={view.page === name ? 'page' : undefined}
                  onClick={() => store.setView({ page: name })}
                >
                  {translate(language, title)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className="masthead-tools">
          <TourButton start={startTour} />
          <button type="button" className="plain" onClick={listShortcuts}>
            {translate(language, 'page.shortcuts')}
          </button>
        </div>
      </div>
    </header>
  );
}

function CopyLink() {
  const language = useLanguage();
  const [isDone, setDone] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(location.href).then(() => setDone(true));
  };
  return (
    <button type="button" className="plain" onClick={copy} onBlur={() => setDone(false)}>
      <span aria-live="polite">{translate(language, isDone ? 'page.share.done' : 'page.share')}</span>
    </button>
  );
}
