import type { Refusal } from '../../../kernel/refusal.ts';
import { useProblems } from '../../ui/fields.tsx';
import type { QrPath } from '../../ui/qr-path.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { SecretField } from './proof-forms.tsx';

interface TotpSetUpProps {
  readonly enrolment: { readonly qr: QrPath; readonly secret: string } | undefined;
  readonly refusal: Refusal | undefined;
}

/** The account's first app. Begins with a button, so that merely looking changes nothing. */
export function TotpSetUp({ enrolment, refusal }: TotpSetUpProps) {
  const { t } = useTexts();
  if (enrolment) return <TotpCode enrolment={enrolment} refusal={refusal} action="first" />;
  return (
    <form method="post" className="mc-panel mc-stack">
      <p>{t('security.enrol.app')}</p>
      <button
        type="submit"
        name="_action"
        value="enrol"
        className="ds-button mc-sign-in__button"
        data-variant="primary"
      >
        {t('security.enrol.begin')}
      </button>
    </form>
  );
}

interface TotpCodeProps {
  readonly enrolment: NonNullable<TotpSetUpProps['enrolment']>;
  readonly refusal: Refusal | undefined;
  readonly action: 'first' | 'confirm';
}

/** The QR code, the same for typing in, and the first code. */
export function TotpCode({ enrolment: { qr, secret }, refusal, action }: TotpCodeProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-stack">
      <p>{t('security.enrol.scan')}</p>
      <svg
        className="mc-qr"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t('security.enrol.qr')}
      >
        <path d={qr.path} />
      </svg>
      <p>
        {t('security.enrol.type')} <code className="mc-code">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <SecretField
        name="code"
        label={t('security.enrol.first-code')}
        autoComplete="one-time-code"
        problem={useProblems(refusal)('/code')}
      />
      <button
        type="submit"
        name="_action"
        value={action}
        className="ds-button mc-sign-in__button"
        data-variant="primary"
      >
        {t('security.confirm')}
      </button>
    </form>
  );
}
