import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { appContext } from '../../../context.ts';
import type { Route } from './+types/save.ts';

const body = z.object({
  requestId: z.string().refine(isUuid),
  expectedVersion: z.number(),
  content: z.unknown(),
});

/**
 * Keeps what is being written, for the script of the page: `{ version, savedAt }`. Somebody saved first: 409 with what
 * stands there now, so that the page can show what changed. Else the refusal's type and status.
 */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { caller, modules } = context.get(appContext);
  if (caller.actor.kind !== 'officer')
    return Response.json({ type: 'identity.session-expired' }, { status: refusalStatus.unauthenticated });
  const sent = body.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return Response.json({ type: 'input.invalid' }, { status: refusalStatus.invalid });
  const { requestId, expectedVersion, content } = sent.data;
  const ctx = { ...caller, requestId };
  const { editing } = modules.process;
  const saved = await editing.saveDraft(ctx, { draftId: params.draftId, expectedVersion, content });
  if (saved.ok) return Response.json(saved.value);
  const { type, kind, fields } = saved.refusal;
  const now = type === 'process.draft-changed' ? await editing.getDraft(caller, params.draftId) : undefined;
  if (now?.ok !== true) return Response.json({ type, fields }, { status: refusalStatus[kind] });
  const { content: theirs, version, savedBy, savedAt } = now.value;
  return Response.json({ content: theirs, version, savedBy, savedAt }, { status: refusalStatus.conflict });
}
