import { verdicts } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { ScanUpload } from './scan-upload.tsx';
import { sentTo } from './sent.ts';

/** Asks another unit or agency: what, by when, and whether the step rests meanwhile. */
export function OpinionForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'opinion');
  const problem = useProblems(refusal);
  return (
    <Disclosure summary={t('office.act.opinion.open')} open={refusal !== undefined}>
      <ActionForm action={action} queue={queue} effect={t('office.effect.opinion')}>
        <SelectField
          name="unitId"
          id="opinion.unitId"
          label={t('office.opinion.unit')}
          empty={t('office.opinion.choose')}
          options={view.askable.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={typed.unitId}
          problem={problem('/unitId')}
        />
        <TextArea
          name="question"
          id="opinion.question"
          label={t('office.opinion.question')}
          value={typed.question}
          problem={problem('/question')}
        />
        <TextField
          name="hours"
          id="opinion.hours"
          label={t('office.opinion.hours')}
          hint={t('office.opinion.hours.hint')}
          value={typed.hours ?? '16'}
          inputMode="numeric"
          isCount
          problem={problem('/hours')}
        />
        <Tick
          name="wait"
          id="opinion.wait"
          label={t('office.opinion.wait')}
          checked={typed.wait !== undefined}
        />
      </ActionForm>
    </Disclosure>
  );
}

/** The answer of the unit that was asked, or (from outside this system) as its letter says it. */
export function AnswerOpinionForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const isOurs = sent?.typed.subject === action.requestId;
  const { typed, refusal } = sentTo(isOurs ? sent : undefined, 'answerOpinion');
  const problem = useProblems(refusal);
  const prefix = `answerOpinion.${action.requestId ?? ''}`;
  const asked = view.opinions.find(({ opinionId }) => opinionId === action.requestId);
  const isRecorded = asked?.forTaskId === action.taskId;
  return (
    <>
      {isRecorded ? null : (
        <ScanUpload view={view} taskId={action.taskId} of="opinion" fileIds={asked?.fileIds ?? []} />
      )}
      <ActionForm
        action={action}
        queue={queue}
        effect={t(isRecorded ? 'office.effect.answerOpinion.recorded' : 'office.effect.answerOpinion')}
      >
        <p>
          <strong>{t('office.opinion.asked', { unit: asked?.unit.name ?? '' })}</strong> {asked?.question}
        </p>
        <SelectField
          name="verdict"
          id={`${prefix}.verdict`}
          label={t('office.opinion.verdict')}
          options={verdicts.map((verdict) => ({ value: verdict, label: t(`office.verdict.${verdict}`) }))}
          value={typed.verdict}
          problem={problem('/verdict')}
        />
        <TextArea
          name="answer"
          id={`${prefix}.answer`}
          label={t('office.opinion.answer')}
          value={typed.answer}
          problem={problem('/answer')}
        />
        <TextField
          name="document"
          id={`${prefix}.document`}
          label={t('office.opinion.document')}
          value={typed.document}
          problem={problem('/document')}
          isOptional={!isRecorded}
        />
      </ActionForm>
    </>
  );
}
