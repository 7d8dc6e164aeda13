import type { AllowedAction } from '../../../modules/dossiers/contract.ts';
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
  const { actions } = props.view;
  if (actions.length === 0) return null;
  return (
    <section className="mc-panel mc-stack mc-stack--snug mc-actions" aria-labelledby="viec-can-lam">
      <h2 id="viec-can-lam">{t('office.actions.title')}</h2>
      {actions.map((action) => {
        const Form = forms[action.action];
        return (
          <Form key={`${action.action} ${action.requestId ?? action.taskId}`} {...props} action={action} />
        );
      })}
    </section>
  );
}
