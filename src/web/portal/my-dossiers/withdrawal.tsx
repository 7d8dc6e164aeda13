import type { Refusal } from '../../../kernel/refusal.ts';
import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface WithdrawalProps {
  readonly dossier: CitizenDossierView;
  readonly refusal: Refusal | undefined;
  readonly reason: string | undefined;
}

/** Asking for the dossier back, thinking better of it, and what the office answered. */
export function Withdrawal({ dossier, refusal, reason }: WithdrawalProps) {
  const { t } = useTexts();
  const { withdrawal, phase } = dossier;
  const problem = useProblems(refusal);
  if (phase !== 'accepted' && phase !== 'inProcess') return null;
  if (withdrawal !== undefined && withdrawal.closedAs === undefined) {
    return (
      <form method="post" className="mc-stack mc-stack--tight">
        <RequestId form={`thoi-rut ${withdrawal.requestId}`} />
        <input type="hidden" name="withdrawalId" value={withdrawal.requestId} />
        <p>{t('my-dossiers.withdrawal.open', { reason: withdrawal.reason })}</p>
        <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="take-back">
          {t('my-dossiers.withdrawal.take-back')}
        </button>
      </form>
    );
  }
  return (
    <>
      {withdrawal?.closedAs === 'declined' ? (
        <Notice tone="info" title={t('my-dossiers.withdrawal.declined')}>
          <p>{withdrawal.answer}</p>
        </Notice>
      ) : null}
      <Disclosure summary={t('my-dossiers.withdrawal.ask')} open={refusal !== undefined}>
        <form method="post" className="mc-stack mc-stack--tight">
          <RequestId form={`xin-rut ${dossier.dossierId}`} />
          <p className="mc-small">{t('my-dossiers.withdrawal.effect')}</p>
          <TextArea
            name="reason"
            label={t('my-dossiers.withdrawal.reason')}
            value={reason}
            problem={problem('/reason')}
            rows={2}
          />
          <button className="ds-button" data-variant="secondary" type="submit" name="intent" value="withdraw">
            {t('my-dossiers.withdrawal.send')}
          </button>
        </form>
      </Disclosure>
    </>
  );
}
