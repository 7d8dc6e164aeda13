import { acceptedFiles, uploadFields } from '../../../modules/documents/contract.ts';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FileLink } from './file-link.tsx';

/** Scans of the result so far, and a form to add one: the citizen sees them only once the result is issued. */
export function ScanUpload({ view, taskId }: { readonly view: OfficeDossierView; readonly taskId: string }) {
  const { t } = useTexts();
  const scans = view.files.filter(({ fileId }) => view.resultFileIds.includes(fileId));
  return (
    <Disclosure summary={t('office.scan.title', { count: scans.length })} open={scans.length > 0}>
      <div className="mc-stack mc-stack--snug">
        {scans.map((file) => (
          <FileLink key={file.fileId} file={file} />
        ))}
        <form
          method="post"
          action="/tai-len"
          encType="multipart/form-data"
          className="mc-stack mc-stack--snug"
        >
          <RequestId form={`tai-len ${taskId}`} />
          <input type="hidden" name={uploadFields.backTo} value={`/can-bo/ho-so/${view.dossierId}`} />
          <input type="hidden" name="taskId" value={taskId} />
          <div className="ds-field">
            <label className="ds-label" data-weight="medium" htmlFor={`ban-quet-${taskId}`}>
              {t('office.scan.file')}
            </label>
            <p className="mc-subtle mc-small" id={`ban-quet-${taskId}-goi-y`}>
              {t('office.scan.hint')}
            </p>
            <input
              id={`ban-quet-${taskId}`}
              className="ds-input"
              type="file"
              name="tep"
              accept={acceptedFiles}
              aria-describedby={`ban-quet-${taskId}-goi-y`}
            />
          </div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('office.scan.send')}
          </button>
        </form>
      </div>
    </Disclosure>
  );
}
