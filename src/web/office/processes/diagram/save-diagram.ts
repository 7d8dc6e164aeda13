import { z } from 'zod';
import { isUuid } from '../../../../kernel/id.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { appContext } from '../../../context.ts';
import type { Route } from './+types/save-diagram.ts';

const body = z.object({ requestId: z.string().refine(isUuid), expectedVersion: z.number(), xml: z.string() });

/** Keeps a diagram, for the modeler: `{ version, savedAt }`, or the refusal with every element that cannot run. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { caller, modules } = context.get(appContext);
  if (caller.actor.kind !== 'officer')
    return Response.json({ type: 'identity.session-expired' }, { status: refusalStatus.unauthenticated });
  const sent = body.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return Response.json({ type: 'input.invalid' }, { status: refusalStatus.invalid });
  const { requestId, ...wanted } = sent.data;
  const saved = await modules.process.editing.saveDiagram(
    { ...caller, requestId },
    { draftId: params.draftId, ...wanted },
  );
  if (saved.ok) return Response.json(saved.value);
  const { type, kind, fields } = saved.refusal;
  return Response.json({ type, fields }, { status: refusalStatus[kind] });
}
