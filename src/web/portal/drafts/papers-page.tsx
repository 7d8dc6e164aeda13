import { redirect } from 'react-router';
import { readUploadOutcome } from '../../../modules/documents/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/papers-page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { draftPapers } from './draft-papers.ts';
import { addressAfter, returnStep } from './draft-steps.ts';
import { draftsHome, openDraft } from './open-draft.ts';
import { PaperCard } from './paper-card.tsx';

export const handle: PageHandle = { js: true };

/** The papers of the draft's case: what to upload, what to show at the counter, what the form stands in for. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const open = await openDraft(app, request, params.draftId);
  const { searchParams } = new URL(request.url);
  return {
    draft: open.draft,
    home: draftsHome(app, open.draft),
    steps: open.steps,
    papers: await draftPapers(app, open),
    largestUpload: app.modules.documents.largestUpload,
    outcome: readUploadOutcome(searchParams),
    removed: searchParams.has('da-bo'),
  };
}

/** Takes a file off again. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  await openDraft(app, request, params.draftId);
  const removed = await app.modules.dossiers.commands.detachDraftFile(commandOf(app, form), {
    draftId: params.draftId,
    fileId: form.get('fileId'),
  });
  if (!removed.ok) return refusedPage(removed.refusal);
  return redirect(`/ban-khai/${params.draftId}/giay-to?da-bo=1`);
}

export default function PapersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { draft, home, steps, papers, outcome, removed, largestUpload } = loaderData;
  const refusal =
    outcome?.kind === 'refused'
      ? ({ kind: 'invalid', type: outcome.type, params: outcome.params } as const)
      : actionData?.refusal;
  const asked = papers.filter((paper) => paper.kind === 'upload' || paper.kind === 'maybe');
  const others = papers.filter((paper) => !asked.includes(paper));
  return (
    <DraftFrame draft={draft} steps={steps} current="giay-to" title={t('draft.papers.title')}>
      <div className="mc-stack mc-stack--loose mc-form">
        <ErrorSummary refusal={refusal} />
        {outcome?.kind === 'kept' ? (
          <Notice tone="success" announced>
            <p>{t('draft.papers.kept', { count: outcome.count })}</p>
          </Notice>
        ) : null}
        {removed ? (
          <Notice tone="success" announced>
            <p>{t('draft.papers.removed')}</p>
          </Notice>
        ) : null}
        <p>{t(asked.length === 0 ? 'draft.papers.none' : 'draft.papers.lead')}</p>
        {asked.length === 0 ? null : (
          <section className="mc-stack mc-stack--tight">
            <h2>{t('draft.papers.to-upload')}</h2>
            <ul className="mc-uploads">
              {asked.map((paper) => (
                <PaperCard key={paper.key} {...{ draftId: draft.draftId, paper, largestUpload }} />
              ))}
            </ul>
          </section>
        )}
        {others.length === 0 ? null : (
          <section className="mc-stack mc-stack--tight">
            <h2>{t('draft.papers.not-uploaded')}</h2>
            <ul className="mc-uploads">
              {others.map((paper) => (
                <PaperCard key={paper.key} {...{ draftId: draft.draftId, paper, largestUpload }} />
              ))}
            </ul>
          </section>
        )}
        <div className="mc-form__actions">
          <a className="ds-button" data-variant="primary" href={addressAfter(steps, 'giay-to')}>
            {t(steps.some(({ key }) => key === returnStep) ? 'post.continue' : 'draft.to-review')}
          </a>
          <a className="ds-button" data-variant="tertiary" href={home}>
            {t('draft.leave-papers')}
          </a>
        </div>
      </div>
    </DraftFrame>
  );
}
