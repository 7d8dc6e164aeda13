import type { ReactNode } from 'react';
import type { AnswerField } from '../../../modules/forms/contract.ts';
import { fieldId } from '../error-summary.tsx';
import { Icon } from '../icon.tsx';
import { useTexts } from '../use-texts.ts';
import { useFormState } from './form-state.ts';

/** Where a control stands: its field, the pointer of its answer and the value it begins with. */
export interface ControlProps<Field = AnswerField> {
  readonly field: Field;
  readonly pointer: string;
  readonly value: unknown;
}

/** What every control says about itself: name, id, error and description, tied for assistive technology. */
export function useControl(pointer: string, hint?: string) {
  const { problems, required, marked } = useFormState();
  const id = fieldId(pointer);
  const problem = problems.get(pointer);
  const isMarked = marked.has(pointer);
  const described = [
    hint === undefined ? undefined : `${id}-goi-y`,
    isMarked ? `${id}-nguon` : undefined,
    problem === undefined ? undefined : `${id}-loi`,
  ].filter((part) => part !== undefined);
  return {
    id,
    problem,
    isMarked,
    required: required.has(pointer),
    described: described.length > 0 ? described.join(' ') : undefined,
  };
}

/** A label with its single control. */
export function LabelledControl(props: {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}) {
  const { id } = useControl(props.pointer, props.hint);
  return (
    <div className="ds-field mc-field">
      <label className="ds-label" htmlFor={id}>
        <LabelText {...props} />
      </label>
      <FieldNotes pointer={props.pointer} hint={props.hint} />
      {props.children}
    </div>
  );
}

/** A question with several controls: its label is the legend, and links to it put the focus on the group. */
export function ControlGroup(props: {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { id, described } = useControl(props.pointer, props.hint);
  return (
    <fieldset
      className={`ds-fieldset mc-field ${props.className ?? ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend className="ds-label">
        <LabelText {...props} />
      </legend>
      <FieldNotes pointer={props.pointer} hint={props.hint} />
      {props.children}
    </fieldset>
  );
}

function LabelText({ pointer, label }: { readonly pointer: string; readonly label: string }) {
  const { t } = useTexts();
  const { required } = useControl(pointer);
  return (
    <>
      {label}
      {required ? null : <span className="mc-field__optional"> ({t('common.optional')})</span>}
    </>
  );
}

/** Hint, source of a prefilled answer, and error, above the control. */
function FieldNotes({ pointer, hint }: { readonly pointer: string; readonly hint?: string | undefined }) {
  const { t } = useTexts();
  const { id, problem, isMarked } = useControl(pointer, hint);
  return (
    <>
      {hint === undefined ? null : (
        <p data-field="description" id={`${id}-goi-y`}>
          {hint}
        </p>
      )}
      {isMarked ? (
        <p className="mc-field__source" id={`${id}-nguon`}>
          <Icon name="user" /> {t('form.from-account')}
        </p>
      ) : null}
      {problem === undefined ? null : (
        <p className="ds-validation-message" id={`${id}-loi`}>
          {problem}
        </p>
      )}
    </>
  );
}
