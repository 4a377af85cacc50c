import { useEffect, useId, useRef, useState } from 'react';
import { writeAddress } from '../../scenario/scenario-url.ts';
import { translate } from '../../show/message.ts';
import type { PinNames } from '../../show/pin-name.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';
import { LONGEST_NAME } from '../state/pin.ts';
import type { Pin } from '../state/pin.ts';

interface PinListProps {
  readonly names: readonly PinNames[];
  /** What a pin comes to, in words, by its place from 0. */
  readonly told?: (index: number, name: string) => string | undefined;
}

/** Whether pins are shown as they are or as differences from the scenario. */
export function PinSwitch() {
  const language = useLanguage();
  const store = useStore();
  const { view } = usePage();
  const name = useId();
  return (
    <fieldset className="switch">
      <legend>{translate(language, 'page.pins.shown')}</legend>
      {(['page.pins.plain', 'page.pins.differences'] as const).map((key, index) => (
        <label key={key}>
          <input
            type="radio"
            name={name}
            checked={view.differences === (index === 1)}
            onChange={() => store.setView({ differences: index === 1 })}
          />
          {translate(language, key)}
        </label>
      ))}
    </fieldset>
  );
}

/** What each pin is called and comes to, and what can be done with it. */
export function PinList({ names, told }: PinListProps) {
  const { pins } = usePage();
  return (
    <ol className="pins">
      {pins.map((pin, index) => (
        <PinEntry
          key={JSON.stringify(writeAddress(pin.scenario))}
          pin={pin}
          index={index}
          names={names[index] ?? { long: '', short: '' }}
          told={told?.(index, names[index]?.long ?? '')}
        />
      ))}
    </ol>
  );
}

interface PinEntryProps {
  readonly pin: Pin;
  readonly index: number;
  readonly names: PinNames;
  readonly told: string | undefined;
}

function PinEntry({ pin, index, names: { long, about }, told }: PinEntryProps) {
  const language = useLanguage();
  const store = useStore();
  const [isNaming, setIsNaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const label = (key: 'page.pins.load' | 'page.pins.unpin' | 'page.pins.rename'): string =>
    `${translate(language, key)}: ${index + 1} ${long}`;
  const done = (name: string | undefined, goesBack: boolean): void => {
    setIsNaming(false);
    if (name !== undefined && name !== pin.name) store.renamePin(index, name);
    if (goesBack) rename.current?.focus();
  };
  return (
    <li>
      <span className={`pin-number pin-${index + 1}`}>{index + 1}</span>
      <span>
        {isNaming ? (
          <NameField label={label('page.pins.rename')} name={pin.name} hint={about ?? long} done={done} />
        ) : (
          (told ?? long)
        )}
        {about !== undefined && !isNaming && <span className="note pin-about">{about}</span>}
      </span>
      <span className="pin-tools">
        <button
          type="button"
          aria-label={label('page.pins.load')}
          onClick={() => store.setAddress(pin.scenario)}
        >
          {translate(language, 'page.pins.load')}
        </button>
        <button
          ref={rename}
          type="button"
          aria-label={label('page.pins.rename')}
          aria-expanded={isNaming}
          onClick={() => setIsNaming(true)}
        >
          {translate(language, 'page.pins.rename')}
        </button>
        <button type="button" aria-label={label('page.pins.unpin')} onClick={() => store.unpin(index)}>
          {translate(language, 'page.pins.unpin')}
        </button>
      </span>
    </li>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint: string;
  /** Without a name where nothing was changed; whether the focus goes back to where it came from. */
  readonly done: (name: string | undefined, goesBack: boolean) => void;
}

/** Taken by Enter or by leaving it, given up by Escape; empty for a name made of what the pin holds. */
function NameField({ label, name, hint, done }: NameFieldProps) {
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  // The field loses the focus once more as it goes.
  const isOver = useRef(false);
  const end = (taken: string | undefined, goesBack: boolean): void => {
    if (isOver.current) return;
    isOver.current = true;
    done(taken, goesBack);
  };
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className="pin-name"
      type="text"
      aria-label={label}
      title={translate(language, 'page.pins.rename.hint')}
      defaultValue={name}
      placeholder={hint}
      maxLength={LONGEST_NAME}
      autoComplete="off"
      onBlur={({ target }) => end(target.value, false)}
      onKeyDown={(event) => {
        const { key, currentTarget, nativeEvent } = event;
        // Enter that ends the choice of characters of a Japanese name is no end of it.
        if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return;
        // Else the button that gets the focus would be pressed by the same key.
        event.preventDefault();
        end(key === 'Enter' ? currentTarget.value : undefined, true);
      }}
    />
  );
}
