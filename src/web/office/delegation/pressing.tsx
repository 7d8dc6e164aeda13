import type { DelegationView } from '../../../modules/identity/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { AnswerForm } from './answer-forms.tsx';
import { Lent } from './lent.tsx';

/** What waits for the officer's answer, and what ends within a week. */
export function Pressing({ rows }: { readonly rows: readonly DelegationView[] }) {
  const { t } = useTexts();
  return rows.map((row) => {
    const { principal, delegate, decisionNumber: number } = row;
    const days = { from: formatDate(row.fromOn), lastOn: formatDate(row.lastOn) };
    const facts = { principal, delegate, number, ...days };
    if (!row.mayAnswer)
      return (
        <Notice key={row.delegationId} tone="warning" title={t('delegation.ends-soon', facts)}>
          <p className="mc-small">{t('delegation.ends-soon.body')}</p>
        </Notice>
      );
    return (
      <Notice key={row.delegationId} tone="info" title={t(`delegation.offered.${row.kind}`, facts)}>
        <Lent row={row} />
        <p className="mc-small">{t('delegation.offered.body')}</p>
        <AnswerForm row={row} />
      </Notice>
    );
  });
}
