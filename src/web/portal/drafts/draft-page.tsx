import { redirect } from 'react-router';
import { isAnswerField, prefilled } from '../../../modules/forms/contract.ts';
import { appContext, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { officeSignInAddress, signInAddress } from '../sign-in/sign-in-address.ts';
import type { Route } from './+types/draft-page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { addressAfter } from './draft-steps.ts';
import { claimsFor, draftsHome, isUntouched, openDraft, pageOf, stepsOf } from './open-draft.ts';
import { pageUnits } from './page-units.ts';
import { renewDraft } from './renew-draft.ts';
import { savePage } from './save-page.ts';
import { SectionForm } from './section-form.tsx';

export const handle: PageHandle = { js: true };

/** One page of the form of a draft: `?buoc=` its section. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const open = await openDraft(app, request, params.draftId);
  const { searchParams } = new URL(request.url);
  const page = pageOf(open.pages, searchParams.get('buoc'));
  const claims = await claimsFor(app, open.draft);
  const fields = isUntouched(page, open.evaluation.answers) ? page.fields : [];
  const filled = prefilled(fields, open.evaluation.answers, claims, open.context);
  const { marked } = prefilled(page.fields.filter(isAnswerField), filled.answers, claims, open.context);
  const { addressBook, ...formContext } = open.context;
  return {
    draft: open.draft,
    definition: open.definition,
    page,
    steps: open.steps,
    answers: filled.answers,
    marked: marked.filter((pointer) => filled.answers[pointer.slice(1)] !== undefined),
    units: pageUnits(page.fields, filled.answers, open.context, app.modules.forms.addressBook),
    context: formContext,
    raised: searchParams.has('them'),
    signIn: signInAgain(app, params.draftId),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const open = await openDraft(app, request, params.draftId);
  const wanted = String(form.get('_action') ?? 'continue');
  if (wanted === 'renew') return renewDraft(app, form, params.draftId);
  const page = pageOf(open.pages, String(form.get('buoc') ?? ''));
  const { saved, evaluation, pages, typed, raised } = await savePage(app, open, page, form);
  if (!saved.ok) return refusedPage(saved.refusal, { typed });
  const here = `/ban-khai/${params.draftId}?buoc=${page.section.key}`;
  if (wanted === 'leave') return redirect(draftsHome(app, open.draft));
  if (wanted === 'save') return redirect(`${here}&da-luu=1`);
  const [verb, repeat, at] = wanted.split(':');
  if (verb === 'add') return redirect(`${here}#${repeat}.${rowCount(evaluation.answers[repeat ?? '']) - 1}`);
  if (verb === 'remove') return redirect(`${here}#${repeat}.${Math.max(0, Number(at) - 1)}`);
  if (verb === 'refresh') return redirect(`${here}#${repeat}`);
  // A question nobody has seen is shown before it is missed.
  const keys = new Set(page.fields.map((field) => field.key).filter((key) => !raised.includes(key)));
  const fields = evaluation.refusals.filter(({ pointer }) => keys.has(pointer.split('/')[1] ?? ''));
  if (fields.length > 0) return refusedPage({ kind: 'invalid', type: 'forms.incomplete', fields }, { typed });
  if (raised.length > 0) return redirect(`${here}&them=1`);
  return redirect(addressAfter(stepsOf(app, open.draft, pages), page.section.key));
}

function signInAgain({ caller }: RequestApp, draftId: string): string {
  const sign = caller.actor.kind === 'officer' ? officeSignInAddress : signInAddress;
  return sign(`/ban-khai/${draftId}`);
}

function rowCount(answer: unknown): number {
  return Array.isArray(answer) ? answer.length : 0;
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, page, steps } = loaderData;
  return (
    <DraftFrame draft={draft} steps={steps} current={page.section.key} title={page.section.label}>
      <SectionForm
        key={`${page.section.key} ${draft.version}`}
        {...loaderData}
        refusal={actionData?.refusal}
        typed={actionData?.typed}
      />
    </DraftFrame>
  );
}
