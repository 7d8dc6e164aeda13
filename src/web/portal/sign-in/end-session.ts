import type { RequestApp } from '../../context.ts';
import { sessionToken } from './session-token.ts';

/** Ends the session this browser came with, so that signing in anew or out leaves none behind. */
export async function endSession(app: RequestApp, request: Request): Promise<void> {
  const token = sessionToken(app, request);
  if (token) await app.modules.identity.signOut(token, app.caller.now, app.caller.origin);
}
