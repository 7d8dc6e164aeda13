import type { DelegationView } from '../../../modules/identity/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { delegationsHome } from './addresses.ts';

/** Taking what was offered, or not. */
export function AnswerForm({ row }: { readonly row: DelegationView }) {
  const { t } = useTexts();
  if (!row.mayAnswer) return null;
  return (
    <form method="post" action={delegationsHome} className="mc-row">
      <RequestId form={`answer ${row.delegationId}`} />
      <input type="hidden" name="delegationId" value={row.delegationId} />
      <button type="submit" name="intent" value="accept" className="ds-button" data-variant="primary">
        {t('delegation.accept')}
      </button>
      <button type="submit" name="intent" value="decline" className="ds-button" data-variant="tertiary">
        {t('delegation.decline')}
      </button>
    </form>
  );
}

/** Ending it at once, with a reason; what is only offered is answered instead. */
export function EndForm({ row }: { readonly row: DelegationView }) {
  const { t } = useTexts();
  if (!row.mayEnd || row.mayAnswer) return null;
  const people = { principal: row.principal, delegate: row.delegate };
  return (
    <Disclosure summary={t(row.side === 'delegate' ? 'delegation.give-back' : 'delegation.end')}>
      <form method="post" action={delegationsHome} className="mc-stack mc-stack--tight">
        <RequestId form={`end ${row.delegationId}`} />
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="delegationId" value={row.delegationId} />
        <TextField name="reason" id={`ly-do-${row.delegationId}`} label={t('delegation.field.reason')} />
        <button
          type="submit"
          className="ds-button"
          data-variant="secondary"
          aria-label={t('delegation.end.of', people)}
        >
          {t('delegation.end.do')}
        </button>
      </form>
    </Disclosure>
  );
}
