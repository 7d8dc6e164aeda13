import { isUuid } from '../../../../kernel/id.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { translateRefusal } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import type { Route } from './+types/save-draft.ts';

/** The text as it stands now, for an editor who was not the last to save. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const found = await modules.catalogue.queries.getDraft(caller, params.draftId);
  if (!found.ok) return Response.json(null, { status: refusalStatus[found.refusal.kind] });
  const { document, version, changed } = found.value;
  return Response.json(
    { document, version, who: changed.by ?? '' },
    { headers: { 'cache-control': 'no-store' } },
  );
}

/** Keeps what changed: `{ requestId, version, patch }`; 409 when somebody else was faster. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { modules, caller, locale } = context.get(appContext);
  const said: unknown = await request.json().catch(() => null);
  const { requestId, ...change } = isObject(said) ? said : {};
  if (typeof requestId !== 'string' || !isUuid(requestId)) return Response.json(null, { status: 422 });
  const { jurisdiction, actor, now, origin } = caller;
  const ctx = { jurisdiction, actor, now, origin, requestId };
  const saved = await modules.catalogue.commands.saveDraft(ctx, { draftId: params.draftId, ...change });
  if (saved.ok) {
    const { version } = saved.value;
    const draft = await modules.catalogue.queries.getDraft(caller, params.draftId);
    const faults = draft.ok ? draft.value.faults : { missing: [], wrong: [] };
    return Response.json({ version, savedAt: now.toISOString(), faults });
  }
  const { refusal } = saved;
  const [field] = refusal.fields ?? [];
  const detail = translateRefusal(locale, field ?? refusal);
  // Only a text changed meanwhile may be joined; other conflicts (sent to review) are told.
  const status =
    refusal.type === 'catalogue.draft-changed' ? 409 : Math.max(422, refusalStatus[refusal.kind]);
  return Response.json({ detail }, { status: isSignedOut(refusal.kind, actor.kind) ? 401 : status });
}

function isSignedOut(kind: string, actor: string): boolean {
  return actor === 'anonymous' && kind === 'forbidden';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
