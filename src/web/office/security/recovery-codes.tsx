import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface RecoveryCodesProps {
  readonly left: number;
  /** Just made: shown this once. */
  readonly codes: readonly string[] | undefined;
}

/** Codes on paper for the day the telephone is lost. */
export function RecoveryCodes({ left, codes }: RecoveryCodesProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-stack">
      <h2>{t('security.recovery')}</h2>
      <p>{t('security.recovery.body')}</p>
      {codes === undefined ? (
        <p>{t('security.recovery.left', { count: left })}</p>
      ) : (
        <Notice tone="warning" announced title={t('security.recovery.once')}>
          <ul className="mc-codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post">
        <button type="submit" name="_action" value="recovery" className="ds-button" data-variant="secondary">
          {t('security.recovery.make')}
        </button>
      </form>
    </section>
  );
}
