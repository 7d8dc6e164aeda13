import type { ReactNode } from 'react';
import type { Refusal } from '../../kernel/refusal.ts';
import { translateRefusal } from '../../texts/translate.ts';
import { useTexts } from './use-texts.ts';

export interface FieldProps {
  /** Name in the form. */
  readonly name: string;
  /** Id of the control, where the name alone is not unique on the page. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
  /** The form it belongs to, when it stands outside of it. */
  readonly form?: string;
}

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'date' | 'email';
  readonly inputMode?: 'numeric' | 'tel';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly list?: string;
  /** Narrow, for counts. */
  readonly isCount?: boolean;
}

/** One line of text with its label, hint and what is wrong with it. */
export function TextField({ value, type = 'text', autoComplete = 'off', isCount, ...props }: TextFieldProps) {
  const { name, id = name, inputMode, placeholder, autoFocus, list, form } = props;
  return (
    <LabelledField {...props}>
      <input
        className={isCount === true ? 'ds-input mc-count' : 'ds-input'}
        {...{ id, name, type, inputMode, autoComplete, placeholder, list, form }}
        // biome-ignore lint/a11y/noAutofocus: the counter types at once; the page has nothing to read before it
        autoFocus={autoFocus}
        defaultValue={value}
        spellCheck={false}
        {...described(props)}
      />
    </LabelledField>
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  rows = 3,
  ...props
}: FieldProps & { value?: string | undefined; rows?: number }) {
  const { name, id = name, form } = props;
  return (
    <LabelledField {...props}>
      <textarea
        className="ds-input"
        {...{ id, name, rows, form }}
        defaultValue={value}
        {...described(props)}
      />
    </LabelledField>
  );
}

export interface SelectFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Words of the empty choice; without them the first option is chosen. */
  readonly empty?: string;
}

/** One of many. */
export function SelectField({ value, options, empty, ...props }: SelectFieldProps) {
  const { name, id = name, form } = props;
  return (
    <LabelledField {...props}>
      <select className="ds-input" {...{ id, name, form }} defaultValue={value} {...described(props)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}

export interface TickProps {
  readonly name: string;
  readonly id?: string;
  readonly label: ReactNode;
  readonly checked?: boolean;
  readonly form?: string | undefined;
  readonly value?: string;
  readonly type?: 'checkbox' | 'radio';
}

/** A box to tick, or one of several. */
export function Tick({ name, id = name, label, checked, form, value, type = 'checkbox' }: TickProps) {
  return (
    <div className="ds-field mc-option">
      <input className="ds-input" {...{ id, name, form, value, type }} defaultChecked={checked} />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

/** What a refusal says of one field, in words; undefined when it says nothing. */
export function useProblems(refusal: Refusal | undefined): (pointer: string) => string | undefined {
  const { locale } = useTexts();
  return (pointer) => {
    const field = refusal?.fields?.find((each) => each.pointer === pointer);
    return field && translateRefusal(locale, field);
  };
}

function LabelledField({ children, ...props }: FieldProps & { readonly children: ReactNode }) {
  const { t } = useTexts();
  const { name, id = name, label, hint, problem, isOptional } = props;
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor={id}>
        {label}
        {isOptional === true ? <span className="mc-subtle"> ({t('common.optional')})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-goi-y`} className="mc-subtle mc-small">
          {hint}
        </p>
      )}
      {children}
      {problem === undefined ? null : (
        <p id={`${id}-loi`} className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
    </div>
  );
}

function described({ name, id = name, hint, problem }: FieldProps) {
  const parts = [
    ...(hint === undefined ? [] : [`${id}-goi-y`]),
    ...(problem === undefined ? [] : [`${id}-loi`]),
  ];
  return {
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
  } as const;
}
