import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { appContext } from '../../context.ts';
import type { Route } from './+types/save-draft.ts';
import { openDraft, pageOf } from './open-draft.ts';
import { savePage } from './save-page.ts';

/** Keeps what is being typed, for the script of the page: `{ version, savedAt }`, or the refusal's type and status. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  if (app.caller.actor.kind !== 'citizen') {
    return Response.json({ type: 'dossiers.sign-in-first' }, { status: refusalStatus.unauthenticated });
  }
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) return Response.json({ type: 'input.invalid' }, { status: refusalStatus.invalid });
  const open = await openDraft(app, request, params.draftId);
  const key = form.get('buoc');
  const { saved } = await savePage(app, open, pageOf(open.pages, typeof key === 'string' ? key : null), form);
  if (saved.ok) return Response.json(saved.value);
  return Response.json({ type: saved.refusal.type }, { status: refusalStatus[saved.refusal.kind] });
}
