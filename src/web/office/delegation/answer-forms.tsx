import type { Refusal } from '../../../kernel/refusal.ts';
import type { DelegationView } from '../../../modules/identity/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
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

/** One that was to be ended and was refused, with what was typed. */
export interface RefusedEnd {
  readonly delegationId: string;
  readonly reason: string;
  readonly refusal: Refusal | undefined;
}

/** Id of the field that asks why one is ended. */
export function endReasonId(delegationId: string): string {
  return `ly-do-${delegationId}`;
}

interface EndFormProps {
  readonly row: DelegationView;
  readonly refused?: RefusedEnd | undefined;
}

/** Ending it at once, with a reason; what is only offered is answered instead. */
export function EndForm({ row, refused }: EndFormProps) {
  const { t } = useTexts();
  const told = refused?.delegationId === row.delegationId ? refused : undefined;
  const problem = useProblems(told?.refusal);
  if (!row.mayEnd || row.mayAnswer) return null;
  const people = { principal: row.principal, delegate: row.delegate };
  return (
    <Disclosure
      summary={t(row.side === 'delegate' ? 'delegation.give-back' : 'delegation.end')}
      open={told !== undefined}
    >
      <form method="post" action={delegationsHome} className="mc-stack mc-stack--tight">
        <RequestId form={`end ${row.delegationId}`} />
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="delegationId" value={row.delegationId} />
        <TextField
          name="reason"
          id={endReasonId(row.delegationId)}
          label={t('delegation.field.reason')}
          value={told?.reason}
          problem={problem('/reason')}
        />
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
