import { plainDateOf } from '../../../kernel/plain-date.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { PaperCheck } from '../paper-check.tsx';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { sentTo } from './sent.ts';

const receiveForm = 'nhan-bo-sung';

/** Papers that were asked for and came over the counter. */
export function ReceiveSupplementForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'receiveSupplement');
  const problem = useProblems(refusal);
  const asked = view.supplements.find(({ requestId }) => requestId === action.requestId);
  const paperless = new Set(view.components.flatMap((paper) => (paper.paperless ? [paper.key] : [])));
  return (
    <ActionForm
      id={receiveForm}
      action={action}
      queue={queue}
      effect={t(`office.effect.receiveSupplement.${asked?.stage ?? 'appraisal'}`)}
    >
      {(asked?.items ?? []).map((item) => (
        <div
          key={item.key}
          className="mc-stack mc-stack--tight"
          id={`receiveSupplement.items.${item.key}`}
          tabIndex={-1}
        >
          <p>
            <strong>{item.name}</strong>
          </p>
          <PaperCheck
            paper={{ ...item, signed: false, paperless: paperless.has(item.key) }}
            form={receiveForm}
            prefix="receiveSupplement."
            {...{ typed, refusal }}
          />
        </div>
      ))}
      <TextArea
        name="note"
        id="receiveSupplement.note"
        label={t('office.supplement.explained')}
        value={typed.note}
        problem={problem('/note')}
        rows={2}
        isOptional
      />
    </ActionForm>
  );
}

/** Takes a notice back that its citizen has not seen. */
export function WithdrawSupplementForm({ action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'withdrawSupplement');
  return (
    <Disclosure summary={t('office.act.withdrawSupplement.open')} open={refusal !== undefined}>
      <ActionForm action={action} queue={queue} effect={t('office.effect.withdrawSupplement')}>
        <TextArea
          name="reason"
          id="withdrawSupplement.reason"
          label={t('office.withdrawSupplement.reason')}
          value={typed.reason}
          problem={useProblems(refusal)('/reason')}
          rows={2}
        />
      </ActionForm>
    </Disclosure>
  );
}

/** What was waited for has come: its name, number and day. */
export function ReceiveMessageForm({ view, action, queue, sent, now }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'receiveMessage');
  const problem = useProblems(refusal);
  const wait = view.waits.find(({ taskId }) => taskId === action.taskId);
  return (
    <ActionForm
      action={action}
      queue={queue}
      effect={t('office.effect.receiveMessage', { wait: wait?.name ?? '' })}
    >
      <TextField
        name="document.name"
        id="receiveMessage.document.name"
        label={t('office.message.name')}
        value={typed['document.name']}
        problem={problem('/document/name')}
      />
      <TextField
        name="document.number"
        id="receiveMessage.document.number"
        label={t('office.message.number')}
        value={typed['document.number']}
        problem={problem('/document/number')}
      />
      <TextField
        name="document.on"
        id="receiveMessage.document.on"
        type="date"
        label={t('office.message.on')}
        value={typed['document.on'] ?? plainDateOf(now)}
        problem={problem('/document/on')}
      />
      <TextArea
        name="note"
        id="receiveMessage.note"
        label={t('office.forward.note')}
        value={typed.note}
        problem={problem('/note')}
        rows={2}
        isOptional
      />
    </ActionForm>
  );
}
