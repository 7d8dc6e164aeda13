import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { Tick } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ResultFields } from '../result-fields.tsx';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { ScanUpload } from './scan-upload.tsx';
import { sentTo } from './sent.ts';

/** Number, book and date of the result, with its scan: in one go. */
export function IssueForm({ view, action, queue, sent, now }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'issue');
  return (
    <>
      <ScanUpload view={view} taskId={action.taskId} />
      <ActionForm action={action} queue={queue} effect={t('office.effect.issue')}>
        <ResultFields
          types={view.resultTypes}
          today={plainDateOf(now)}
          typed={typed}
          refusal={refusal}
          prefix="issue."
        />
        <Scans view={view} chosen={typed['result.fileId']} />
      </ActionForm>
    </>
  );
}

function Scans({ view, chosen }: { readonly view: OfficeDossierView; readonly chosen: string | undefined }) {
  const { t } = useTexts();
  const scans = view.files.filter(({ fileId }) => view.resultFileIds.includes(fileId));
  if (scans.length === 0) return <p className="mc-small">{t('office.issue.no-scan')}</p>;
  const preset = chosen ?? view.resultFileIds.at(-1);
  return (
    <fieldset className="ds-fieldset" id="issue.result.fileId" tabIndex={-1}>
      <legend className="ds-label" data-weight="medium">
        {t('office.issue.scan')}
      </legend>
      {scans.map(({ fileId, name }) => (
        <Tick
          key={fileId}
          type="radio"
          name="result.fileId"
          id={`issue.scan.${fileId}`}
          value={fileId}
          checked={fileId === preset}
          label={name}
        />
      ))}
      <Tick
        type="radio"
        name="result.fileId"
        id="issue.scan.none"
        value=""
        checked={preset === ''}
        label={t('office.issue.without-scan')}
      />
    </fieldset>
  );
}
