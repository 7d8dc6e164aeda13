import { useEffect, useRef } from 'react';
import type { FieldRefusal, Refusal } from '../../kernel/refusal.ts';
import { translateRefusal } from '../../texts/translate.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './use-texts.ts';

export interface ErrorSummaryProps {
  readonly refusal: Refusal | undefined;
  /** Id of the element a field's error points at; default: the pointer without its slash, `/a/b` → `a.b`. */
  readonly idOf?: (pointer: string) => string;
  /** What the form calls a field: stands before sentences that do not name it (`input.…`). */
  readonly labelOf?: (pointer: string) => string | undefined;
}

/** What was refused, on top of the form, focused, each line a link to its field. Nothing without a refusal. */
export function ErrorSummary({ refusal, idOf = fieldId, labelOf }: ErrorSummaryProps) {
  const { t, locale } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal !== undefined) box.current?.focus();
  }, [refusal]);
  if (refusal === undefined) return null;
  const fields = refusal.fields ?? [];
  const title =
    fields.length === 0 ? t('common.refused') : t('common.error-summary', { count: fields.length });
  return (
    // biome-ignore lint/a11y/noAutofocus: without script this is what brings the person to the error
    <div ref={box} className="mc-errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="tom-tat-loi">
      <h2 id="tom-tat-loi">
        <Icon name="alert" /> {title}
      </h2>
      {fields.length === 0 ? <p>{translateRefusal(locale, refusal)}</p> : null}
      {refusal.type === 'identity.step-up-needed' ? <ProofLink /> : null}
      {fields.length === 0 ? null : (
        <ul>
          {fields.map((field) => (
            <li key={`${field.pointer} ${field.type}`}>
              <a href={`#${idOf(field.pointer)}`}>
                {fieldName(field, labelOf) + translateRefusal(locale, field)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** In a tab of its own, so that what was filled in here stays: then the same button once more. */
function ProofLink() {
  const { t } = useTexts();
  return (
    <p>
      <a href="/can-bo/xac-thuc?tiep=/can-bo/bao-mat" target="_blank" rel="noreferrer">
        {t('security.prove-in-new-tab')}
      </a>
    </p>
  );
}

function fieldName({ pointer, type }: FieldRefusal, labelOf: ErrorSummaryProps['labelOf']): string {
  const label = type.startsWith('input.') ? labelOf?.(pointer) : undefined;
  return label === undefined ? '' : `${label}: `;
}

/** The id a form gives the control of a field, by its pointer. */
export function fieldId(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.');
}
