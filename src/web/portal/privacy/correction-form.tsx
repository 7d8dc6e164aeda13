import type { Refusal } from '../../../kernel/refusal.ts';
import { correctionFields } from '../../../modules/privacy/contract.ts';
import { SelectField, TextArea, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface CorrectionFormProps {
  readonly dossiers: readonly {
    readonly dossierId: string;
    readonly code: string;
    readonly procedureName: string;
  }[];
  readonly typed: Readonly<Record<'field' | 'dossierId' | 'text', string>> | undefined;
  readonly refusal: Refusal | undefined;
}

/** What is wrong, where, and what is right. */
export function CorrectionForm({ dossiers, typed, refusal }: CorrectionFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <form method="post" className="mc-panel mc-stack" aria-labelledby="dinh-chinh">
      <h2 id="dinh-chinh">{t('privacy.correction.title')}</h2>
      <p>{t('privacy.correction.lead')}</p>
      <RequestId form="dinh-chinh" />
      <SelectField
        name="field"
        label={t('privacy.correction.field')}
        empty={t('privacy.correction.choose')}
        value={typed?.field}
        problem={problem('/field')}
        options={correctionFields.map((field) => ({ value: field, label: t(`privacy.field.${field}`) }))}
      />
      <SelectField
        name="dossierId"
        label={t('privacy.correction.dossier')}
        empty={t('privacy.correction.no-dossier')}
        value={typed?.dossierId}
        problem={problem('/dossierId')}
        options={dossiers.map(({ dossierId, code, procedureName }) => ({
          value: dossierId,
          label: `${code} – ${procedureName}`,
        }))}
      />
      <TextArea
        name="text"
        label={t('privacy.correction.text')}
        value={typed?.text}
        problem={problem('/text')}
        rows={4}
      />
      <div>
        <button className="ds-button" data-variant="primary" type="submit" name="intent" value="correction">
          {t('privacy.correction.send')}
        </button>
      </div>
    </form>
  );
}
