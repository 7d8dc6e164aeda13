import { stopGrounds } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { sentTo } from './sent.ts';
import { SignerField } from './signer-field.tsx';

/** Ends the dossier without a result, with its notice. */
export function StopForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'stop');
  const problem = useProblems(refusal);
  const wishes = view.actions.some((each) => each.action === 'declineWithdrawal');
  return (
    <Disclosure summary={t('office.act.stop.open')} open={refusal !== undefined}>
      <ActionForm
        action={action}
        queue={queue}
        expectedVersion={view.version}
        effect={t('office.effect.stop')}
      >
        <SelectField
          name="ground"
          id="stop.ground"
          label={t('office.stop.ground')}
          options={stopGrounds.map((ground) => ({ value: ground, label: t(`office.stop.ground.${ground}`) }))}
          value={typed.ground ?? (wishes ? 'requested' : 'law')}
          problem={problem('/ground')}
        />
        <TextArea
          name="reason"
          id="stop.reason"
          label={t('office.stop.reason')}
          hint={t('office.stop.reason.hint')}
          value={typed.reason}
          problem={problem('/reason')}
        />
        <TextField
          name="money"
          id="stop.money"
          label={t('office.stop.money')}
          hint={t('office.stop.money.hint')}
          value={typed.money}
          problem={problem('/money')}
        />
        <SignerField view={view} intent="stop" typed={typed} problem={problem('/signerPostId')} />
      </ActionForm>
    </Disclosure>
  );
}

/** Goes on although the citizen wants the dossier back, and says why. */
export function DeclineWithdrawalForm({ action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'declineWithdrawal');
  return (
    <ActionForm action={action} queue={queue} effect={t('office.effect.declineWithdrawal')}>
      <TextArea
        name="answer"
        id="declineWithdrawal.answer"
        label={t('office.withdrawal.answer')}
        value={typed.answer}
        problem={useProblems(refusal)('/answer')}
        rows={2}
      />
    </ActionForm>
  );
}

/** Hands the dossier to the agency that is competent. */
export function TransferForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'transfer');
  const problem = useProblems(refusal);
  if (view.transferTo.length === 0) return null;
  return (
    <Disclosure summary={t('office.act.transfer.open')} open={refusal !== undefined}>
      <ActionForm action={action} queue={queue} effect={t('office.effect.transfer')}>
        <SelectField
          name="toUnitId"
          id="transfer.toUnitId"
          label={t('office.transfer.to')}
          empty={t('office.transfer.choose')}
          options={view.transferTo.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={typed.toUnitId}
          problem={problem('/toUnitId')}
        />
        <TextArea
          name="reason"
          id="transfer.reason"
          label={t('office.transfer.reason')}
          value={typed.reason}
          problem={problem('/reason')}
          rows={2}
        />
      </ActionForm>
    </Disclosure>
  );
}

/** Another agency takes its step over. */
export function AcceptHandOverForm({ view, action, queue }: ActionFormProps) {
  const { t } = useTexts();
  const step = view.tasks.find(({ taskId }) => taskId === action.taskId);
  return (
    <ActionForm
      action={action}
      queue={queue}
      effect={t('office.effect.acceptHandOver', { step: step?.stepName ?? '' })}
    />
  );
}
