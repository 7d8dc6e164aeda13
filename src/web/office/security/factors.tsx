import type { Refusal } from '../../../kernel/refusal.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moments.tsx';
import type { QrPath } from '../../ui/qr-path.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { TotpCode } from './totp-set-up.tsx';

interface FactorsProps {
  readonly factors: readonly {
    readonly factorId: string;
    readonly kind: 'totp' | 'passkey';
    readonly label: string;
    readonly createdAt: string;
    readonly lastUsedAt?: string;
  }[];
  readonly demanded: boolean;
  readonly enrolment: { readonly qr: QrPath; readonly secret: string } | undefined;
  readonly refusal: Refusal | undefined;
}

/** Apps and passkeys of the account, and adding one. */
export function Factors({ factors, demanded, enrolment, refusal }: FactorsProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-stack">
      <h2>{t('security.factors')}</h2>
      <p>{t(demanded ? 'security.factors.demanded' : 'security.factors.free')}</p>
      {factors.length === 0 ? (
        <EmptyState title={t('security.factors.none')}>
          <p>{t('security.factors.none.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {factors.map(({ factorId, kind, label, createdAt, lastUsedAt }) => (
            <li key={factorId} className="mc-card mc-row mc-row--apart">
              <div className="mc-stack mc-stack--tight">
                <strong>{label}</strong>
                <span className="mc-subtle mc-small">
                  {t(`security.kind.${kind}`)} · {t('security.since')} <DateTime at={new Date(createdAt)} />
                  {lastUsedAt === undefined ? null : (
                    <>
                      {' '}
                      · {t('security.last-used')} <DateTime at={new Date(lastUsedAt)} />
                    </>
                  )}
                </span>
              </div>
              <form method="post">
                <input type="hidden" name="factorId" value={factorId} />
                <button
                  type="submit"
                  name="_action"
                  value="drop"
                  className="ds-button"
                  data-variant="tertiary"
                  aria-label={t('security.drop-named', { label })}
                >
                  {t('security.drop')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {enrolment === undefined ? (
        <form method="post">
          <button type="submit" name="_action" value="enrol" className="ds-button" data-variant="secondary">
            {t('security.add-app')}
          </button>
        </form>
      ) : (
        <TotpCode enrolment={enrolment} refusal={refusal} action="confirm" />
      )}
      <PasskeyButton kind="add" returnPath="/can-bo/bao-mat?xong=passkey" />
    </section>
  );
}
