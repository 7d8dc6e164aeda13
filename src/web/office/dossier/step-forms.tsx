import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { ScanUpload } from './scan-upload.tsx';
import { sentTo } from './sent.ts';

/** Puts the officer's name on the step, so that the others see who works on it. */
export function TakeUpForm({ action, queue }: ActionFormProps) {
  const { t } = useTexts();
  return <ActionForm action={action} queue={queue} effect={t('office.effect.takeUp')} />;
}

/** Completes a step of work or signs; a signature says in which form it is given. */
export function ForwardForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'forward');
  const problem = useProblems(refusal);
  const step = view.tasks.find(({ taskId }) => taskId === action.taskId);
  const isSigned = step?.kind === 'sign';
  return (
    <>
      {isSigned ? null : <ScanUpload view={view} taskId={action.taskId} />}
      <ActionForm
        action={action}
        queue={queue}
        {...(isSigned && { label: t('office.act.sign') })}
        effect={
          isSigned
            ? t('office.effect.sign', { step: step.stepName, form: action.signsAs ?? '' })
            : t('office.effect.forward', { step: step?.stepName ?? '' })
        }
      >
        {action.signsAs === undefined ? null : <SignsAs lines={action.signsAs} />}
        {action.choices === undefined ? null : (
          <SelectField
            name="choice"
            id="forward.choice"
            label={t('office.forward.choice')}
            options={action.choices.map(({ key, label }) => ({ value: key, label }))}
            value={typed.choice}
            problem={problem('/choice')}
          />
        )}
        <TextArea
          name="note"
          id="forward.note"
          label={t('office.forward.note')}
          value={typed.note}
          problem={problem('/note')}
          rows={2}
          isOptional
        />
      </ActionForm>
    </>
  );
}

function SignsAs({ lines }: { readonly lines: string }) {
  const { t } = useTexts();
  return (
    <div className="mc-signs">
      <p className="mc-small">{t('office.sign.as')}</p>
      {lines.split(' / ').map((line) => (
        <p key={line} className="mc-signs__line">
          {line}
        </p>
      ))}
    </div>
  );
}

/** Sends the dossier back to an earlier step, with the reason. */
export function BackForm({ action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'back');
  const problem = useProblems(refusal);
  const options = (action.backTo ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Disclosure summary={t('office.act.back.open')} open={refusal !== undefined}>
      <ActionForm action={action} queue={queue} effect={t('office.effect.back')}>
        <SelectField
          name="backTo"
          id="back.backTo"
          label={t('office.back.to')}
          options={options}
          value={typed.backTo}
          problem={problem('/backTo')}
        />
        <TextArea
          name="note"
          id="back.note"
          label={t('office.back.reason')}
          value={typed.note}
          problem={problem('/note')}
        />
      </ActionForm>
    </Disclosure>
  );
}

/** Hands the result over: to whom, for the record. */
export function ReturnForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'return');
  const problem = useProblems(refusal);
  const out = view.post.find(({ direction, movedAt }) => direction === 'out' && movedAt === undefined);
  return (
    <ActionForm action={action} queue={queue} effect={t('office.effect.return')}>
      <TextField
        name="handedTo"
        id="return.handedTo"
        label={t('office.return.to')}
        value={typed.handedTo ?? (out === undefined ? collector(view) : undefined)}
        problem={problem('/handedTo')}
      />
      {out === undefined ? null : (
        <TextField
          name="trackingNumber"
          id="return.trackingNumber"
          label={t('post.return.tracking')}
          hint={t('post.return.tracking.hint', { to: `${out.recipient}, ${out.address}` })}
          value={typed.trackingNumber}
          problem={problem('/trackingNumber')}
        />
      )}
    </ActionForm>
  );
}

/** Who most likely comes for it: whoever brought the dossier. */
function collector({ parties }: OfficeDossierView): string | undefined {
  return (parties.find(({ role }) => role === 'submitter') ?? parties[0])?.name;
}
