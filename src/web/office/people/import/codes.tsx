import type { ActivationSlip } from '../../../../modules/identity/contract.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

/**
 * Asks for codes for accounts the import opened. The accounts stand in the form: sent twice it makes new codes for the same
 * people, and those shown last are the good ones.
 */
export function IssueCodes({ accountIds }: { readonly accountIds: readonly string[] }) {
  const { t } = useTexts();
  const count = accountIds.length;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="ma-kich-hoat">
      <h2 id="ma-kich-hoat">{t('people.import.codes')}</h2>
      <form method="post" className="mc-panel mc-stack mc-stack--snug">
        <RequestId form="cap-ma" />
        <input type="hidden" name="accountIds" value={accountIds.join()} />
        <p>{t('people.import.codes.body', { count })}</p>
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('people.import.codes.issue', { count })}
        </button>
      </form>
    </section>
  );
}

interface CodeSheetProps {
  readonly slips: readonly ActivationSlip[];
  /** Where a code is typed in. */
  readonly link: string;
}

/** The codes just made, to be printed and cut. */
export function CodeSheet({ slips, link }: CodeSheetProps) {
  const { t } = useTexts();
  const title = t('people.import.codes.print', { count: slips.length });
  const columns: readonly Column<ActivationSlip>[] = [
    { key: 'name', header: t('people.name'), isName: true, cell: ({ name }) => name },
    { key: 'unit', header: t('people.post.unit'), cell: ({ unit }) => unit },
    { key: 'login', header: t('people.login'), cell: ({ login }) => login },
    {
      key: 'code',
      header: t('people.code'),
      cell: ({ code }) => <code className="mc-number">{code}</code>,
    },
  ];
  return (
    <section className="mc-notice" data-tone="warning" aria-labelledby="phieu" role="status">
      <div className="mc-stack mc-stack--snug">
        <h2 id="phieu">{title}</h2>
        <p>{t('people.import.codes.link', { link })}</p>
        <DataTable caption={title} columns={columns} rows={slips} keyOf={({ accountId }) => accountId} />
      </div>
    </section>
  );
}
