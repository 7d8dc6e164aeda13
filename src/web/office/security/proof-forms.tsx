import type { Refusal } from '../../../kernel/refusal.ts';
import { useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface ProofFormProps {
  readonly refusal: Refusal | undefined;
}

/** Six digits of the authenticator app, or a recovery code. */
export function CodeForm({ refusal }: ProofFormProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-stack">
      <SecretField
        name="code"
        label={t('security.code')}
        hint={t('security.code.hint')}
        autoComplete="one-time-code"
        problem={useProblems(refusal)('/code')}
      />
      <button type="submit" className="ds-button mc-sign-in__button" data-variant="primary">
        {t('security.confirm')}
      </button>
    </form>
  );
}

/** The password once more, for accounts without a second factor. */
export function PasswordForm({ refusal }: ProofFormProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-stack">
      <SecretField
        name="password"
        type="password"
        label={t('sign-in.office.password')}
        autoComplete="current-password"
        problem={useProblems(refusal)('/password')}
      />
      <button type="submit" className="ds-button mc-sign-in__button" data-variant="primary">
        {t('security.confirm')}
      </button>
    </form>
  );
}

interface SecretFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autoComplete: string;
  readonly problem: string | undefined;
}

/** Something only its owner knows; never filled in again after a refusal. */
export function SecretField({ name, label, hint, type = 'text', autoComplete, problem }: SecretFieldProps) {
  const described = [hint && `${name}-goi-y`, problem && `${name}-loi`].filter(Boolean).join(' ');
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor={name}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${name}-goi-y`} className="mc-subtle mc-small">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        className="ds-input"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={described || undefined}
      />
      {problem === undefined ? null : (
        <p id={`${name}-loi`} className="ds-validation-message" data-color="danger">
          {problem}
        </p>
      )}
    </div>
  );
}
