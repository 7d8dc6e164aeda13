import { redirect } from 'react-router';
import type { TextKey } from '../../../texts/catalogue.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Tick } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PartChoices, partsIn } from '../../ui/part-choices.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/return-page.ts';
import { chosenAddress, isWithdrawn, postIn, type TypedPost } from './chosen-post.ts';
import { DraftFrame } from './draft-frame.tsx';
import { addressAfter, returnStep } from './draft-steps.ts';
import { claimsFor, openDraft } from './open-draft.ts';
import { PostalFields } from './postal-fields.tsx';

export const handle: PageHandle = {};

/** How the result comes home, and whether the papers go by post: as far as the lists offer it today. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { draft, steps } = await openDraft(app, request, params.draftId);
  const claims = await claimsFor(app, draft);
  return {
    draft,
    steps,
    chosen: chosenAddress(draft, claims['person.fullName']),
    withdrawn: isWithdrawn(draft),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const { steps } = await openDraft(app, request, params.draftId);
  const post = postIn(form);
  const parts = partsIn(form);
  const chosen = await app.modules.dossiers.commands.chooseForDraft(commandOf(app, form), {
    draftId: params.draftId,
    expectedVersion: Number(form.get('version')),
    post,
    parts,
  });
  if (!chosen.ok) return refusedPage(chosen.refusal, { typed: { ...post, parts } as TypedPost });
  return redirect(addressAfter(steps, returnStep));
}

const labels: Readonly<Record<string, TextKey>> = {
  '/post/returnTo/recipient': 'post.recipient',
  '/post/returnTo/phone': 'post.phone',
  '/post/returnTo/address': 'post.address',
};

export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { draft, steps, chosen, withdrawn } = loaderData;
  const offer = draft.offers.post;
  const typed: TypedPost = actionData?.typed ?? chosen;
  const refusal = actionData?.refusal;
  return (
    <DraftFrame
      draft={draft}
      steps={steps}
      current={returnStep}
      title={t(offer === undefined ? 'parts.title' : 'post.title')}
    >
      <form method="post" className="mc-stack mc-stack--loose mc-form">
        <RequestId form="return" />
        <input type="hidden" name="version" value={draft.version} />
        <ErrorSummary
          refusal={refusal}
          labelOf={(pointer) => {
            const label = labels[pointer];
            return label && t(label);
          }}
        />
        {withdrawn && refusal === undefined ? (
          <Notice tone="warning">
            <p>{t('post.withdrawn')}</p>
          </Notice>
        ) : null}
        {offer === undefined ? null : (
          <div className="mc-stack mc-stack--tight">
            <p>{t('post.lead')}</p>
            {offer.source === undefined ? null : (
              <p className="mc-subtle mc-small">{t('post.source', { source: offer.source })}</p>
            )}
          </div>
        )}
        <PostalFields draft={draft} typed={typed} refusal={refusal} />
        {offer?.intake === true ? (
          <fieldset className="ds-fieldset mc-field" id="post.sendsPapers" tabIndex={-1}>
            <legend className="ds-label">{t('post.papers.legend')}</legend>
            <Tick
              name="post.papers"
              label={t('post.papers.send')}
              value="1"
              checked={typed.sendsPapers === true}
            />
            <p className="mc-subtle mc-small">{t('post.papers.hint')}</p>
          </fieldset>
        ) : null}
        {draft.offers.group === undefined ? null : (
          <PartChoices group={draft.offers.group} chosen={typed.parts} />
        )}
        <div className="mc-form__actions">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('post.continue')}
          </button>
        </div>
      </form>
    </DraftFrame>
  );
}
