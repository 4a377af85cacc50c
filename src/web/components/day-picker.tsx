import { useEffect, useRef, useState } from 'react';
import { formatDay } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import type { PageContents } from '../compute/worker-message.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';
import { Picker } from './picker.tsx';

const OTHER = 'other';
/** Milliseconds after which a day that is being typed, or stepped through, is taken. */
const SETTLE = 800;

/** The day looked from: one of a few worth choosing, or any other. */
export function DayPicker({ contents }: { readonly contents: PageContents }) {
  const language = useLanguage();
  const store = useStore();
  const { wantedDay, figures } = usePage();
  const [asked, setAsked] = useState(false);
  const isOther = asked || !contents.days.includes(wantedDay ?? '');
  const [, latest = ''] = [figures?.lastPublished ?? '', contents.lastPublished].toSorted();
  return (
    <>
      <Picker
        label={translate(language, 'page.asOf')}
        value={isOther ? OTHER : (wantedDay ?? '')}
        choices={[
          ...contents.days.map((each) => ({ value: each, text: formatDay(each, language, 'short') })),
          { value: OTHER, text: translate(language, 'page.asOf.other') },
        ]}
        choose={(chosen) => {
          setAsked(chosen === OTHER);
          if (chosen !== OTHER) store.setDay(chosen);
        }}
      />
      {isOther && <DayField contents={contents} day={wantedDay ?? ''} latest={latest} isAsked={asked} />}
    </>
  );
}

interface DayFieldProps {
  readonly contents: PageContents;
  readonly day: string;
  readonly latest: string;
  /** Whether somebody has just asked for the field. */
  readonly isAsked: boolean;
}

/** The browser’s own field for a date. Taken when it is left, by Enter, or once it rests. */
function DayField({ contents, day, latest, isAsked }: DayFieldProps) {
  const language = useLanguage();
  const store = useStore();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  // A day that was refused, or another link, takes the place of what was typed.
  useEffect(() => {
    if (field.current) field.current.value = day;
  }, [day]);
  const take = (): void => {
    clearTimeout(timer.current);
    const typed = field.current?.value ?? '';
    if (typed !== '' && typed !== day) store.setDay(typed);
  };
  return (
    <input
      ref={field}
      className="day"
      type="date"
      aria-label={translate(language, 'page.asOf.day')}
      min={contents.earliestDay}
      max={latest}
      required
      onChange={({ target }) => {
        clearTimeout(timer.current);
        // A year half typed is one long ago.
        if (target.validity.valid) timer.current = window.setTimeout(take, SETTLE);
      }}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}
