import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { DraftPaper, GivenFile } from './draft-papers.ts';
import { fileSize } from './file-size.ts';
import { OwnFile } from './own-file.tsx';
import { paperState } from './paper-state.ts';
import { PaperUpload } from './paper-upload.tsx';

interface PaperCardProps {
  readonly draftId: string;
  readonly paper: DraftPaper;
  /** Bytes one file may have. */
  readonly largestUpload: number;
}

/** One paper: whether it is there, its files, and the way to give one. */
export function PaperCard({ draftId, paper, largestUpload }: PaperCardProps) {
  const { t } = useTexts();
  const uploads = paper.kind === 'upload' || paper.kind === 'maybe';
  return (
    <li className="mc-paper" id={`components.${paper.key}`} tabIndex={-1}>
      <div className="mc-paper__head">
        <h3>{paper.name}</h3>
        <PaperState paper={paper} />
      </div>
      {paper.condition === undefined ? null : <p className="mc-subtle">{paper.condition}</p>}
      {paper.alternatives.length === 0 ? null : (
        <p className="mc-subtle">
          {t('draft.papers.one-of')} {paper.alternatives.join('; ')}.
        </p>
      )}
      {paper.note === undefined ? null : <p className="mc-subtle">{paper.note}</p>}
      {uploads ? null : <p className="mc-small">{t(explanations[paper.kind])}</p>}
      {paper.files.length === 0 ? null : (
        <ul className="mc-files">
          {paper.files.map((file) => (
            <FileLine key={file.fileId} draftId={draftId} file={file} />
          ))}
        </ul>
      )}
      {uploads ? (
        <PaperUpload
          paper={paper}
          place={{ draftId }}
          backTo={`/ban-khai/${draftId}/giay-to#components.${paper.key}`}
          largestUpload={largestUpload}
        />
      ) : null}
    </li>
  );
}

const explanations = {
  present: 'draft.papers.present',
  form: 'draft.papers.by-form',
  unverified: 'draft.papers.unverified',
  upload: 'draft.papers.lead',
  maybe: 'draft.papers.lead',
} as const;

function PaperState({ paper }: { readonly paper: DraftPaper }) {
  const { t } = useTexts();
  switch (paperState(paper)) {
    case 'infected':
      return <StatusTag tone="danger">{t('draft.papers.state.infected')}</StatusTag>;
    case 'given':
      return <StatusTag tone="success">{t('draft.papers.state.given')}</StatusTag>;
    case 'upload':
      return <StatusTag tone="warning">{t('draft.papers.state.missing')}</StatusTag>;
    case 'maybe':
      return <StatusTag tone="neutral">{t('draft.papers.state.maybe')}</StatusTag>;
    case 'form':
      return <StatusTag tone="success">{t('draft.papers.state.form')}</StatusTag>;
    case 'present':
      return <StatusTag tone="info">{t('draft.papers.state.present')}</StatusTag>;
    case 'unverified':
      return <StatusTag tone="neutral">{t('draft.papers.state.unverified')}</StatusTag>;
  }
}

function FileLine(props: { readonly draftId: string; readonly file: GivenFile }) {
  const { t } = useTexts();
  const { draftId, file } = props;
  return (
    <li>
      <OwnFile file={file} />
      <span className="mc-subtle mc-number">{fileSize(file.size)}</span>
      <form method="post" action={`/ban-khai/${draftId}/giay-to`}>
        <RequestId form={`bo ${file.fileId}`} />
        <input type="hidden" name="fileId" value={file.fileId} />
        <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
          {t('draft.papers.remove')} <span className="mc-visually-hidden">{file.name}</span>
        </button>
      </form>
      {file.hold?.why === 'infected' ? <p className="mc-small">{t('draft.papers.infected')}</p> : null}
    </li>
  );
}
