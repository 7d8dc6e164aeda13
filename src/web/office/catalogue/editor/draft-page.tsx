import { redirect } from 'react-router';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { appContext } from '../../../context.ts';
import type { PageHandle } from '../../../page-handle.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { StatusTag, type Tone } from '../../../ui/status-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome, draftAddress, draftImpactAddress } from '../addresses.ts';
import type { Route } from './+types/draft-page.ts';
import { Comments } from './comments.tsx';
import { carryOut } from './draft-intents.ts';
import { Editor } from './editor.tsx';
import { idOf } from './field-id.ts';
import { Missing } from './missing.tsx';
import { placeWords } from './place-words.ts';
import { ReviewForms } from './review-forms.tsx';
import type { Row } from './row-values.ts';
import { useDraftEditor } from './use-draft-editor.ts';

export const handle: PageHandle = { js: true };

/** A text being written: everything to type in, what is missing, what was said of it, and its way to publication. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { document, ...draft } = orErrorPage(
    await modules.catalogue.queries.getDraft(caller, params.draftId),
  );
  return { ...draft, document: document as Row };
}

/** What a form of the page asks for; done, the page is shown anew. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const refusal: Refusal | undefined = await carryOut(app, params.draftId, form);
  if (refusal !== undefined) return refusedPage(refusal);
  throw redirect(draftAddress(params.draftId));
}

const stateTones: Readonly<Record<string, Tone>> = {
  draft: 'info',
  inReview: 'warning',
  approved: 'success',
  published: 'success',
  discarded: 'neutral',
};

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { draftId, code, name, state, document, version } = loaderData;
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  const lead = name === '' ? undefined : name;
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.edit.title', { code })} back={back} {...(lead && { lead })}>
        <div className="mc-row">
          <StatusTag tone={stateTones[state] ?? 'neutral'}>{t(`catalogue.edit.state.${state}`)}</StatusTag>
          <a href={draftImpactAddress(draftId)}>{t('catalogue.impact.open')}</a>
        </div>
      </PageTitle>
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={idOf}
        labelOf={(pointer) => placeWords(pointer.split('/').slice(1), document, t)}
      />
      <DraftParts key={`${draftId} ${version} ${state}`} draft={loaderData} />
    </div>
  );
}

type LoadedDraft = Route.ComponentProps['loaderData'];

/** The text and what stands beside it, both of the text as it is typed. */
function DraftParts({ draft }: { readonly draft: LoadedDraft }) {
  const editor = useDraftEditor(draft, `${draftAddress(draft.draftId)}/luu`);
  const { saving, document } = editor;
  return (
    <div className="mc-drafting">
      <Editor editor={editor} first={draft.document} isClosed={draft.state !== 'draft'} />
      <aside className="mc-stack">
        <Missing faults={saving.faults} document={document} idOf={idOf} />
        <ReviewForms {...draft} version={saving.version} isKept={saving.isKept} save={saving.save} />
        <Comments comments={draft.comments} draftId={draft.draftId} changed={draft.changed} />
      </aside>
    </div>
  );
}
