import type { HTMLAttributes } from 'react';
import type { NumberField, PlainField, TextField } from '../../../modules/forms/contract.ts';
import { useTexts } from '../use-texts.ts';
import { type ControlProps, LabelledControl, useControl } from './field-shell.tsx';
import { useFormState } from './form-state.ts';

type OneLineField = TextField | NumberField | PlainField;

/** One box of text: texts, names, numbers, telephone, e-mail, identity number. */
export function TextControl({ field, pointer, value }: ControlProps<OneLineField>) {
  const { t } = useTexts();
  const hint = field.help ?? (field.kind === 'identityNumber' ? t('form.identity-hint') : undefined);
  const { id, problem, described } = useControl(pointer, hint);
  const { isOwn } = useFormState();
  const shared = {
    id,
    name: id,
    className: 'ds-input',
    defaultValue: textOf(value),
    autoComplete: (isOwn && purposeOf(field)) || 'off',
    'aria-invalid': problem === undefined ? undefined : true,
    'aria-describedby': described,
  };
  return (
    <LabelledControl pointer={pointer} label={field.label} hint={hint}>
      {field.kind === 'longText' ? (
        <textarea {...shared} rows={4} />
      ) : (
        <span className="mc-field__line" data-kind={field.kind}>
          <input {...shared} {...settings[field.kind]} />
          {'unit' in field ? <span>{field.unit}</span> : null}
          {field.kind === 'money' ? <span>đ</span> : null}
        </span>
      )}
    </LabelledControl>
  );
}

const purposes: Readonly<Record<string, string>> = {
  'person.fullName': 'name',
  'person.phone': 'tel',
  'person.email': 'email',
};

/** What of the person the field asks, as browsers know it (WCAG 1.3.5); undefined when it may be about somebody else. */
function purposeOf({ prefill = [] }: OneLineField): string | undefined {
  const [first] = prefill;
  return first !== undefined && 'from' in first && first.when === undefined
    ? purposes[first.from]
    : undefined;
}

type Setting = { readonly type: string; readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'] };

const settings: Record<Exclude<OneLineField['kind'], 'longText'>, Setting> = {
  text: { type: 'text' },
  personName: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  money: { type: 'text', inputMode: 'numeric' },
  identityNumber: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'tel' },
  email: { type: 'email' },
};

/** A value as its box begins: numbers with the Vietnamese decimal comma. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}
