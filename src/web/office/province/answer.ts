import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { endSession } from '../../portal/sign-in/end-session.ts';
import { flowCookie, flowTokenOf, forgetFlow } from '../../portal/sign-in/flow-cookie.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import { officeSignInAddress, proveAddress } from '../../portal/sign-in/sign-in-address.ts';
import { renewed } from '../security/renewed.ts';
import type { Route } from './+types/answer.ts';

const kind = 'dang-nhap-can-bo';

/** Takes the answer of the province's issuer: signed in, proved anew, asked whose account it is, or told what went wrong. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { province } = app.modules.identity;
  const flowToken = await flowTokenOf(app, request, kind);
  const asked = securityRequest(app, request);
  const flow = await province.findFlow(flowToken, asked.now);
  const finished = await province.finish(asked, flowToken, new URL(request.url).searchParams);
  if (!finished.ok) {
    const { refusal } = finished;
    const back = flow?.isAnew
      ? proveAddress(flow.returnPath, refusal)
      : officeSignInAddress(flow?.returnPath, refusal);
    return redirect(back, { headers: { 'set-cookie': await forgetFlow(app, kind) } });
  }
  if (finished.value.kind === 'link') {
    const cookie = await flowCookie(app, kind).serialize(finished.value.flowToken);
    return redirect('/can-bo/noi-tai-khoan', { headers: { 'set-cookie': cookie } });
  }
  const headers = finished.value.kind === 'proved' ? await renewed(app, request) : new Headers();
  headers.append('set-cookie', await forgetFlow(app, kind));
  if (finished.value.kind === 'signedIn') {
    const { token, expiresAt } = finished.value.session;
    await endSession(app, request);
    headers.append('set-cookie', app.sessionCookie.set(token, expiresAt));
  }
  return redirect(finished.value.returnPath, { headers });
}
