import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { PaperEntry } from '../paper-entry.tsx';
import { newReportAddress } from '../wrong-list/addresses.ts';
import { fileAddress } from './file-address.ts';
import { FileLink, isViewable, viewerName } from './file-link.tsx';
import { PaperScan } from './paper-scan.tsx';
import { type Sent, sentTo } from './sent.ts';

export interface PapersProps {
  readonly view: OfficeDossierView;
  readonly sent: Sent | undefined;
}

/** Id of the form in the side column that the checks of the papers belong to. */
export const acceptForm = 'tiep-nhan';

/** The published list with what was handed in, checked here while the dossier waits to be accepted, and its viewer. */
export function Papers({ view, sent }: PapersProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'accept');
  const isChecked = view.actions.some(({ action }) => action === 'accept');
  const files = new Map(view.files.map((file) => [file.fileId, file]));
  const first = view.files.find((file) => isViewable(file) && !file.hold?.isShut);
  return (
    <div className="mc-stack mc-stack--snug">
      <h2 id="giay-to">{t('office.papers.title')}</h2>
      {view.components.length === 0 ? <p>{t('procedure.papers.none')}</p> : null}
      {isChecked && view.components.length > 0 ? (
        <p className="mc-small mc-subtle">{t('office.papers.check')}</p>
      ) : null}
      <ol className="mc-papers">
        {view.components.map((paper) => (
          <PaperEntry
            key={paper.key}
            paper={paper}
            reportAddress={newReportAddress({
              versionId: view.procedureVersionId,
              componentKey: paper.key,
              dossierId: view.dossierId,
            })}
            check={
              isChecked && !paper.byForm ? { form: acceptForm, prefix: 'accept.', typed, refusal } : undefined
            }
          >
            {paper.fileIds.map((fileId) => (
              <FileLink key={fileId} file={files.get(fileId)} view={view} />
            ))}
            {paper.signed && paper.comparedWithOriginal === true && paper.fileIds.length === 0 ? (
              <p className="mc-small">
                <StatusTag tone="warning">{t('paperless.signed.no-picture')}</StatusTag>
              </p>
            ) : null}
            {paper.paperless && !paper.byForm && view.mayScan ? (
              <PaperScan dossierId={view.dossierId} paper={paper} />
            ) : null}
          </PaperEntry>
        ))}
      </ol>
      <Viewer address={first && fileAddress(view, 'papers', first.fileId)} />
    </div>
  );
}

function Viewer({ address }: { readonly address: string | undefined }) {
  const { t } = useTexts();
  if (address === undefined) return null;
  return (
    <iframe
      className="mc-viewer"
      name={viewerName}
      title={t('office.papers.viewer')}
      src={address}
      loading="lazy"
    />
  );
}
