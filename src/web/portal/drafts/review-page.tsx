import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type DescribedPage, describeAnswers } from '../../../modules/forms/contract.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary, fieldId } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { UseNotice } from '../privacy/use-notice.tsx';
import type { Route } from './+types/review-page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftPaper, draftPapers } from './draft-papers.ts';
import { returnStep } from './draft-steps.ts';
import { draftsHome, openDraft } from './open-draft.ts';
import { isMissing } from './paper-state.ts';
import { ReviewOwner } from './review-owner.tsx';
import { ReviewPapers, ReviewSection } from './review-parts.tsx';
import { ReviewReturn } from './review-return.tsx';

export const handle: PageHandle = {};

/** Everything that will be handed in, page by page, with the way back to each answer. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const open = await openDraft(app, request, params.draftId);
  const words = { yes: translate(app.locale, 'form.yes'), no: translate(app.locale, 'form.no') };
  const papers = await draftPapers(app, open);
  const { refusals } = open.evaluation;
  return {
    draft: open.draft,
    steps: open.steps,
    pages: describeAnswers(open.definition, open.evaluation, words, open.context.addressBook),
    papers,
    organisation: organisationOf(app),
    use: app.modules.privacy.register
      .processings(plainDateOf(app.caller.now))
      .find(({ key }) => key === 'dossier-handling'),
    kept: app.modules.privacy.register.retentionOf(open.draft.procedureCode, plainDateOf(app.caller.now)),
    /** Keys of the pages on which something is missing or wrong. */
    unfinished: open.pages
      .filter(({ fields }) =>
        fields.some((field) => refusals.some((each) => concernsField(each.pointer, field.key))),
      )
      .map(({ section }) => section.key),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const { draft } = await openDraft(app, request, params.draftId);
  const submitted = await app.modules.dossiers.commands.submitDraft(commandOf(app, form), {
    draftId: params.draftId,
    expectedVersion: Number(form.get('version')),
  });
  if (!submitted.ok) return refusedPage(submitted.refusal);
  if (draft.helps === undefined) return redirect(`/ho-so/${submitted.value.dossierId}/da-nop`);
  return redirect(`${draftsHome(app, draft)}?da-nop`);
}

/** Whose account it is, when it is an organisation's: its name stands in the page's head too. */
function organisationOf({ caller }: RequestApp): string | undefined {
  const { actor, session } = caller;
  return actor.kind === 'citizen' && actor.organisationId ? session.displayName : undefined;
}

function concernsField(pointer: string, key: string): boolean {
  return pointer.split('/')[1] === key;
}

export default function ReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { draft, steps, pages, papers, use, kept, unfinished, organisation } = loaderData;
  const complete = unfinished.length === 0 && !papers.some(isMissing);
  return (
    <DraftFrame draft={draft} steps={steps} current="kiem-tra" title={t('draft.review.title')}>
      <div className="mc-stack mc-stack--loose mc-form">
        <ErrorSummary refusal={actionData?.refusal} idOf={idAmong(pages, papers)} />
        {complete || actionData?.refusal !== undefined ? null : (
          <Notice tone="warning" title={t('draft.review.unfinished')}>
            <p>{t('draft.review.unfinished.body')}</p>
          </Notice>
        )}
        {draft.helps === undefined ? <ReviewOwner draft={draft} organisation={organisation} /> : null}
        {pages.map((page) => (
          <ReviewSection
            key={page.key}
            page={page}
            href={`/ban-khai/${draft.draftId}?buoc=${page.key}`}
            unfinished={unfinished.includes(page.key)}
          />
        ))}
        <ReviewPapers papers={papers} href={`/ban-khai/${draft.draftId}/giay-to`} />
        <ReviewReturn draft={draft} href={`/ban-khai/${draft.draftId}/${returnStep}`} />
        <UseNotice processing={use} retention={kept} />
        <form method="post" className="mc-panel mc-panel--tinted mc-stack">
          <RequestId form="submit" />
          <input type="hidden" name="version" value={draft.version} />
          <p>
            {draft.helps === undefined
              ? t('draft.review.declaration')
              : t('draft.review.declaration.helper', { name: draft.helps })}
          </p>
          <p className="mc-subtle">{t('draft.review.what-happens', { unit: draft.competentUnit.name })}</p>
          <button className="ds-button mc-form__submit" data-variant="primary" type="submit">
            {t('draft.review.submit')}
          </button>
        </form>
      </div>
    </DraftFrame>
  );
}

/** Finds the line an error belongs to: errors inside an address or a row point below the line that is shown. */
function idAmong(pages: readonly DescribedPage[], papers: readonly DraftPaper[]) {
  const shown = new Set([
    ...pages.flatMap((page) => page.lines.map((line) => `/answers${line.pointer}`)),
    ...papers.map((paper) => `/components/${paper.key}`),
    '/post/returnTo',
    '/post/sendsPapers',
  ]);
  return (pointer: string): string => {
    let at = pointer;
    while (at !== '' && !shown.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    return fieldId(at === '' ? pointer : at);
  };
}
