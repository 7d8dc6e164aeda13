import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import type { Route } from './+types/start.ts';
import { flowCookie } from './flow-cookie.ts';
import { signInAddress } from './sign-in-address.ts';

/** Sends the browser to the identity provider; back to the sign-in page when it cannot be reached. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const returnPath = new URL(request.url).searchParams.get('tiep') ?? undefined;
  const started = await app.modules.identity.startCitizenSignIn(returnPath, app.caller.now);
  if (!started.ok) return redirect(signInAddress(returnPath, started.refusal));
  const { redirectTo, flowToken } = started.value;
  return redirect(redirectTo, { headers: { 'set-cookie': await flowCookie(app).serialize(flowToken) } });
}
