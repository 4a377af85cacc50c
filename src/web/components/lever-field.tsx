import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LeverFacts } from '../../answers/lever-facts.ts';
import type { LeverValue } from '../../scenario/scenario.ts';
import { leverText, typedNumber, typedText } from '../../show/lever-text.ts';
import { useLanguage, useStore } from '../page-context.ts';

interface LeverFieldProps {
  readonly lever: LeverFacts;
  readonly value: LeverValue;
}

/** The value of a lever as people write it, and as a plain number in the lever’s unit, or in percent, once somebody types. */
export function LeverField({ lever, value }: LeverFieldProps) {
  const language = useLanguage();
  const store = useStore();
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isTyping = typed !== null;
  const number = typedText(boundedValue(middleOf(value), lever), lever);
  // As soon as the number stands there and not a frame later: selecting takes the focus back from wherever it went.
  useLayoutEffect(() => {
    if (isTyping) field.current?.select();
  }, [isTyping]);
  const finish = (): void => {
    store.endDrag();
    setTyped(null);
  };
  return (
    <input
      ref={field}
      type="text"
      inputMode="decimal"
      className="lever-field"
      size={8}
      aria-label={lever.label[language]}
      value={typed ?? leverText(value, lever, language)}
      onFocus={() => setTyped(number)}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = typedNumber(target.value, lever);
        if (next !== undefined) store.setLever(lever.path, boundedValue(next, lever), { dragging: true });
      }}
      onBlur={finish}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Enter' && key !== 'Escape') return;
        flushSync(() => {
          store.endDrag();
          setTyped(number);
        });
        currentTarget.select();
      }}
    />
  );
}

/** Of a range its middle, as it is drawn from; a choice has none. */
export function middleOf(value: LeverValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return 0;
  return value.kind === 'triangular' ? value.mode : (value.low + value.high) / 2;
}

/** Inside the limits of a lever; six digits are more than anybody sets, and none of them comes from adding steps. */
export function boundedValue(value: number, { minimum, maximum }: LeverFacts): number {
  return Math.min(maximum, Math.max(minimum, Number(value.toPrecision(6))));
}
