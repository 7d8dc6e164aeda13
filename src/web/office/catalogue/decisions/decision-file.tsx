import { type FileHoldView, uploadFields } from '../../../../modules/documents/contract.ts';
import { FileHold } from '../../../ui/file-hold.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionAddress } from '../addresses.ts';

export interface DecisionFileProps {
  readonly decisionId: string;
  readonly version: number;
  readonly file: { readonly fileId: string; readonly name: string; readonly hold?: FileHoldView } | undefined;
  /** Until the decision is carried out its paper may be given or replaced. */
  readonly isOpen: boolean;
}

/** The signed paper of a decision, and the form that gives it. */
export function DecisionFile({ decisionId, version, file, isOpen }: DecisionFileProps) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="ban-ky">
      <h2 id="ban-ky">{t('catalogue.decision.file')}</h2>
      {file === undefined ? (
        <p className="mc-subtle">{t('catalogue.decision.file.none')}</p>
      ) : (
        <p className="mc-file">
          <Icon name="paper" />
          {file.hold?.isShut ? file.name : <a href={`/tep/${file.fileId}?tai-ve=1`}>{file.name}</a>}{' '}
          <FileHold hold={file.hold} />
        </p>
      )}
      {isOpen ? (
        <form
          method="post"
          action="/tai-len"
          encType="multipart/form-data"
          className="mc-stack mc-stack--snug"
        >
          <RequestId form="tai-quyet-dinh" />
          <input type="hidden" name={uploadFields.backTo} value={decisionAddress(decisionId)} />
          <input type="hidden" name="decisionId" value={decisionId} />
          <input type="hidden" name="version" value={version} />
          <div className="ds-field">
            <label className="ds-label" data-weight="medium" htmlFor="tep-quyet-dinh">
              {t('catalogue.decision.file.choose')}
            </label>
            <p className="mc-subtle mc-small" id="tep-quyet-dinh-goi-y">
              {t('catalogue.decision.file.hint')}
            </p>
            <input
              id="tep-quyet-dinh"
              className="ds-input"
              type="file"
              name="tep"
              accept=".pdf"
              aria-describedby="tep-quyet-dinh-goi-y"
            />
          </div>
          <button type="submit" className="ds-button mc-fit" data-variant="secondary">
            {t('catalogue.decision.file.send')}
          </button>
        </form>
      ) : null}
    </section>
  );
}
