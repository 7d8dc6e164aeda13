import type { FormField } from '../../../modules/forms/contract.ts';
import { AddressControl } from './address-control.tsx';
import { ChoiceControl, YesNoControl } from './choice-control.tsx';
import { DateControl } from './date-control.tsx';
import { useFormState } from './form-state.ts';
import { RepeatControl } from './repeat-control.tsx';
import { TextControl } from './text-control.tsx';

export interface FormFieldsProps {
  readonly fields: readonly FormField[];
  /** Answers of this level: the form's, or one row's. */
  readonly level: Readonly<Record<string, unknown>>;
  /** Pointer of the level: empty for the form. */
  readonly base?: string;
}

/** The visible fields of a page or a row, in order. */
export function FormFields({ fields, level, base = '' }: FormFieldsProps) {
  const { visible } = useFormState();
  return fields
    .filter((field) => visible.has(`${base}/${field.key}`))
    .map((field) => (
      <OneField key={field.key} field={field} level={level} pointer={`${base}/${field.key}`} />
    ));
}

function OneField(props: {
  readonly field: FormField;
  readonly level: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}) {
  const { field, level, pointer } = props;
  const value = level[field.key];
  switch (field.kind) {
    case 'section':
    case 'attachment':
      return null;
    case 'heading':
      return (
        <div className="mc-field__heading">
          <h2>{field.label}</h2>
          {field.help === undefined ? null : <p>{field.help}</p>}
        </div>
      );
    case 'date':
    case 'partialDate':
      return <DateControl field={field} pointer={pointer} value={value} />;
    case 'choice':
    case 'multiChoice':
      return <ChoiceControl field={field} pointer={pointer} value={value} />;
    case 'yesNo':
      return <YesNoControl field={field} pointer={pointer} value={value} />;
    case 'address':
      return <AddressControl field={field} pointer={pointer} value={value} level={level} />;
    case 'repeat':
      return (
        <RepeatControl
          field={field}
          pointer={pointer}
          value={value}
          fieldsOf={(row, base) => <FormFields fields={field.fields} level={row} base={base} />}
        />
      );
    default:
      return <TextControl field={field} pointer={pointer} value={value} />;
  }
}
