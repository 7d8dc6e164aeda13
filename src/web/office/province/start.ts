import { redirect } from 'react-router';
import { safeReturnPath } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import { flowCookie } from '../../portal/sign-in/flow-cookie.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import { officeSignInAddress, proveAddress } from '../../portal/sign-in/sign-in-address.ts';
import type { Route } from './+types/start.ts';

/** Sends the browser to the province's issuer; back to where it came from when that cannot be reached. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const returnPath = safeReturnPath(searchParams.get('tiep'), '/can-bo');
  const isAnew = searchParams.has('lai');
  const started = await app.modules.identity.province.start({
    returnPath,
    now: app.caller.now,
    ...(isAnew && { anew: securityRequest(app, request) }),
  });
  if (!started.ok) {
    const { refusal } = started;
    return redirect(isAnew ? proveAddress(returnPath, refusal) : officeSignInAddress(returnPath, refusal));
  }
  const { redirectTo, flowToken } = started.value;
  const cookie = await flowCookie(app, 'dang-nhap-can-bo').serialize(flowToken);
  return redirect(redirectTo, { headers: { 'set-cookie': cookie } });
}
