import { useId, useLayoutEffect, useRef } from 'react';

interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly type?: 'text' | 'search';
  /** Called when somebody has done typing. */
  readonly commit: (value: string) => void;
}

/** A field that is taken when it is left or Enter is pressed: what stands half typed asks nothing. */
export function TypedField({ label, value, hint, type = 'text', commit }: TypedFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // Another value from outside, as of another link, takes the place of what was typed; the field and its focus stay.
  useLayoutEffect(() => {
    const input = field.current;
    if (input && input.value !== value) input.value = value;
  }, [value]);
  return (
    <span className="typed-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type={type}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        onBlur={({ target }) => target.value !== value && commit(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && commit(currentTarget.value)}
      />
    </span>
  );
}
