import type { AccountView } from '../../../modules/identity/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** The accounts that share drafts and dossiers, and the way to bring one more in. */
export function Accounts({
  accounts,
  mayMerge,
}: {
  readonly accounts: readonly AccountView[];
  readonly mayMerge: boolean;
}) {
  const { t, locale } = useTexts();
  const at = (iso: string) => formatDateTime(new Date(iso), locale);
  const hosts = new Set(accounts.map(({ issuer }) => new URL(issuer).host));
  return (
    <section className="mc-stack">
      <h2>{t('account.accounts')}</h2>
      <p>{t('account.accounts.lead')}</p>
      <ul className="mc-cards">
        {accounts.map((account) => (
          <li key={account.accountId} className="mc-card">
            <div className="mc-stack mc-stack--tight">
              <p className="mc-strong">
                {t('account.accounts.name')}
                {hosts.size > 1 ? ` (${new URL(account.issuer).host})` : null}
              </p>
              <p className="mc-subtle mc-small">
                {[
                  t('account.accounts.since', { date: at(account.since) }),
                  ...(account.lastUsedAt === undefined
                    ? []
                    : [t('account.accounts.last', { date: at(account.lastUsedAt) })]),
                ].join(', ')}
              </p>
            </div>
            {account.isCurrent ? <StatusTag tone="success">{t('account.accounts.current')}</StatusTag> : null}
          </li>
        ))}
      </ul>
      {mayMerge ? (
        <form method="post" className="mc-panel mc-stack mc-stack--snug">
          <h3>{t('account.merge.title')}</h3>
          <RequestId form="gop" />
          <p>{t('account.merge.lead')}</p>
          <div>
            <button type="submit" name="intent" value="merge" className="ds-button" data-variant="secondary">
              {t('account.merge.start')}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
