import { type ReactNode, useEffect, useState } from 'react';

interface DetailProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A text that is read when its box is left. */
export function DetailText({
  value,
  onWritten,
  lines,
  isNumber,
  ...props
}: DetailProps & {
  readonly value: string;
  readonly onWritten: (text: string) => void;
  readonly lines?: number;
  readonly isNumber?: boolean;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const shared = {
    id: props.id,
    name: props.name,
    value: text,
    spellCheck: false,
    'aria-describedby': props.hint === undefined ? undefined : `${props.id}-goi-y`,
    onBlur: () => text !== value && onWritten(text),
  };
  return (
    <Detail {...props}>
      {lines === undefined ? (
        <input
          className="ds-input"
          data-size="sm"
          inputMode={isNumber === true ? 'decimal' : undefined}
          autoComplete="off"
          {...shared}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <textarea
          className="ds-input"
          data-size="sm"
          rows={lines}
          {...shared}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </Detail>
  );
}

/** One of many; `empty` are the words of none. */
export function DetailSelect({
  value,
  options,
  empty = '–',
  onChosen,
  ...props
}: DetailProps & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty?: string;
  readonly onChosen: (value: string) => void;
}) {
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <Detail {...props}>
      <select
        className="ds-input"
        data-size="sm"
        id={props.id}
        name={props.name}
        value={value}
        onChange={(event) => onChosen(event.currentTarget.value)}
      >
        <option value="">{empty}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Detail>
  );
}

/** Several of few. */
export function DetailTicks({
  id,
  name,
  label,
  hint,
  chosen,
  options,
  onChosen,
}: DetailProps & {
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChosen: (values: readonly string[]) => void;
}) {
  return (
    <fieldset className="mc-steps__ticks">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="mc-subtle mc-small">{hint}</p>}
      {options.map(({ value, label: words }) => (
        <label key={value} htmlFor={`${id}.${value}`}>
          <input
            type="checkbox"
            className="ds-input"
            id={`${id}.${value}`}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChosen(
                event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
              )
            }
          />{' '}
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Detail({ id, label, hint, children }: DetailProps & { readonly children: ReactNode }) {
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" data-size="sm" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-goi-y`} className="mc-subtle mc-small">
          {hint}
        </p>
      )}
    </div>
  );
}
