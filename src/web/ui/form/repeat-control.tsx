import type { ReactNode } from 'react';
import type { RepeatField } from '../../../modules/forms/contract.ts';
import { Icon } from '../icon.tsx';
import { useTexts } from '../use-texts.ts';
import { ControlGroup, type ControlProps, useControl } from './field-shell.tsx';
import { useFormState } from './form-state.ts';

interface RepeatControlProps extends ControlProps<RepeatField> {
  /** The fields of one row: its answers and the pointer to it. */
  readonly fieldsOf: (level: Readonly<Record<string, unknown>>, base: string) => ReactNode;
}

/** Rows of a repeated block. The buttons send the form; with script the rows change on the spot. */
export function RepeatControl({ field, pointer, value, fieldsOf }: RepeatControlProps) {
  const { t } = useTexts();
  const { rows } = useFormState();
  const { id } = useControl(pointer);
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  const keys = rows.keysOf(field.key);
  return (
    <ControlGroup pointer={pointer} label={field.label} hint={field.help} className="mc-repeat">
      <input type="hidden" name={`${id}.rows`} value={given.length} />
      {given.map((row, index) => (
        <fieldset
          key={keys?.[index] ?? index}
          className="ds-fieldset mc-repeat__row"
          id={`${id}.${index}`}
          tabIndex={-1}
        >
          <legend className="ds-label">
            {field.itemLabel} {index + 1}
          </legend>
          {fieldsOf(isLevel(row) ? row : {}, `${pointer}/${index}`)}
          {given.length > field.min ? (
            <RowButton
              change={`remove:${field.key}:${index}`}
              text={t('form.remove-row', { item: field.itemLabel.toLowerCase(), number: index + 1 })}
            />
          ) : null}
        </fieldset>
      ))}
      {given.length < field.max ? (
        <RowButton
          change={`add:${field.key}`}
          text={t('form.add-row', { item: field.itemLabel.toLowerCase() })}
          add
        />
      ) : null}
    </ControlGroup>
  );
}

function RowButton({
  change,
  text,
  add = false,
}: {
  readonly change: string;
  readonly text: string;
  readonly add?: boolean;
}) {
  const { rows } = useFormState();
  return (
    <button
      className="ds-button mc-repeat__button"
      data-variant={add ? 'secondary' : 'tertiary'}
      type="submit"
      name="_action"
      value={change}
      formNoValidate
      onClick={(event) => {
        event.preventDefault();
        rows.change(change);
      }}
    >
      {add ? <Icon name="plus" /> : null} {text}
    </button>
  );
}

function isLevel(row: unknown): row is Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}
