import type { Refusal } from '../../../kernel/refusal.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { Route } from './+types/save-draft.ts';
import { pageOf, withForm } from './open-draft.ts';
import { savePage } from './save-page.ts';

/**
 * Keeps what is being typed, for the script of the page: `{ version, savedAt }`, or why not: `{ type, sentence }` and the
 * refusal's status.
 */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { actor } = app.caller;
  if (actor.kind !== 'citizen' && actor.kind !== 'officer')
    return refused({ kind: 'unauthenticated', type: 'dossiers.sign-in-first' });
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) return refused({ kind: 'invalid', type: 'input.invalid' });
  const draft = await app.modules.dossiers.queries.getDraft(app.caller, params.draftId);
  if (!draft.ok) return refused(draft.refusal);
  if (draft.value.dossierId !== undefined)
    return refused({ kind: 'conflict', type: 'dossiers.draft-submitted' });
  const open = await withForm(app, draft.value);
  const key = form.get('buoc');
  const { saved } = await savePage(app, open, pageOf(open.pages, typeof key === 'string' ? key : null), form);
  return saved.ok ? Response.json(saved.value) : refused(saved.refusal);
}

function refused(refusal: Refusal): Response {
  const { type, kind } = refusal;
  return Response.json({ type, sentence: translateRefusal('vi', refusal) }, { status: refusalStatus[kind] });
}
