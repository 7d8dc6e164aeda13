import type { RequestApp } from '../../context.ts';

/** Ends the session this browser came with, so that signing in anew or out leaves none behind. */
export async function endSession(app: RequestApp, request: Request): Promise<void> {
  const token = cookieValue(request.headers.get('cookie') ?? '', app.sessionCookie.name);
  if (token) await app.modules.identity.signOut(token, app.caller.now, app.caller.origin);
}

function cookieValue(header: string, name: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
