import { memo, useId } from 'react';
import type { LeverFacts } from '../../answers/lever-facts.ts';
import type { LeverValue } from '../../scenario/scenario.ts';
import { choiceText, leverText, rangeText } from '../../show/lever-text.ts';
import { translate } from '../../show/message.ts';
import { useLanguage, useStore } from '../page-context.ts';
import { boundedValue, LeverField, middleOf } from './lever-field.tsx';
import { Picker } from './picker.tsx';

/** Steps of a track from end to end. */
const STEPS = 200;
/** Of − and + and Page Up and Page Down: so many steps at once. */
const LARGE = 10;

interface LeverControlProps {
  readonly lever: LeverFacts;
  readonly value: LeverValue;
  /** By the address, whatever the scenario says. */
  readonly isSet: boolean;
}

/** One lever: what it is, where it stands, what has been seen, and why. */
export const LeverControl = memo(function LeverControl({ lever, value, isSet }: LeverControlProps) {
  const language = useLanguage();
  const store = useStore();
  const id = useId();
  const { path, label, why, rest, seen, sources, choices } = lever;
  const name = label[language];
  const note = [
    seen &&
      translate(language, lever.default === null ? 'page.lever.drawn' : 'page.lever.seen', {
        range: rangeText(seen, lever, language),
      }),
    sources > 0 && translate(language, 'page.lever.sources', { count: sources }),
    why[language],
  ].filter(Boolean);
  return (
    <div className={isSet ? 'lever is-set' : 'lever'}>
      <div className="lever-head">
        <label htmlFor={id}>{name}</label>
        {choices ? (
          <output htmlFor={id}>{leverText(value, lever, language)}</output>
        ) : (
          <LeverField lever={lever} value={value} />
        )}
      </div>
      {choices ? (
        <Picker
          label={name}
          value={typeof value === 'string' ? value : ''}
          choices={choices.map((choice) => ({ value: choice, text: choiceText(choice, language) }))}
          choose={(choice) => store.setLever(path, choice === choices[rest] ? null : choice)}
        />
      ) : (
        <Track id={id} lever={lever} value={middleOf(value)} isSet={isSet} />
      )}
      <p className="lever-note" id={`${id}-note`}>
        {note.join(language === 'ja' ? '・' : ' · ')}
      </p>
    </div>
  );
});

interface TrackProps {
  readonly id: string;
  readonly lever: LeverFacts;
  readonly value: number;
  readonly isSet: boolean;
}

function Track({ id, lever, value, isSet }: TrackProps) {
  const language = useLanguage();
  const store = useStore();
  const { path, label, rest, seen, track } = lever;
  const [low, high] = [Math.min(track[0], value), Math.max(track[1], value)];
  const step = roundedStep((high - low) / STEPS);
  const place = (at: number): string => `${(100 * (at - low)) / (high - low)}%`;
  const name = label[language];
  const set = (next: number, dragging: boolean): void => {
    store.setLever(path, boundedValue(next, lever), { dragging });
  };
  const nudge = (steps: number): void => set(value + steps * step, false);
  return (
    <div className="track-row">
      <button
        type="button"
        aria-label={translate(language, 'page.lever.less', { name })}
        onClick={() => nudge(-LARGE)}
      >
        −
      </button>
      <div className="track">
        {seen && (
          <span
            className="track-seen"
            style={{
              left: place(Math.max(low, seen[0])),
              right: `calc(100% - ${place(Math.min(high, seen[1]))})`,
            }}
          />
        )}
        <span className="track-rest" style={{ left: place(rest) }} />
        <input
          id={id}
          type="range"
          data-lever={path}
          min={low}
          max={high}
          step={step}
          value={value}
          aria-describedby={`${id}-note`}
          aria-valuetext={leverText(value, lever, language)}
          onChange={({ target }) => set(target.valueAsNumber, true)}
          // A finger gives no focus by itself, and with it the lever keeps its place in the window.
          onPointerDown={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
          onPointerUp={() => store.endDrag()}
          onPointerCancel={() => store.endDrag()}
          onKeyUp={() => store.endDrag()}
          onBlur={() => store.endDrag()}
        />
      </div>
      <button
        type="button"
        aria-label={translate(language, 'page.lever.more', { name })}
        onClick={() => nudge(LARGE)}
      >
        +
      </button>
      <button
        type="button"
        className="lever-reset"
        disabled={!isSet}
        aria-label={translate(language, 'page.lever.reset', { name })}
        onClick={() => {
          store.setLever(path, null);
          // The button goes once there is nothing to reset; the focus would go with it.
          document.getElementById(id)?.focus();
        }}
      >
        ↺
      </button>
    </div>
  );
}

/** One, two or five times a power of ten, not above `width`. */
function roundedStep(width: number): number {
  const [lead = '1', exponent = '0'] = width.toExponential().split('e');
  const digit = Number(lead) >= 5 ? 5 : Number(lead) >= 2 ? 2 : 1;
  return Number(`${digit}e${exponent}`);
}
