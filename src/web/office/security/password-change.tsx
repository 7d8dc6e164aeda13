import type { Refusal } from '../../../kernel/refusal.ts';
import { useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { SecretField } from './proof-forms.tsx';

interface PasswordChangeProps {
  /** Whoever signs in at the province's issuer may have none. */
  readonly hasPassword: boolean;
  readonly refusal: Refusal | undefined;
}

/** The old password and a new one; every other machine is signed out. */
export function PasswordChange({ hasPassword, refusal }: PasswordChangeProps) {
  const { t } = useTexts();
  const problemOf = useProblems(refusal);
  return (
    <section className="mc-panel mc-stack">
      <h2>{t(hasPassword ? 'security.password' : 'security.password.set')}</h2>
      <form method="post" className="mc-stack">
        {hasPassword ? (
          <SecretField
            name="current"
            type="password"
            label={t('security.password.current')}
            autoComplete="current-password"
            problem={problemOf('/current')}
          />
        ) : null}
        <SecretField
          name="next"
          type="password"
          label={t('security.password.next')}
          hint={t('security.password.hint')}
          autoComplete="new-password"
          problem={problemOf('/next')}
        />
        <button
          type="submit"
          name="_action"
          value="password"
          className="ds-button mc-fit"
          data-variant="secondary"
        >
          {t(hasPassword ? 'security.password.change' : 'security.password.set')}
        </button>
      </form>
    </section>
  );
}
