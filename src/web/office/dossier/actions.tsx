import type { AllowedAction } from '../../../modules/dossiers/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { AcceptForm } from './accept-form.tsx';
import type { ActionFormProps, ActionsProps } from './action-props.ts';
import { ReceiveMessageForm, ReceiveSupplementForm, WithdrawSupplementForm } from './awaited-forms.tsx';
import { AcceptHandOverForm, DeclineWithdrawalForm, StopForm, TransferForm } from './end-forms.tsx';
import { IssueForm } from './issue-form.tsx';
import { AnswerOpinionForm, OpinionForm } from './opinion-forms.tsx';
import { RefuseForm } from './refuse-form.tsx';
import { BackForm, ForwardForm, ReturnForm, TakeUpForm } from './step-forms.tsx';
import { SupplementForm } from './supplement-form.tsx';

const forms = {
  accept: AcceptForm,
  refuse: RefuseForm,
  takeUp: TakeUpForm,
  forward: ForwardForm,
  back: BackForm,
  issue: IssueForm,
  return: ReturnForm,
  supplement: SupplementForm,
  receiveSupplement: ReceiveSupplementForm,
  withdrawSupplement: WithdrawSupplementForm,
  opinion: OpinionForm,
  answerOpinion: AnswerOpinionForm,
  receiveMessage: ReceiveMessageForm,
  acceptHandOver: AcceptHandOverForm,
  transfer: TransferForm,
  declineWithdrawal: DeclineWithdrawalForm,
  stop: StopForm,
} as const satisfies Record<AllowedAction['action'], (props: ActionFormProps) => unknown>;

/** What the officer may do now, and nothing else. */
export function Actions(props: ActionsProps) {
  const { t } = useTexts();
  const { actions, tasks } = props.view;
  const barred = tasks.filter(({ barredBy }) => barredBy !== undefined);
  if (actions.length === 0 && barred.length === 0) return null;
  return (
    <section className="mc-panel mc-stack mc-stack--snug mc-actions" aria-labelledby="viec-can-lam">
      <h2 id="viec-can-lam">{t('office.actions.title')}</h2>
      {barred.map(({ taskId, stepName, barredBy = '' }) => (
        <Notice key={taskId} tone="info" title={t('office.actions.barred', { step: stepName })}>
          <p>{t('office.actions.barred.body', { done: barredBy })}</p>
        </Notice>
      ))}
      {actions.map((action) => {
        const Form = forms[action.action];
        return (
          <Form key={`${action.action} ${action.requestId ?? action.taskId}`} {...props} action={action} />
        );
      })}
    </section>
  );
}
