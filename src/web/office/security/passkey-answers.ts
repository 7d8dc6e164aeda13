import { z } from 'zod';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import type { Route } from './+types/passkey-answers.ts';
import { renewed } from './renewed.ts';

const body = z.object({
  kind: z.enum(['prove', 'first', 'add']),
  step: z.enum(['options', 'answer']),
  response: z.unknown().optional(),
});

/** The script's side of passkeys: options for the authenticator, then its answer. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const { security } = app.modules.identity;
  const asked = securityRequest(app, request);
  const parsed = body.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({ type: 'input.invalid' }, { status: 422 });
  const { kind, step, response } = parsed.data;
  const isFirst = kind === 'first';
  const label = translate('vi', 'security.passkey.label');
  const prove = () =>
    step === 'options' ? security.challengePasskey(asked) : security.proveByPasskey(asked, { response });
  const make = () =>
    step === 'options'
      ? security.beginPasskey(asked, isFirst)
      : security.addPasskey(asked, { label, response }, isFirst);
  const done = await (kind === 'prove' ? prove() : make());
  if (done.ok)
    return Response.json(done.value, step === 'answer' ? { headers: await renewed(app, request) } : {});
  return Response.json({ type: done.refusal.type }, { status: refusalStatus[done.refusal.kind] });
}
