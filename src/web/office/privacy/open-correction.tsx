import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import {
  correctedRoles,
  correctionOutcomes,
  type OfficeCorrectionView,
  takesValue,
} from '../../../modules/privacy/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface OpenCorrectionProps {
  readonly each: OfficeCorrectionView;
  /** What was typed into this one's form, and what is wrong with it. */
  readonly typed: Readonly<Record<'outcome' | 'answer' | 'value' | 'role', string>> | undefined;
  readonly refusal: Refusal | undefined;
}

/** One request: who asks, what about, until when; and the answer to it. */
export function OpenCorrection({ each, typed, refusal }: OpenCorrectionProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const due = parsePlainDate(each.dueOn);
  const id = each.correctionId;
  const isNote = each.field === 'answers';
  return (
    <div className="mc-stack mc-stack--snug">
      <div className="mc-row mc-row--apart">
        <h2>{t(`privacy.field.${each.field}`)}</h2>
        <StatusTag tone={each.late ? 'danger' : 'info'}>
          {each.late
            ? t('privacy.correction.late')
            : t('privacy.correction.due', { on: due === undefined ? each.dueOn : formatDate(due) })}
        </StatusTag>
      </div>
      <DefinitionList
        items={[
          { term: t('privacy.office.asker'), value: each.name },
          ...(each.unit === undefined ? [] : [{ term: t('privacy.office.unit'), value: each.unit }]),
          ...(each.dossier === undefined
            ? []
            : [
                {
                  term: t('privacy.correction.dossier'),
                  value: <a href={`/can-bo/ho-so/${each.dossier.dossierId}`}>{each.dossier.code}</a>,
                },
              ]),
          { term: t('privacy.correction.text'), value: each.text },
        ]}
      />
      <Disclosure summary={t('privacy.office.send')} open={typed !== undefined}>
        <form method="post" className="mc-stack mc-stack--snug mc-form">
          <RequestId form={`tra-loi ${id}`} />
          <input type="hidden" name="correctionId" value={id} />
          <SelectField
            name="outcome"
            id={`outcome-${id}`}
            label={t('privacy.office.outcome')}
            empty={t('privacy.office.choose')}
            value={typed?.outcome}
            problem={problem('/outcome')}
            options={correctionOutcomes.map((each) => ({ value: each, label: t(`privacy.outcome.${each}`) }))}
          />
          {takesValue(each) ? (
            <>
              <TextField
                name="value"
                id={`value-${id}`}
                label={t(isNote ? 'privacy.office.note' : 'privacy.office.value')}
                hint={t(isNote ? 'privacy.office.note.hint' : 'privacy.office.value.hint')}
                value={typed?.value}
                problem={problem('/value')}
                isOptional
              />
              {each.dossier === undefined || isNote ? null : (
                <SelectField
                  name="role"
                  id={`role-${id}`}
                  label={t('privacy.office.role')}
                  empty={t('privacy.office.role.own')}
                  value={typed?.role}
                  problem={problem('/role')}
                  options={correctedRoles.map((role) => ({ value: role, label: t(`office.party.${role}`) }))}
                />
              )}
            </>
          ) : null}
          <TextArea
            name="answer"
            id={`answer-${id}`}
            label={t('privacy.office.answer')}
            value={typed?.answer}
            problem={problem('/answer')}
            rows={4}
          />
          <div>
            <button className="ds-button" data-variant="primary" type="submit">
              {t('privacy.office.send')}
            </button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
