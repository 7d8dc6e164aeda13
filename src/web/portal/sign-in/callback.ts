import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import type { Route } from './+types/callback.ts';
import { endSession } from './end-session.ts';
import { flowCookie, flowTokenOf, forgetFlow } from './flow-cookie.ts';
import { signInAddress } from './sign-in-address.ts';

/** Where somebody signed in proves a second account: there they read why it did not work, still signed in. */
const accountPage = '/tai-khoan';

/** Takes the identity provider's answer: signed in and back to where the person was, or a question, or a problem. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { now, origin } = app.caller;
  const flowToken = await flowTokenOf(app, request);
  const answer = new URL(request.url).searchParams;
  const returnPath = await app.modules.identity.citizens.findReturnPath(flowToken, now);
  const finished = await app.modules.identity.finishCitizenSignIn(flowToken, answer, now, origin);
  if (!finished.ok) {
    const isMerging = app.caller.actor.kind === 'citizen' && returnPath === accountPage;
    return redirect(
      isMerging
        ? `${accountPage}?loi=${encodeURIComponent(finished.refusal.type)}`
        : signInAddress(returnPath, finished.refusal),
    );
  }
  if (finished.value.kind === 'confirm') {
    const cookie = await flowCookie(app).serialize(finished.value.flowToken);
    return redirect('/dang-nhap/xac-nhan', { headers: { 'set-cookie': cookie } });
  }
  if (finished.value.kind === 'merge') {
    const cookie = await flowCookie(app).serialize(finished.value.flowToken);
    return redirect('/tai-khoan/gop', { headers: { 'set-cookie': cookie } });
  }
  const { session } = finished.value;
  await endSession(app, request);
  const headers = new Headers({ 'set-cookie': app.sessionCookie.set(session.token, session.expiresAt) });
  headers.append('set-cookie', await forgetFlow(app));
  return redirect(finished.value.returnPath, { headers });
}
