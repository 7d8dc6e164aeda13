import { redirect } from 'react-router';
import { readUploadOutcome } from '../../../modules/documents/contract.ts';
import type {
  CitizenDossierView,
  SupplementItemView,
  SupplementView,
} from '../../../modules/dossiers/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { fileSize } from '../drafts/file-size.ts';
import { OwnFile } from '../drafts/own-file.tsx';
import { PaperUpload } from '../drafts/paper-upload.tsx';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/supplement-page.ts';

export const handle: PageHandle = { js: true };

/** What the office still needs of a dossier: exactly which papers and why, a place for each, handing in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const dossier = orErrorPage(await app.modules.dossiers.queries.getMyDossier(app.caller, params.dossierId));
  const { supplement } = dossier;
  if (supplement === undefined) throw redirect(`/ho-so/${params.dossierId}`);
  const { searchParams } = new URL(request.url);
  return {
    dossier,
    supplement,
    largestUpload: app.modules.documents.largestUpload,
    outcome: readUploadOutcome(searchParams),
  };
}

/** Takes a file off again, or hands everything in. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  const ctx = commandOf(app, form);
  const which = { dossierId: params.dossierId, requestId: form.get('supplementId') };
  const fileId = form.get('fileId');
  const note = String(form.get('note') ?? '').trim();
  const outcome =
    fileId === null
      ? await commands.answerSupplement(ctx, { ...which, ...(note !== '' && { note }) })
      : await commands.detachSupplementFile(ctx, { ...which, fileId });
  if (!outcome.ok) return refusedPage(outcome.refusal, { note });
  return redirect(
    fileId === null ? `/ho-so/${params.dossierId}?da-bo-sung=1` : `/ho-so/${params.dossierId}/bo-sung`,
  );
}

export default function SupplementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { dossier, supplement, largestUpload, outcome } = loaderData;
  const refusal =
    outcome?.kind === 'refused'
      ? ({ kind: 'invalid', type: outcome.type, params: outcome.params } as const)
      : actionData?.refusal;
  const { dossierId } = dossier;
  const given = new Map(dossier.files.map((file) => [file.fileId, file]));
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('supplement.title')}
        back={{ href: `/ho-so/${dossierId}`, text: dossier.code }}
        lead={dossier.procedureName}
      />
      <ErrorSummary refusal={refusal} idOf={(pointer) => pointer.slice(1).replaceAll('/', '.')} />
      {outcome?.kind === 'kept' ? (
        <Notice tone="success" announced>
          <p>{t('draft.papers.kept', { count: outcome.count })}</p>
        </Notice>
      ) : null}
      <Until supplement={supplement} />
      <ul className="mc-uploads">
        {supplement.items.map((item) => (
          <Paper
            key={item.key}
            {...{ dossierId, item, largestUpload }}
            supplementId={supplement.requestId}
            files={item.fileIds.flatMap((fileId) => given.get(fileId) ?? [])}
          />
        ))}
      </ul>
      <form method="post" className="mc-stack">
        <RequestId form={`bo-sung ${supplement.requestId}`} />
        <input type="hidden" name="supplementId" value={supplement.requestId} />
        <TextArea
          name="note"
          label={t('supplement.note')}
          hint={t('supplement.note.hint')}
          value={actionData?.note}
          isOptional
        />
        <p className="mc-subtle">{t('supplement.effect')}</p>
        <div className="mc-form__actions">
          <button className="ds-button" data-variant="primary" type="submit">
            {t('supplement.submit')}
          </button>
          <a className="ds-button" data-variant="tertiary" href={`/ho-so/${dossierId}`}>
            {t('supplement.later')}
          </a>
        </div>
      </form>
    </div>
  );
}

function Until({ supplement }: { readonly supplement: SupplementView }) {
  const { t } = useTexts();
  return (
    <Notice tone="warning" title={t('supplement.until', { date: lastDay(supplement) })}>
      {supplement.guidance === undefined ? null : <p>{supplement.guidance}</p>}
      <p>{t('supplement.at-counter')}</p>
    </Notice>
  );
}

/** The last day for the answer, as read. */
export function lastDay({ answerBy }: Pick<SupplementView, 'answerBy'>): string {
  return formatDate(answerBy);
}

interface PaperProps {
  readonly dossierId: string;
  readonly supplementId: string;
  readonly item: SupplementItemView;
  readonly files: CitizenDossierView['files'];
  readonly largestUpload: number;
}

function Paper({ dossierId, supplementId, item, files, largestUpload }: PaperProps) {
  const { t } = useTexts();
  return (
    <li className="mc-paper" id={`items.${item.key}`} tabIndex={-1}>
      <div className="mc-paper__head">
        <h2 className="mc-paper__name">{item.name}</h2>
        {files.length > 0 ? (
          <StatusTag tone="success">{t('draft.papers.state.given')}</StatusTag>
        ) : (
          <StatusTag tone="warning">{t('draft.papers.state.missing')}</StatusTag>
        )}
      </div>
      <p>{t('supplement.reason', { reason: item.reason })}</p>
      {files.length === 0 ? null : (
        <ul className="mc-files">
          {files.map((file) => (
            <li key={file.fileId}>
              <OwnFile file={file} />
              <span className="mc-subtle mc-number">{fileSize(file.size)}</span>
              <form method="post">
                <RequestId form={`bo ${file.fileId}`} />
                <input type="hidden" name="supplementId" value={supplementId} />
                <input type="hidden" name="fileId" value={file.fileId} />
                <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                  {t('draft.papers.remove')} <span className="mc-visually-hidden">{file.name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <PaperUpload
        paper={{ key: item.key, name: item.name, files }}
        place={{ dossierId, supplementId }}
        backTo={`/ho-so/${dossierId}/bo-sung#items.${item.key}`}
        largestUpload={largestUpload}
      />
    </li>
  );
}
