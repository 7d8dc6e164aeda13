import { acceptedFiles, uploadFields } from '../../../modules/documents/contract.ts';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FileLink } from './file-link.tsx';

export interface ScanUploadProps {
  readonly view: OfficeDossierView;
  readonly taskId: string;
  /** Of the result, which its citizen sees once it is issued; or of an answer, which stays among officers. */
  readonly of?: 'result' | 'opinion';
  readonly fileIds?: readonly string[];
}

/** Scans so far, and a form to add one. */
export function ScanUpload({ view, taskId, of = 'result', fileIds = view.resultFileIds }: ScanUploadProps) {
  const { t } = useTexts();
  const scans = view.files.filter(({ fileId }) => fileIds.includes(fileId));
  return (
    <Disclosure summary={t(`office.scan.${of}.title`, { count: scans.length })} open={scans.length > 0}>
      <div className="mc-stack mc-stack--snug">
        {scans.map((file) => (
          <FileLink key={file.fileId} file={file} view={view} kind={of === 'result' ? 'results' : 'papers'} />
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
              {t(`office.scan.${of}.file`)}
            </label>
            <p className="mc-subtle mc-small" id={`ban-quet-${taskId}-goi-y`}>
              {t(`office.scan.${of}.hint`)}
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
