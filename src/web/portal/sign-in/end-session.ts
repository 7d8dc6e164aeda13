import type { RequestApp } from '../../context.ts';
import { sessionToken } from './session-token.ts';

/**
 * Ends the session this browser came with, so that signing in anew or out leaves none behind. Tells whether it was opened at the
 * province's issuer.
 */
export async function endSession(
  app: RequestApp,
  request: Request,
): Promise<{ readonly byProvince: boolean }> {
  const token = sessionToken(app, request);
  if (!token) return { byProvince: false };
  return app.modules.identity.signOut(token, app.caller.now, app.caller.origin);
}
