import type { Refusal } from '../../../kernel/refusal.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import { useTexts } from '../../ui/use-texts.ts';

export interface LookUpFormProps {
  readonly code: string;
  readonly refusal: Refusal | undefined;
}

/** Code and second fact, sent in the body: the fact must not stand in an address. */
export function LookUpForm({ code, refusal }: LookUpFormProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-stack">
      <Field
        name="code"
        label={t('look-up.code')}
        hint={t('look-up.code.hint')}
        value={code}
        refusal={refusal}
      />
      <Field
        name="secondFact"
        label={t('look-up.second-fact')}
        hint={t('look-up.second-fact.hint')}
        value=""
        refusal={refusal}
        inputMode="numeric"
      />
      <button type="submit" className="ds-button mc-fit" data-variant="primary">
        {t('look-up.submit')}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly refusal: Refusal | undefined;
  readonly inputMode?: 'numeric';
}

function Field({ name, label, hint, value, refusal, inputMode }: FieldProps) {
  const { locale } = useTexts();
  const wrong = refusal?.fields?.find(({ pointer }) => pointer === `/${name}`);
  const described = [`${name}-hint`, ...(wrong === undefined ? [] : [`${name}-error`])].join(' ');
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor={name}>
        {label}
      </label>
      <p id={`${name}-hint`} className="mc-subtle mc-small">
        {hint}
      </p>
      <input
        id={name}
        name={name}
        className="ds-input"
        defaultValue={value}
        required
        autoComplete="off"
        spellCheck={false}
        inputMode={inputMode}
        aria-describedby={described}
        aria-invalid={wrong === undefined ? undefined : true}
      />
      {wrong === undefined ? null : (
        <p id={`${name}-error`} className="ds-validation-message">
          {translateRefusal(locale, wrong)}
        </p>
      )}
    </div>
  );
}
