import type { Refusal } from '../../../kernel/refusal.ts';
import type { ErasureListView } from '../../../modules/privacy/contract.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface ConfirmProps {
  readonly list: ErasureListView;
  readonly refusal: Refusal | undefined;
  readonly typed: Readonly<Record<'decisionNumber' | 'decidedOn', string>> | undefined;
}

/** The second step: under which decision, and what goes. */
export function Confirm({ list, refusal, typed }: ConfirmProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <form method="post" className="mc-panel mc-stack mc-form mc-no-print" aria-labelledby="xac-nhan">
      <RequestId form="xac nhan danh muc" />
      <h2 id="xac-nhan">{t('retention.confirm.title')}</h2>
      <Notice tone="danger">
        <p>{t('retention.confirm.what', { count: list.items })}</p>
      </Notice>
      <TextField
        name="decisionNumber"
        label={t('retention.confirm.number')}
        value={typed?.decisionNumber}
        problem={problem('/decisionNumber')}
      />
      <TextField
        name="decidedOn"
        type="date"
        label={t('retention.confirm.on')}
        value={typed?.decidedOn}
        problem={problem('/decidedOn')}
      />
      <div>
        <button className="ds-button" data-variant="primary" data-color="danger" type="submit">
          {t('retention.confirm')}
        </button>
      </div>
    </form>
  );
}
