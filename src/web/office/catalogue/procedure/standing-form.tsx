import type { Refusal } from '../../../../kernel/refusal.ts';
import { type ServiceStage, standingLevels } from '../../../../modules/catalogue/contract.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';

export interface StandingFormProps {
  readonly stage: ServiceStage;
  readonly on: string;
  readonly refused: { readonly refusal: Refusal; readonly typed: Typed } | undefined;
}

/** Sets one of the four values from a day on. */
export function StandingForm({ stage, on, refused }: StandingFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  const field = (name: string) => ({
    name,
    id: standingFieldId(stage, name),
    value: refused?.typed[name],
    problem: problem(`/${name}`),
  });
  return (
    <Disclosure summary={t(`catalogue.standing.record.${stage}`)} open={refused !== undefined}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={`muc-do-${stage}`} />
        <input type="hidden" name="stage" value={stage} />
        <div className="mc-editor__fields">
          <SelectField
            {...field('level')}
            label={t('catalogue.office.service')}
            options={standingLevels.map((level) => ({
              value: level,
              label: t(`catalogue.standing.level.${level}`),
            }))}
          />
          <TextField
            {...field('from')}
            value={refused?.typed.from ?? on}
            type="date"
            label={t('catalogue.standing.from')}
          />
          {stage === 'registered' ? (
            <TextField {...field('department')} label={t('catalogue.standing.department')} />
          ) : null}
          <TextField {...field('reviewOn')} type="date" label={t('catalogue.standing.review')} isOptional />
        </div>
        {stage === 'appraised' ? (
          <>
            <TextArea {...field('technicalAnswer')} rows={2} label={t('catalogue.standing.technical')} />
            <TextArea {...field('legalAnswer')} rows={2} label={t('catalogue.standing.legal')} />
          </>
        ) : null}
        <TextArea
          {...field('reason')}
          rows={2}
          label={t('catalogue.standing.reason')}
          hint={t('catalogue.standing.reason.hint')}
          isOptional
        />
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.standing.record')}
        </button>
      </form>
    </Disclosure>
  );
}

/** Id of a field of the form of a stage. */
export function standingFieldId(stage: string, name: string): string {
  return `muc-${stage}-${name}`;
}
