import type { RequestApp } from '../../context.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';

/** The cookie of this session with another secret, for the answer to a proof; none where the session has gone. */
export async function renewed(app: RequestApp, request: Request): Promise<Headers> {
  const session = await app.modules.identity.security.renew(securityRequest(app, request));
  const headers = new Headers();
  if (session.ok)
    headers.set('set-cookie', app.sessionCookie.set(session.value.token, session.value.expiresAt));
  return headers;
}
